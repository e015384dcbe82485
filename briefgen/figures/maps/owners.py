"""Whose the paper is, cell by cell: a label that stands on one owner's cells alone crosses no border."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import ceil, hypot

from briefgen.geodata import Box, Point

CELL = 2.0  # points
SEA, LINE = 0, 65535  # nobody's; a line that no label may cross


class Owners:
    """A grid over *width* by *height* points; an owner is a number, 0 is the sea."""

    def __init__(self, width: float, height: float) -> None:
        self.columns, self.rows = ceil(width / CELL), ceil(height / CELL)
        self._cells = [array("H", bytes(2 * self.columns)) for _ in range(self.rows)]
        self._spans: dict[int, tuple[range, range]] = {}

    def paint(self, outlines: Sequence[Sequence[Point]], owner: int) -> None:
        """Give what lies inside the outlines to *owner*; an outline inside another is a hole."""
        crossings: dict[int, list[float]] = {}
        for outline in outlines:
            for one, two in pairwise([*outline, outline[0]]):
                for row, x in _crossed(one, two):
                    crossings.setdefault(row, []).append(x)
        self._spans[owner] = self._span(crossings)
        for row, xs in crossings.items():
            if 0 <= row < self.rows:
                xs.sort()
                for left, right in zip(xs[::2], xs[1::2], strict=False):
                    self._fill(row, left, right, owner)
        for x, y in (point for outline in outlines for point in outline):
            if self.at(x, y) == SEA:  # what is narrower than a cell counts too
                self._give(int(x // CELL), int(y // CELL), owner)

    def rule(self, line: Sequence[Point]) -> None:
        """Let no label cross a line."""
        for (x, y), (end_x, end_y) in pairwise(line):
            steps = max(1, ceil(hypot(end_x - x, end_y - y) / CELL))
            for step in range(steps + 1):
                share = step / steps
                self._give(int((x + (end_x - x) * share) // CELL), int((y + (end_y - y) * share) // CELL), LINE)

    def at(self, x: float, y: float) -> int:
        """Return the owner of a point; the sea off the grid."""
        column, row = int(x // CELL), int(y // CELL)
        return self._cells[row][column] if 0 <= row < self.rows and 0 <= column < self.columns else SEA

    def under(self, box: Box) -> Counter[int]:
        """Return the owners of the cells under a box, each with how many are its."""
        left, right = max(0, int(box[0] // CELL)), min(self.columns, int(box[2] // CELL) + 1)
        rows = range(max(0, int(box[1] // CELL)), min(self.rows, int(box[3] // CELL) + 1))
        return Counter(owner for row in rows for owner in self._cells[row][left:right])

    def alone(self, box: Box, owner: int) -> bool:
        """Return whether all cells under a box are those of *owner*."""
        left, right = max(0, int(box[0] // CELL)), min(self.columns, int(box[2] // CELL) + 1)
        wanted = array("H", [owner]) * max(0, right - left)
        rows = range(max(0, int(box[1] // CELL)), min(self.rows, int(box[3] // CELL) + 1))
        return all(self._cells[row][left:right] == wanted for row in rows)

    def cells(self, owner: int, step: int = 2) -> list[Point]:
        """Return the middles of every so many cells of *owner*."""
        rows, columns = self._spans.get(owner, (range(0), range(0)))
        return [
            ((column + 0.5) * CELL, (row + 0.5) * CELL)
            for row in rows[::step]
            for column in columns[::step]
            if self._cells[row][column] == owner
        ]

    def _give(self, column: int, row: int, owner: int) -> None:
        if 0 <= row < self.rows and 0 <= column < self.columns:
            self._cells[row][column] = owner

    def _span(self, crossings: dict[int, list[float]]) -> tuple[range, range]:
        """Return the rows and columns between the outermost crossings, inside the grid."""
        xs = [x for found in crossings.values() for x in found] or [0.0]
        rows = range(max(0, min(crossings, default=0)), min(self.rows, max(crossings, default=-1) + 1))
        return rows, range(max(0, int(min(xs) / CELL)), min(self.columns, int(max(xs) / CELL) + 1))

    def _fill(self, row: int, left: float, right: float, owner: int) -> None:
        first, after = max(0, ceil(left / CELL - 0.5)), min(self.columns, ceil(right / CELL - 0.5))
        if after > first:
            self._cells[row][first:after] = array("H", [owner]) * (after - first)


def _crossed(one: Point, two: Point) -> Iterable[tuple[int, float]]:
    """Yield the rows whose middle an edge crosses, each with where it does."""
    (x, y), (end_x, end_y) = (one, two) if one[1] <= two[1] else (two, one)
    for row in range(ceil(y / CELL - 0.5), ceil(end_y / CELL - 0.5)):
        yield row, x + (end_x - x) * ((row + 0.5) * CELL - y) / (end_y - y)
