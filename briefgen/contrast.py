"""Contrast of two colours (WCAG 2.2, success criterion 1.4.3, level AA), and the nearest shade that has enough."""

from __future__ import annotations

import math
import re
from collections.abc import Collection

#: The contrast that text needs with its ground, to 1.
NEEDED = 4.5
STEPS = 100  # shades between a colour and black, and white
COLOUR = re.compile("#[0-9a-fA-F]{6}")


def ratio(one: str, other: str) -> float:
    """Return the contrast of two colours, #rrggbb, from 1 (the same) to 21 (black and white)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def shown(found: float) -> float:
    """Return a ratio as a message says it: with two decimals, never rounded up to what is needed."""
    return math.floor(found * 100) / 100


def shade(colour: str, others: Collection[str]) -> str | None:
    """Return the nearest darker or lighter shade of *colour* that can be read beside all the *others*."""
    shades = [_towards(colour, end, step) for step in range(1, STEPS + 1) for end in (0, 255)]
    readable = (one for one in shades if all(ratio(one, other) >= NEEDED for other in others))
    return min(readable, key=lambda one: math.dist(_parts(one), _parts(colour)), default=None)


def _towards(colour: str, end: int, step: int) -> str:
    """Return *colour* some steps nearer to black (0) or white (255)."""
    return "#" + "".join(f"{round(part + (end - part) * step / STEPS):02x}" for part in _parts(colour))


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
