"""Confidence as its own mark: three squares, never a bar, so that it cannot be taken for a likelihood."""

from __future__ import annotations

from briefgen.edition import Edition, Record
from briefgen.figures.drawing import Drawing, block
from briefgen.figures.figure import Figure
from briefgen.figures.palette import INK

LEVELS = ("low", "moderate", "high")
SIDE, STEP, LINE = 5.2, 7.4, 0.8


def draw(edition: Edition, record: Record) -> Figure:
    """Return the mark of ``level`` (low, moderate, high): one, two or three squares filled."""
    level = str(record["level"])
    filled = LEVELS.index(level) + 1
    alt = f"{level} confidence: {filled} of 3"
    drawing = Drawing()
    squares(drawing, level, 0, 0)
    size = STEP * (len(LEVELS) - 1) + SIDE + LINE
    return Figure(drawing.svg(size, SIDE + LINE, alt), alt, alt, (("confidence",), ((level,),)))


def squares(drawing: Drawing, level: str, x: float, y: float) -> None:
    """Draw the mark of *level* with its top left corner at *x* and *y*."""
    filled = LEVELS.index(level) + 1
    drawing.path(_outlines(x, y, 0, filled), INK, LINE, fill=INK)
    if filled < len(LEVELS):
        drawing.path(_outlines(x, y, filled, len(LEVELS)), INK, LINE)


def _outlines(x: float, y: float, first: int, end: int) -> str:
    return "".join(block(x + LINE / 2 + index * STEP, y + LINE / 2, SIDE, SIDE) for index in range(first, end))
