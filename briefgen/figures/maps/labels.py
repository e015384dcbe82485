"""Labels on a map: none meets another, a circle or the edge, and none crosses a border where that can be helped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil, cos, hypot, pi, sin

from briefgen.figures.drawing import ANCHORS, TEXT, Drawing, block, to, width
from briefgen.figures.maps.lines import meet, within
from briefgen.figures.maps.owners import Owners
from briefgen.figures.palette import INK, WHITE
from briefgen.geodata import Box, Point

LEADING = 1.16  # of the size of the letters
ASCENT = 0.78  # of the line, above the baseline
PLATE = 0.8  # of the plate under a label that a border crosses: what is under it is seen faintly
SPARE = 1.2  # points round a label that stay free
CLEAR = 1.4  # points between a label and a border
NEAR, GAP = 2.0, 3.0  # a label this near needs no line to what it names; between a circle and its label
REACHES = (9.0, 14.0, 20.0, 28.0, 38.0, 50.0, 64.0, 80.0)  # lengths of leaders, in points
TURNS = tuple(2 * pi * turn / 16 for turn in range(16))
#: What stands under a label, in points of distance: a border, for all of it, and another province of the country.
CROSSING, COVERING, OVER_OTHERS = 22.0, 150.0, 12.0
CLOSE, MISTAKEN = 5.0, 14.0  # points to another mark, which the label could be taken to name; what that is worth


@dataclass(frozen=True)
class Words:
    """A line of a label."""

    text: str
    size: float = TEXT
    bold: bool = False
    colour: str = INK

    @property
    def wide(self) -> float:
        """How wide it is, in points."""
        return width(self.text, self.size, bold=self.bold)

    @property
    def high(self) -> float:
        """How high it is, in points."""
        return self.size * LEADING


@dataclass(frozen=True)
class Label:
    """Lines of words in a box; *anchor* is the side where they are even, *leader* a line to what they name.

    On a *plate* they are read where a border runs under them.
    """

    lines: tuple[Words, ...]
    box: Box
    anchor: str = "middle"
    leader: tuple[Point, Point] | None = None
    plate: bool = False

    def draw(self, drawing: Drawing) -> None:
        """Draw the words and their leader."""
        left, top, right, _ = self.box
        if self.leader:
            drawing.path(to(*self.leader), INK, 0.5)
        for line in self.lines:
            x = {"start": left, "middle": (left + right) / 2, "end": right}[self.anchor]
            if self.plate:
                start = x - ANCHORS[self.anchor] * line.wide
                drawing.fill(block(start - 1, top, line.wide + 2, line.high), WHITE, PLATE)
            drawing.text(x, top + ASCENT * line.high, line.text, line.size, line.colour, self.anchor, bold=line.bold)
            top += line.high


def size(lines: Iterable[Words]) -> Point:
    """Return the width and height of some lines."""
    found = list(lines)
    return max(line.wide for line in found), sum(line.high for line in found)


class Board:
    """What is taken on a map, and by which labels."""

    def __init__(self, owners: Owners, frame: Box) -> None:
        self.owners, self.frame = owners, frame
        self.taken: list[Box] = []
        self.labels: list[Label] = []
        self.leaders: list[Box] = []

    def reserve(self, box: Box) -> None:
        """Keep a box free of labels."""
        self.taken.append(box)

    def is_free(self, box: Box) -> bool:
        """Return whether a label can stand in a box."""
        return within(box, _grown(self.frame, -SPARE)) and not any(
            meet(_grown(box, SPARE), other) for other in self.taken
        )

    def put(self, label: Label) -> Label:
        """Take the place of a label."""
        label = replace(label, plate=len(self.owners.under(label.box)) > 1)
        self.labels.append(label)
        self.taken.append(label.box)
        led = _along(label.leader) if label.leader else []
        self.leaders += led
        self.taken += led
        return label

    def inside(self, lines: Sequence[Words], owner: int, near: Point) -> Label | None:
        """Return a label that stands on its owner's ground alone, as near as can be to a point."""
        wide, high = size(lines)
        cells = sorted(self.owners.cells(owner), key=lambda cell: (_apart(cell, near), cell))
        for x, y in [near, *cells]:
            box = (x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
            if self.owners.alone(_grown(box, CLEAR), owner) and self.is_free(box):
                return Label(tuple(lines), box)
        return None

    def clear(self, lines: Sequence[Words], at: Point, own: frozenset[int], far: float) -> Label | None:
        """Return a label with a leader that stands on one ground alone, and not on that of its *own* country."""
        for reach in (reach for reach in REACHES if reach <= far):
            for turn in TURNS:
                label = _towards(lines, at, 0, reach, turn)
                under = self.owners.under(_grown(label.box, CLEAR))
                if len(under) == 1 and not own & under.keys() and self._stands(label):
                    return label
        return None

    def beside(self, lines: Sequence[Words], at: Point, radius: float, home: int, own: frozenset[int]) -> Label | None:
        """Return a label beside a circle, or further off with a leader; others of its *own* country are avoided."""
        choices = sorted(self._choices(lines, at, radius, home, own), key=lambda choice: choice[0])
        return next((label for _, label in choices if self._stands(label)), None)

    def _choices(
        self, lines: Sequence[Words], at: Point, radius: float, home: int, own: frozenset[int]
    ) -> Iterator[tuple[float, Label]]:
        others = [box for box in self.taken if not meet(box, (*at, *at))]
        for reach in (*((GAP,) if radius else ()), *REACHES):
            for number, turn in enumerate(TURNS):
                label = _towards(lines, at, radius, reach, turn)
                if not within(label.box, self.frame):
                    continue
                under = self.owners.under(_grown(label.box, CLEAR))
                alone = max(under.values()) / under.total()
                crossed = CROSSING * (len(under) - 1) + COVERING * (1 - alone)
                mistaken = MISTAKEN * any(meet(_grown(label.box, CLOSE), other) for other in others)
                foreign = OVER_OTHERS * len(under.keys() & own - {home})
                yield reach + crossed + mistaken + foreign + _liking(number), label

    def _stands(self, label: Label) -> bool:
        if not self.is_free(label.box):
            return False
        passed = [*self.leaders, *(other.box for other in self.labels)]
        leader = _along(label.leader)[1:] if label.leader else []
        return not any(meet(piece, other) for piece in leader for other in passed)


def _liking(number: int) -> float:
    """Return how little a direction is liked: to the right most, then to the left, then above and below."""
    return {0: 0.0, 8: 0.6, 12: 1.0, 4: 1.2}.get(number, 1.6)


def _towards(lines: Sequence[Words], at: Point, radius: float, reach: float, turn: float) -> Label:
    """Return the label whose box is *reach* from a circle in a direction."""
    (wide, high), (x, y) = size(lines), at
    away = radius + reach
    tip = (x + away * cos(turn), y + away * sin(turn))
    side, up = round(cos(turn), 6), round(sin(turn), 6)
    left = tip[0] - (0 if side > 0.3 else wide if side < -0.3 else wide / 2)
    top = tip[1] - (high / 2 if abs(side) > 0.75 else 0 if up > 0 else high)
    anchor = "start" if side > 0.3 else "end" if side < -0.3 else "middle"
    start = (x + radius * cos(turn), y + radius * sin(turn))
    end = (tip[0] - SPARE * cos(turn), tip[1] - SPARE * sin(turn))
    leader = (start, end) if reach > GAP else None
    return Label(tuple(lines), (left, top, left + wide, top + high), anchor, leader)


def _along(line: tuple[Point, Point]) -> list[Box]:
    """Return small boxes along a line."""
    (x, y), (end_x, end_y) = line
    steps = max(1, ceil(hypot(end_x - x, end_y - y) / NEAR))
    spots = ((x + (end_x - x) * step / steps, y + (end_y - y) * step / steps) for step in range(steps + 1))
    half = NEAR / 2
    return [(a - half, b - half, a + half, b + half) for a, b in spots]


def _grown(box: Box, by: float) -> Box:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def _apart(one: Point, other: Point) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])
