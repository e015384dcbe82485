"""Time in days, weeks or months, side by side; days are ordinals, and the end of a stretch is not part of it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from briefgen.figures.telling import MONTHS

By: TypeAlias = Literal["day", "week", "month"]
SIZES: tuple[By, ...] = ("day", "week", "month")
#: From how many days on a size is too small to be read, and how many bins a drawing can tell apart.
READABLE = {"day": 62, "week": 540}
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
        for index in range(self.index(start), self.index(end - 1) + 1):
            first, after = self.edges[index], self.edges[index + 1]
            found += max(0.0, min(end, after) - max(start, first)) / (after - first)
        return found

    def title(self, index: int) -> str:
        """Return a bin in words: ``5 February 2024``, ``week of 5 February 2024``, ``February 2024``."""
        first = date.fromordinal(self.edges[index])
        month = f"{MONTHS[first.month - 1]} {first.year}"
        return {"day": f"{first.day} {month}", "week": f"week of {first.day} {month}", "month": month}[self.by]


def grid(first: int, last: int, by: str | None) -> Grid:
    """Return the bins that hold the days from *first* to *last*.

    Without a size it is chosen by what can be read; one that makes more bins than can be drawn is not used.
    """
    fitting = [size for size in SIZES if last - first < READABLE.get(size, last)]
    wanted: By = next((size for size in SIZES if size == by), fitting[0])
    for size in SIZES[SIZES.index(wanted) :]:
        edges = _edges(first, last, size)
        if len(edges) <= MAX_BINS + 1:
            break
    return Grid(size, edges)


def _edges(first: int, last: int, by: By) -> tuple[int, ...]:
    if by == "day":
        return tuple(range(first, last + 2))
    if by == "week":
        monday = first - date.fromordinal(first).weekday()
        return tuple(range(monday, last + 8 - (last - monday) % 7 - 0, 7))
    months = [date.fromordinal(first).replace(day=1)]
    while months[-1].toordinal() <= last:
        months.append(_next_month(months[-1]))
    return tuple(month.toordinal() for month in months)


def _next_month(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
