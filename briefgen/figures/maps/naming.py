"""Who gets a label where: numbers first, then what helps to find one's way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from briefgen.figures import metrics
from briefgen.figures.maps.ground import Ground
from briefgen.figures.maps.labels import Board, Words
from briefgen.figures.maps.marks import DOT, Mark
from briefgen.figures.maps.rows import Row
from briefgen.figures.palette import GREY
from briefgen.geodata import Box, Unit

NUMBER, FAINT = 8.8, 7.0  # sizes of numbers and of what helps to find one's way
MANY = 45  # provinces: with more, those without a number are not named
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def name(board: Board, marks: Sequence[Mark], ground: Ground) -> dict[str, Row]:
    """Put a label to every mark, and names to the land around; return what the letters stand for.

    A mark whose name has no room, or cannot be drawn, has a letter instead; where not even that has room, the key
    has the name without one.
    """
    for mark in marks:
        for box in _disc(mark):
            board.reserve(box)
    left = [mark for mark in marks if mark.radius or not _named_inside(board, mark)]
    for mark in left:
        board.reserve((mark.x - DOT, mark.y - DOT, mark.x + DOT, mark.y + DOT))
    foreign = frozenset(ground.numbers[unit.key] for unit in ground.provinces)
    unnamed = [mark for mark in left if not _named_beside(board, mark, foreign)]
    letters = dict(_lettered(board, unnamed, foreign))
    for unit in _context(ground, marks):
        _named_faintly(board, unit, ground)
    return letters


def _named_inside(board: Board, mark: Mark) -> bool:
    if not _is_drawable(mark.row.name):
        return False
    name, number = Words(mark.row.name), Words(str(mark.row.measure), NUMBER, bold=True)
    label = board.inside((name, number), mark.home, mark.at) or board.inside((number,), mark.home, mark.at)
    return bool(label and board.put(label))


def _named_beside(board: Board, mark: Mark, foreign: frozenset[int]) -> bool:
    if not _is_drawable(mark.row.name):
        return False
    lines = (Words(mark.row.name), Words(str(mark.row.measure), NUMBER, bold=True))
    label = board.beside(lines, mark.at, mark.radius, mark.home, foreign)
    return bool(label and board.put(label))


def _lettered(board: Board, marks: Iterable[Mark], foreign: frozenset[int]) -> Iterator[tuple[str, Row]]:
    for mark, number in zip(marks, count(), strict=False):
        letter = LETTERS[number] if number < len(LETTERS) else f"{number + 1}"
        lines = (Words(letter, NUMBER, bold=True),)
        label = board.beside(lines, mark.at, mark.radius, mark.home, foreign)
        if label:
            board.put(label)
        yield letter if label else "·" * (number + 1), mark.row


def _context(ground: Ground, marks: Sequence[Mark]) -> Iterator[Unit]:
    """Yield the neighbours, then the provinces that have no number."""
    yield from ground.neighbours
    marked = {mark.home for mark in marks}
    others = [unit for unit in ground.provinces if ground.numbers[unit.key] not in marked]
    yield from others if len(ground.provinces) <= MANY else ()


def _named_faintly(board: Board, unit: Unit, ground: Ground) -> None:
    owner = ground.numbers[unit.key]
    cells = ground.owners.cells(owner, 3)
    if not cells or not _is_drawable(unit.name):
        return
    middle = (sum(x for x, _ in cells) / len(cells), sum(y for _, y in cells) / len(cells))
    label = board.inside((Words(unit.name, FAINT, colour=GREY),), owner, middle)
    if label:
        board.put(label)


def _disc(mark: Mark) -> Iterator[Box]:
    """Yield boxes that cover a circle, but not the corners around it."""
    for across, down in ((1.0, 0.4), (0.75, 0.75), (0.4, 1.0)):
        wide, high = across * mark.reach, down * mark.reach
        if mark.radius:
            yield mark.x - wide, mark.y - high, mark.x + wide, mark.y + high


def _is_drawable(text: str) -> bool:
    """Return whether the letters of a text are drawn as they should be: those of other scripts are not, in SVG."""
    return all(letter in metrics.REGULAR for letter in text)
