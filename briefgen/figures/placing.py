"""Labels beside their marks, in rows: none meets another label or mark, none is cut off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefgen.figures.drawing import width, wrapped

GAP = 3.5  # between a mark and its label
APART = 7.0  # between one label and the next mark
INSET = 5.0  # what a mark shows at each side of a label inside it


@dataclass(frozen=True)
class Mark:
    """What is drawn from *left* to *right*, and its label; *hollow* when the label may stand inside."""

    left: float
    right: float
    text: str
    hollow: bool = False


@dataclass(frozen=True)
class Field:
    """Where labels may stand; *wall* is an upright line that they should not cross."""

    left: float
    right: float
    wall: float | None = None

    def beside(self, mark: Mark) -> Field:
        """Return the part of the field on the mark's side of the wall."""
        if self.wall is None or mark.left < self.wall < mark.right:
            return self
        if mark.right <= self.wall:
            return Field(self.left, self.wall - GAP)
        return Field(self.wall + GAP, self.right)


@dataclass(frozen=True)
class Label:
    """Lines of text from *left* to *right*; *below* when they stand under the mark, *inside* when on it."""

    lines: tuple[str, ...]
    left: float
    right: float
    below: bool = False
    inside: bool = False

    @property
    def height(self) -> int:
        """The number of lines that mark and label take."""
        return len(self.lines) + self.below


@dataclass(frozen=True)
class Placed:
    """A mark with its label in a row of its lane."""

    mark: Mark
    label: Label
    row: int

    @property
    def span(self) -> tuple[float, float]:
        """The width that it takes in its row."""
        return min(self.mark.left, self.label.left), max(self.mark.right, self.label.right)


def place(marks: Iterable[Mark], field: Field) -> list[Placed]:
    """Return the marks in the order given, each in the first row where it and one of its labels fit."""
    placed: list[Placed] = []
    for mark in marks:
        choices = list(labels(mark, field))
        rows = 1 + max((one.row for one in placed), default=-1)
        tries = (Placed(mark, label, row) for row in range(rows) for label in choices)
        placed.append(next((one for one in tries if _free(one, placed)), Placed(mark, choices[0], rows)))
    return placed


def _free(one: Placed, placed: Iterable[Placed]) -> bool:
    left, right = one.span
    spans = (other.span for other in placed if other.row == one.row)
    return all(right + APART <= start or end + APART <= left for start, end in spans)


def labels(mark: Mark, field: Field) -> Iterator[Label]:
    """Yield where the label may stand, best first: on one line where there is room for it, else on several."""
    wide = width(mark.text)
    fitting = [*_inside(mark, wide), *_beside(mark, (mark.text,), wide, field.beside(mark)), *_below(mark, wide, field)]
    if not fitting:
        fitting = [*_several(mark, field.beside(mark)), *_beside(mark, (mark.text,), wide, field)]
    yield from fitting or _forced(mark, field)


def _inside(mark: Mark, wide: float) -> Iterator[Label]:
    middle = (mark.left + mark.right) / 2
    if mark.hollow and mark.right - mark.left >= wide + 2 * (INSET + GAP):
        yield Label((mark.text,), middle - wide / 2, middle + wide / 2, inside=True)


def _beside(mark: Mark, lines: tuple[str, ...], wide: float, field: Field) -> Iterator[Label]:
    if mark.right + GAP + wide <= field.right:
        yield Label(lines, mark.right + GAP, mark.right + GAP + wide)
    if mark.left - GAP - wide >= field.left:
        yield Label(lines, mark.left - GAP - wide, mark.left - GAP)


def _below(mark: Mark, wide: float, field: Field) -> Iterator[Label]:
    """Yield the label under a mark that is long enough to be seen as its owner."""
    if mark.right - mark.left >= wide / 2 and field.left + wide <= field.right:
        left = min(max(mark.left, field.left), field.right - wide)
        yield Label((mark.text,), left, left + wide, below=True)


def _several(mark: Mark, field: Field) -> Iterator[Label]:
    """Yield the label on two or three lines beside the mark, where its longest word has room."""
    for room in sorted((field.right - mark.right - GAP, mark.left - GAP - field.left), reverse=True):
        longest = max(width(word) for word in mark.text.split())
        lines = tuple(wrapped(mark.text, room)) if room >= longest else ()
        if 0 < len(lines) <= 3:
            yield from _beside(mark, lines, max(map(width, lines)), field)


def _forced(mark: Mark, field: Field) -> Iterator[Label]:
    lines = tuple(wrapped(mark.text, field.right - field.left))
    wide = max(map(width, lines))
    left = min(max(mark.left, field.left), field.right - wide)
    yield Label(lines, left, left + wide, below=True)
