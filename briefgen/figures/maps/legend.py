"""The line under a map: what the shades stand for, and how far it is."""

from __future__ import annotations

from briefgen.figures.drawing import Drawing, block, to, width
from briefgen.figures.maps.frame import Frame
from briefgen.figures.maps.shades import Shades
from briefgen.figures.palette import GREY, INK

HIGH = 10.5  # points
SIZE, SWATCH = 7.0, (12.0, 6.5)
APART = 9.0  # points between two steps
LONGEST = 0.2  # of the width of the map, for the bar of distances


def draw(drawing: Drawing, frame: Frame, shades: Shades | None, colour: str) -> None:
    """Draw the line under the map."""
    base, left = frame.height + 9, 0.0
    for share, low, high in shades.steps() if shades and shades.grouped else ():
        text = f"{low:,}" if low == high else f"{low:,}–{high:,}"
        drawing.fill(block(left, base - 6, *SWATCH), colour, share)
        drawing.path(block(left, base - 6, *SWATCH), GREY, 0.35)
        drawing.text(left + SWATCH[0] + 3, base, text, SIZE, GREY)
        left += SWATCH[0] + 3 + width(text, SIZE) + APART
    _distance(drawing, frame, base, left)


def _distance(drawing: Drawing, frame: Frame, base: float, left: float) -> None:
    """Draw a bar of round length at the right, if there is room for it right of *left*."""
    longest = LONGEST * frame.width / frame.kilometre
    steps = [one * 10**power for power in range(4) for one in (1, 2, 5)]
    kilometres = max((step for step in steps if step <= longest), default=1)
    text, length = f"{kilometres:,} km", kilometres * frame.kilometre
    start = frame.width - width(text, SIZE)
    if start - 4 - length < left:
        return
    drawing.text(start, base, text, SIZE, GREY)
    right = start - 4
    drawing.path(
        to((right - length, base - 4), (right - length, base - 1), (right, base - 1), (right, base - 4)), INK, 0.6
    )
