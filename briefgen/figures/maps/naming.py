"""Who gets a label where: numbers first, then what helps to find one's way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import count
from typing import TypeAlias

from briefgen.figures import metrics
from briefgen.figures.drawing import TEXT, width, wrapped
from briefgen.figures.maps.ground import Ground
from briefgen.figures.maps.labels import Board, Label, Words
from briefgen.figures.maps.marks import Mark
from briefgen.figures.maps.rows import Row
from briefgen.figures.palette import GREY
from briefgen.geodata import Box, Unit

NUMBER, FAINT = 8.8, 7.0  # sizes of numbers and of what helps to find one's way
SMALLER = 0.84  # of these sizes, where there is little room
CROWD = 30  # marks: more are not led out of their country, where the leaders would cross
MANY = 45  # provinces: with more, those without a number are not named
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
Way: TypeAlias = Callable[[Board, Mark], Label | None]


def name(board: Board, marks: Sequence[Mark], ground: Ground) -> dict[str, Row]:
    """Put a label to every mark, and names to the land around; return what the letters stand for.

    A mark whose name has no room, or cannot be drawn, has a letter instead; where not even that has room, the key
    has the name without one.
    """
    for box in (box for mark in marks for box in _disc(mark)):
        board.reserve(box)
    own = frozenset(ground.numbers[unit.key] for unit in (*ground.countries, *ground.provinces))
    roomy = len(marks) <= CROWD
    ways = [_inside, *([partial(_clear, own=own)] if roomy else []), _bare] if marks and not marks[0].radius else []
    left = list(marks)
    for way in (*ways, partial(_beside, own=own)):
        left = [mark for mark in left if not _put(board, mark, way)]
    letters = dict(_lettered(board, left, own))
    for unit in _context(ground, marks):
        _named_faintly(board, unit, ground)
    return letters


def _put(board: Board, mark: Mark, way: Way) -> bool:
    label = way(board, mark) if _is_drawable(mark.row.name) else None
    return bool(label and board.put(label))


def _inside(board: Board, mark: Mark) -> Label | None:
    """Return name and number in the province itself, on more lines and smaller where they must be."""
    forms = (_words(mark), _folded(mark), _words(mark, SMALLER), _folded(mark, SMALLER))
    return next((label for words in forms if (label := board.inside(words, mark.home, mark.at))), None)


def _clear(board: Board, mark: Mark, own: frozenset[int]) -> Label | None:
    """Return name and number outside the country."""
    return board.clear(_words(mark), mark.at, own)


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


def _lettered(board: Board, marks: Iterable[Mark], own: frozenset[int]) -> Iterator[tuple[str, Row]]:
    for mark, number in zip(marks, count(), strict=False):
        letter = LETTERS[number] if number < len(LETTERS) else f"{number + 1}"
        lines = (Words(letter, NUMBER, bold=True),)
        label = board.beside(lines, mark.at, mark.radius, mark.home, own)
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
