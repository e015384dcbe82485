"""The line under a map: what the shades stand for, and how far it is."""

from __future__ import annotations

from briefgen.figures.drawing import Drawing, block, to, width
from briefgen.figures.maps.frame import Frame
from briefgen.figures.maps.shades import Shades
from briefgen.figures.palette import GREY, INK

HIGH = 17.0  # points
SIZE, SWATCH = 7.2, (13.0, 8.0)
LONGEST = 0.2  # of the width of the map, for the bar of distances


def draw(drawing: Drawing, frame: Frame, shades: Shades | None, colour: str) -> None:
    """Draw the line under the map."""
    base = frame.height + 13
    left = 0.0
    for share, low, high in shades.steps() if shades and shades.grouped else ():
        text = f"{low:,}" if low == high else f"{low:,}–{high:,}"
        drawing.fill(block(left, base - 7, *SWATCH), colour, share)
        drawing.path(block(left, base - 7, *SWATCH), GREY, 0.35)
        drawing.text(left + SWATCH[0] + 3.5, base, text, SIZE, GREY)
        left += SWATCH[0] + 3.5 + width(text, SIZE) + 11
    _distance(drawing, frame, base)


def _distance(drawing: Drawing, frame: Frame, base: float) -> None:
    room = LONGEST * frame.width / frame.kilometre
    steps = [one * 10**power for power in range(4) for one in (1, 2, 5)]
    kilometres = max((step for step in steps if step <= room), default=1)
    text, length = f"{kilometres:,} km", kilometres * frame.kilometre
    start = frame.width - width(text, SIZE)
    drawing.text(start, base, text, SIZE, GREY)
    right = start - 4
    drawing.path(
        to((right - length, base - 4), (right - length, base - 1), (right, base - 1), (right, base - 4)), INK, 0.6
    )
