"""The stretches of time that a trend marks: the mean of a baseline, and a window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from briefgen import dates
from briefgen.edition import Record
from briefgen.figures.telling import told
from briefgen.figures.trends.series import Days, Series


class Marked(NamedTuple):
    """A stretch of *days* with its title, and *told* in words; *sure* are the days that certainly belong to it."""

    days: Days
    sure: Days
    title: str
    told: str


@dataclass(frozen=True)
class Mean:
    """The mean of a bin in a stretch, as far as that is covered: from *low* to *high*, *more* if it may be higher."""

    days: Days
    low: float
    high: float
    more: bool

    def __str__(self) -> str:
        """Return the number: ``0.9``, ``at least 0.9``, ``0.9 to 1.2``."""
        low, high = (_rounded(value) for value in (self.low, self.high))
        if low != high:
            return f"{low} to {high}{' or more' * self.more}"
        return f"{'at least ' * self.more}{low}"


def marked(record: Record | None, now: float) -> Marked | None:
    """Return a baseline or a window as it is marked, up to the cut-off *now* if it has no end; None for none."""
    written = record and dates.parse(record["date"])
    if not record or not written or not written.first:
        return None
    first, last = written.first.toordinal(), written.last.toordinal() + 1 if written.last else now
    parts = written.parts or (written,)
    begun, ended = parts[0].last, parts[-1].first if written.last else None
    sure = (begun.toordinal() if begun else first, ended.toordinal() + 1 if ended else last)
    days = (first, max(last, first + 1))
    words = told({"date": record["date"], "inferred": False})
    return Marked(days, sure if len(parts) > 1 and sure[0] < sure[1] else days, record["label"] or words, words)


def mean(series: Series, baseline: Marked) -> Mean | None:
    """Return the mean of *baseline*; None where nothing of it is covered.

    A number of which only part of its days lie in it may or may not belong to it, so the mean is a range then.
    """
    start, end = baseline.days
    covered = [(max(start, first), min(end, last)) for first, last in series.found.covered]
    bins = sum(series.grid.share(*part) for part in covered if part[0] < part[1])
    if not bins:
        return None
    met = [item for item in series.found.items if item.days[0] < end and start < item.days[1]]
    inside = [item.count for item in met if start <= item.days[0] and item.days[1] <= end]
    low, high = sum(count.low for count in inside), sum(item.count.high for item in met)
    return Mean(baseline.days, low / bins, high / bins, any(item.count.open for item in met))


def _rounded(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"
