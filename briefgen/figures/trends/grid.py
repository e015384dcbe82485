"""Time in days, weeks or months, side by side; days are ordinals, and the end of a stretch is not part of it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Literal, TypeAlias

from briefgen.figures.telling import MONTHS

By: TypeAlias = Literal["day", "week", "month", "year"]
SIZES: tuple[By, ...] = ("day", "week", "month", "year")
#: From how many days on a size is too small to be read, and how many bins a drawing can tell apart.
READABLE = {"day": 62, "week": 540, "month": 5_000}
MAX_BINS = 400


@dataclass(frozen=True)
class Grid:
    """Bins of one size; *edges* are their first days and the day after the last one."""

    by: By
    edges: tuple[int, ...]

    def index(self, day: float) -> int:
        """Return the bin that *day* lies in; the first or the last one for a day outside."""
        return min(max(bisect_right(self.edges, day) - 1, 0), len(self.edges) - 2)

    def share(self, start: float, end: float) -> float:
        """Return how many bins a stretch of days takes, parts of bins counted in."""
        found = 0.0
        for index in range(self.index(start), self.index(ceil(end) - 1) + 1):
            first, after = self.edges[index], self.edges[index + 1]
            found += max(0.0, min(end, after) - max(start, first)) / (after - first)
        return found

    def title(self, index: int) -> str:
        """Return a bin in words: ``5 February 2024``, ``week of 5 February 2024``, ``February 2024``, ``2024``."""
        first = date.fromordinal(self.edges[index])
        month = f"{MONTHS[first.month - 1]} {first.year}"
        match self.by:
            case "day":
                return f"{first.day} {month}"
            case "week":
                return f"week of {first.day} {month}"
            case "month":
                return month
        return str(first.year)


def grid(first: int, last: int, by: str | None) -> Grid:
    """Return the bins that hold the days from *first* to *last*.

    Without a size it is chosen by what can be read; one that makes more bins than can be drawn is not used.
    """
    readable = next(size for size in SIZES if last - first < READABLE.get(size, last))
    wanted = next((size for size in SIZES if size == by), readable)
    made = (Grid(size, _edges(first, last, size)) for size in SIZES[SIZES.index(wanted) :])
    return next(one for one in made if len(one.edges) <= MAX_BINS + 1 or one.by == SIZES[-1])


def _edges(first: int, last: int, by: By) -> tuple[int, ...]:
    if by == "day":
        return tuple(range(first, last + 2))
    if by == "week":
        return tuple(range(first - date.fromordinal(first).weekday(), last + 8, 7))
    begun = date.fromordinal(first).replace(day=1)
    starts = [begun if by == "month" else begun.replace(month=1)]
    while starts[-1].toordinal() <= last:
        starts.append(_after(starts[-1], by))
    return tuple(start.toordinal() for start in starts)


def _after(start: date, by: By) -> date:
    if by == "year":
        return start.replace(year=start.year + 1)
    return date(start.year + start.month // 12, start.month % 12 + 1, 1)
