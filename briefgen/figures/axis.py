"""The time axis: one stretch, or two with a break where nothing happened for long; ticks that do not touch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from briefgen.figures.drawing import width

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
BREAK = 16.0  # the gap in the axis
PAST = 0.245  # the share of the width that goes to what lies before the break: up to the axis of the page
LONGEST_GAP = 0.35  # of the whole time: a longer gap is cut out
NEAREST = 13.0  # between two tick labels


@dataclass(frozen=True)
class Stretch:
    """Days from *start* to *end* (ordinals) drawn from *left* to *right* (points)."""

    start: float
    end: float
    left: float
    right: float

    def x(self, day: float) -> float:
        """Return where *day* stands, kept inside the stretch."""
        share = (min(max(day, self.start), self.end) - self.start) / (self.end - self.start)
        return self.left + share * (self.right - self.left)


@dataclass(frozen=True)
class Tick:
    """A day on the axis with its label and, where it opens a year, the *year*."""

    x: float
    label: str
    year: str

    @property
    def end(self) -> float:
        """Where its words end."""
        return self.x + max(width(self.label), width(self.year, bold=True))


@dataclass(frozen=True)
class Axis:
    """One or two stretches, in order of time."""

    stretches: tuple[Stretch, ...]

    def x(self, day: float) -> float:
        """Return where *day* stands; a day that falls into the break stands at its edge."""
        last = self.stretches[-1]
        return last.x(day) if day >= last.start else self.stretches[0].x(day)


def axis(days: Iterable[float], end: float, left: float, right: float) -> Axis:
    """Return the axis that holds *days* and reaches to *end*, between *left* and *right*."""
    points = sorted({*days, end})
    at = _longest_gap(points)
    if at is None:
        return Axis((Stretch(points[0], max(end, points[0] + 1), left, right),))
    middle = left + PAST * (right - left)
    past = Stretch(_month_start(points[0]), max(points[at], _month_start(points[0]) + 1), left, middle - BREAK)
    return Axis((past, Stretch(points[at + 1], max(end, points[at + 1] + 1), middle, right)))


def _longest_gap(points: list[float]) -> int | None:
    gaps = [after - before for before, after in pairwise(points)]
    if not gaps:
        return None
    widest = max(gaps)
    return gaps.index(widest) if widest > LONGEST_GAP * (points[-1] - points[0]) and widest > 60 else None


def _month_start(day: float) -> float:
    return float(date.fromordinal(int(day)).replace(day=1).toordinal())


def ticks(stretch: Stretch) -> list[Tick]:
    """Return the finest ticks that have room for most of their labels."""
    steps = [*((_days, step) for step in (1, 2, 7)), *((_months, step) for step in (1, 3, 6))]
    steps += [(_years, step) for step in (1, 5, 25, 100)]
    for days_of, step in steps:
        days = [day for day in days_of(stretch, step) if stretch.start <= day.toordinal() <= stretch.end]
        kept = _apart([tick for tick in _labelled(days, stretch) if tick.end <= stretch.right])
        if len(kept) >= max(2, 0.75 * len(days)):
            return kept
    return _labelled([date.fromordinal(int(stretch.start))], stretch)


def _labelled(days: list[date], stretch: Stretch) -> list[Tick]:
    in_days = any(day.day != 1 for day in days)
    made: list[Tick] = []
    year = None
    for day in days:
        named = day.day == 1 or not made
        month = MONTHS[day.month - 1] if named or not in_days else ""
        label = f"{day.day} {month}".strip() if in_days else month
        made.append(Tick(stretch.x(day.toordinal()), label, "" if day.year == year else str(day.year)))
        year = day.year
    return made


def _apart(found: list[Tick]) -> list[Tick]:
    kept: list[Tick] = []
    for tick in found:
        if kept and kept[-1].end + NEAREST > tick.x:
            if not (tick.year or tick.label.startswith("1 ")) or kept[-1].year:
                continue
            kept.pop()
        kept.append(tick)
    return kept


def _days(stretch: Stretch, step: int) -> Iterator[date]:
    """Yield days of the month, counted from its first one, so that every month shows the same ones."""
    for month in _months(stretch, 1):
        last = (_next_month(month) - month).days
        for day in range(1, last + 1 - (step > 1), step):
            yield month.replace(day=day)


def _months(stretch: Stretch, step: int) -> Iterator[date]:
    month = date.fromordinal(int(stretch.start)).replace(day=1)
    while month.toordinal() <= stretch.end:
        if (month.month - 1) % step == 0:
            yield month
        month = _next_month(month)


def _years(stretch: Stretch, step: int) -> Iterator[date]:
    first, last = (date.fromordinal(int(day)).year for day in (stretch.start, stretch.end))
    return (date(year, 1, 1) for year in range(first, last + 1) if year % step == 0)


def _next_month(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
