"""The frame of a trend: days to the right, numbers upwards, and which places are taken by labels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from briefgen.figures.axis import Stretch
from briefgen.figures.drawing import width

WIDE = 470.0
LEAST, LINE = 30.0, 20.0  # height of what is plotted: of itself, and for each line over the base
LINES = 4  # over the base, at most
ROOM = 4.0  # between labels


class Box(NamedTuple):
    """A rectangle on the page."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Return whether the two have a point in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@dataclass
class Frame:
    """Numbers from 0 to *most* in steps, over the days from *start* to *end*; *taken* grows as labels are placed."""

    start: int
    end: int
    most: float
    step: float
    top: float
    taken: list[Box] = field(default_factory=list)

    @cached_property
    def left(self) -> float:
        """Where the days begin: right of the numbers."""
        return max(width(label) for _, label in self.lines()) + 5

    @property
    def base(self) -> float:
        """Where 0 stands."""
        return self.top + self.high

    @property
    def high(self) -> float:
        """The height of what is plotted: few numbers need little."""
        return LEAST + LINE * round(self.most / self.step)

    @cached_property
    def stretch(self) -> Stretch:
        """The time axis."""
        return Stretch(self.start, self.end, self.left, WIDE)

    def x(self, day: float) -> float:
        """Return where *day* begins."""
        return self.stretch.x(day)

    def y(self, value: float) -> float:
        """Return where *value* stands."""
        return self.base - value / self.most * self.high

    def lines(self) -> Iterator[tuple[float, str]]:
        """Yield the values that have a line, with their labels."""
        for number in range(round(self.most / self.step) + 1):
            value = number * self.step
            yield value, f"{value:,.0f}" if self.step >= 1 else f"{value:.1f}"

    def take(self, box: Box) -> bool:
        """Take a place for a label, if it is free and lies in the drawing; return whether it was."""
        wide = Box(box.left - ROOM, box.top, box.right + ROOM, box.bottom)
        free = box.left >= 0 and box.right <= WIDE and not any(wide.meets(other) for other in self.taken)
        if free:
            self.taken.append(box)
        return free


def frame(start: int, end: int, highest: float, top: float) -> Frame:
    """Return the frame that holds numbers up to *highest*, with lines at round ones."""
    step = next(one for one in _steps() if highest <= LINES * one and (one >= 1 or highest < 1))
    lines = max(1, -int(-highest // step))
    return Frame(start, end, lines * step, step, top)


def _steps() -> Iterator[float]:
    """Yield 0.1, 0.2, 0.5, 1, 2, 5, 10 …"""
    yield from (0.1, 0.2, 0.5)
    size = 1
    while True:
        yield from (size, 2 * size, 5 * size)
        size *= 10
