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
    drawing.path(_squares(0, filled), INK, LINE, fill=INK)
    if filled < len(LEVELS):
        drawing.path(_squares(filled, len(LEVELS)), INK, LINE)
    size = STEP * (len(LEVELS) - 1) + SIDE + LINE
    return Figure(drawing.svg(size, SIDE + LINE, alt), alt, alt, (("confidence",), ((level,),)))


def _squares(first: int, end: int) -> str:
    return "".join(block(LINE / 2 + index * STEP, LINE / 2, SIDE, SIDE) for index in range(first, end))
