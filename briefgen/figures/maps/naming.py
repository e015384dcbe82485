"""Who gets a label where: numbers first, then what helps to find one's way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from briefgen.figures.drawing import TEXT, width, wrapped
from briefgen.figures.maps.ground import Ground
from briefgen.figures.maps.labels import Board, Label, Words
from briefgen.figures.maps.marks import Mark
from briefgen.figures.maps.rows import Row
from briefgen.figures.palette import GREY
from briefgen.geodata import Box, Unit

NUMBER, FAINT = 8.8, 7.0  # sizes of numbers and of what helps to find one's way
SMALLER = 0.84  # of these sizes, where there is little room
EACH = 16.0  # points of width for each mark; where there are less, leaders would cross
FAR = 80.0  # points: a label that is led out of its province stands no further off
MANY = 45  # provinces: with more, those without a number are not named
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
Way: TypeAlias = Callable[[Board, Mark], Label | None]


@dataclass(frozen=True)
class Names:
    """What the map does not name: the rows that *letters* stand for, and those that are *unnamed*."""

    letters: Mapping[str, Row]
    unnamed: tuple[Row, ...]


def name(board: Board, marks: Sequence[Mark], ground: Ground) -> Names:
    """Put a label to every mark, and names to the land around; return what the map does not name.

    A mark whose name has no room has a letter instead, where that has room.
    """
    for box in (box for mark in marks for box in _disc(mark)):
        board.reserve(box)
    own = frozenset(ground.numbers[unit.key] for unit in (*ground.countries, *ground.provinces))
    left = list(marks)
    for way in _ways(board, marks, own):
        left = [mark for mark in left if not _put(board, mark, way)]
    letters = _lettered(board, left, own)
    for unit in _context(ground, marks):
        _named_faintly(board, unit, ground)
    return Names(letters, tuple(mark.row for mark in left if mark.row not in letters.values()))


def _ways(board: Board, marks: Sequence[Mark], own: frozenset[int]) -> Iterator[Way]:
    """Yield the ways to label a mark, best first: a circle beside it; a province inside, and outside if it has room."""
    circles, roomy = any(mark.radius for mark in marks), len(marks) <= board.frame[2] / EACH
    if not circles:
        yield _inside
        if roomy:
            yield partial(_clear, own=own, far=FAR)
            yield partial(_clear, own=frozenset(), far=FAR / 2)
        yield _bare
    if circles or roomy:
        yield partial(_beside, own=own)


def _put(board: Board, mark: Mark, way: Way) -> bool:
    label = way(board, mark)
    return bool(label and board.put(label))


def _inside(board: Board, mark: Mark) -> Label | None:
    """Return name and number in the province itself, on more lines and smaller where they must be."""
    forms = (_words(mark), _folded(mark), _words(mark, SMALLER), _folded(mark, SMALLER))
    return next((label for words in forms if (label := board.inside(words, mark.home, mark.at))), None)


def _clear(board: Board, mark: Mark, own: frozenset[int], far: float) -> Label | None:
    """Return name and number outside the province, on one ground that is not its *own* country's."""
    return board.clear(_words(mark), mark.at, own, far)


def _bare(board: Board, mark: Mark) -> Label | None:
    """Return the number alone in the province."""
    forms = (_words(mark, share)[1:] for share in (1.0, SMALLER))
    return next((label for words in forms if (label := board.inside(words, mark.home, mark.at))), None)


def _beside(board: Board, mark: Mark, own: frozenset[int]) -> Label | None:
    """Return name and number wherever there is room, best near by and clear of borders."""
    return board.beside(_words(mark), mark.at, mark.radius, mark.home, own)


def _folded(mark: Mark, share: float = 1.0) -> tuple[Words, ...]:
    """Return name and number, the name on two lines where it has more words than one."""
    name, number = _words(mark, share)
    lines = wrapped(name.text, max(width(word, name.size) for word in name.text.split()), name.size)
    return *(Words(line, name.size) for line in lines), number


def _words(mark: Mark, share: float = 1.0) -> tuple[Words, ...]:
    return Words(mark.row.name, TEXT * share), Words(str(mark.row.measure), NUMBER * share, bold=True)


def _lettered(board: Board, marks: Iterable[Mark], own: frozenset[int]) -> dict[str, Row]:
    letters: dict[str, Row] = {}
    for mark in marks:
        letter = LETTERS[len(letters)] if len(letters) < len(LETTERS) else f"{len(letters) + 1}"
        lines = (Words(letter, NUMBER, bold=True),)
        if label := board.beside(lines, mark.at, mark.radius, mark.home, own):
            board.put(label)
            letters[letter] = mark.row
    return letters


def _context(ground: Ground, marks: Sequence[Mark]) -> Iterator[Unit]:
    """Yield the neighbours, then the provinces that have no number."""
    yield from ground.neighbours
    marked = {mark.home for mark in marks}
    others = [unit for unit in ground.provinces if ground.numbers[unit.key] not in marked]
    yield from others if len(ground.provinces) <= MANY else ()


def _named_faintly(board: Board, unit: Unit, ground: Ground) -> None:
    owner = ground.numbers[unit.key]
    cells = ground.owners.cells(owner, 3)
    if not cells:
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
