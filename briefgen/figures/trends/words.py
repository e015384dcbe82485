"""A trend in words: its rows, its text alternative and what its signs mean; the same numbers as in the drawing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from briefgen.figures.figure import Row
from briefgen.figures.tally import Count
from briefgen.figures.telling import day
from briefgen.figures.trends.comparing import Marked, Mean
from briefgen.figures.trends.series import Series

NONE_REPORTED = "none reported"  # ACLED’s 0 stands for none or not known
SIGNS = {
    "block": "Block: its area is the number, its days are not known.",
    "range": "Light: up to the highest number.",
    "floor": "Arrow: at least.",
    "part": "Dashed: bin not complete.",
    "hatched": "Hatched: no data.",
    "after": "Shaded: after the information cut-off.",
}


@dataclass(frozen=True)
class Trend:
    """Everything that a trend draws and tells."""

    series: Series
    measure: str
    mean: Mean | None
    baseline: Marked | None
    window: Marked | None

    @property
    def unit(self) -> str:
        """What is counted in a bin: ``events a week``."""
        return f"{self.measure} a {self.series.grid.by}"

    @property
    def indexes(self) -> range:
        """The bins."""
        return range(len(self.series.grid.edges) - 1)

    def days(self, index: int) -> tuple[int, int]:
        """Return the first day of a bin and the day after its last one."""
        return self.series.grid.edges[index], self.series.grid.edges[index + 1]

    def covered(self, index: int) -> float:
        """Return which share of a bin is covered."""
        return self.series.covered(*self.days(index))


def number(trend: Trend, count: Count | None) -> str:
    """Return a number as words; where nobody reports dead that is what it says."""
    if count is None and not trend.series.found.is_complete:
        return "none recorded here"
    if trend.measure != "events" and (count is None or (count.told and not count.high)):
        return NONE_REPORTED
    return count.spoken if count else "0"


def rows(trend: Trend) -> Iterator[Row]:
    """Yield every bin, then what lies in no bin, then everything added up."""
    series = trend.series
    for index in trend.indexes:
        count, known = series.bins.get(index), trend.covered(index)
        told = number(trend, count) if count or known else "no data"
        yield series.grid.title(index), told, "not complete" if (count and known < 1) or 0 < known < 1 else ""
    for block in series.blocks:
        yield block.title, number(trend, block.count), f"{series.grid.by} not known"
    yield "all", number(trend, series.total), ""


def alternative(trend: Trend, title: str) -> str:
    """Return the text alternative: what is drawn, first in short, then number by number."""
    series = trend.series
    told = [f"{title}. {trend.unit.capitalize()}, {number(trend, series.total)} in all"]
    told += [f"Data cover {_span(first, last)}" for first, last in series.found.covered]
    told += ["; ".join(f"{series.grid.title(index)}: {number(trend, count)}" for index, count in series.bins.items())]
    told += [f"{block.title}, {series.grid.by} not known: {number(trend, block.count)}" for block in series.blocks]
    if trend.mean and trend.baseline:
        told.append(f"Mean of {_named(trend.baseline)}: {trend.mean} a {series.grid.by}")
    if trend.window:
        told.append(f"Marked: {_named(trend.window)}")
    return ". ".join(one[:1].upper() + one[1:] for one in [*told, *series.found.left_out] if one) + "."


def _named(stretch: Marked) -> str:
    return stretch.title if stretch.title == stretch.told else f"{stretch.title}, {stretch.told}"


def _span(first: float, last: float) -> str:
    return f"{day(int(first))} to {day(ceil(last) - 1)}"


def key(trend: Trend) -> str:
    """Return what the signs mean that are used, and what is not drawn."""
    series = trend.series
    counts = [*series.bins.values(), *(block.count for block in series.blocks)]
    edges = series.grid.edges
    used = {
        "block": bool(series.blocks),
        "range": any(count.low != count.high for count in counts),
        "floor": any(count.told and count.open for count in counts),
        "part": any(trend.covered(index) < 1 for index in series.bins),
        "hatched": series.covered(edges[0], max(min(edges[-1], series.now), edges[0] + 1)) < 1,
        "after": edges[-1] > series.now,
    }
    told = [sentence.replace("bin", series.grid.by) for sign, sentence in SIGNS.items() if used[sign]]
    if not series.found.is_complete:
        told.append("Counted is what this document records, which is less than all that happened.")
    return " ".join([*told, *(f"{one[:1].upper()}{one[1:]}." for one in series.found.left_out)])
