"""Contrast of text and ground (WCAG 2.2, success criterion 1.4.3, level AA)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import NamedTuple

NEEDED = 4.5
STEPS = 100  # shades between a colour and black, and white
#: Colours in which the pages and figures write, and what they write on.
WRITTEN = {
    "ink": ("paper", "pale", "tint"),
    "grey": ("paper", "pale"),
    "accent": ("paper", "pale"),
    "harm": ("paper", "pale"),
}


class Faint(NamedTuple):
    """Text in the colour of one role on that of another, with too little contrast: its *ratio* to 1."""

    text: str
    ground: str
    ratio: float


def ratio(one: str, other: str) -> float:
    """Return the contrast of two colours, #rrggbb, from 1 (the same) to 21 (black and white)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def faint(colours: Mapping[str, str]) -> Iterator[Faint]:
    """Yield every pair of text and ground that cannot be read well enough."""
    for text, grounds in WRITTEN.items():
        for ground in grounds:
            if (found := ratio(colours[text], colours[ground])) < NEEDED:
                yield Faint(text, ground, found)


def mended(role: str, colours: Mapping[str, str]) -> str | None:
    """Return the nearest darker or lighter shade of a role's colour that can be read, or read on, in every pair."""
    others = [*WRITTEN.get(role, ()), *(text for text, grounds in WRITTEN.items() if role in grounds)]
    shades = [_towards(colours[role], end, step) for step in range(1, STEPS + 1) for end in (0, 255)]
    readable = (one for one in shades if all(ratio(one, colours[other]) >= NEEDED for other in others))
    return min(readable, key=lambda one: math.dist(_parts(one), _parts(colours[role])), default=None)


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
