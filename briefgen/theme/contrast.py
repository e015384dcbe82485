"""Contrast of text and ground (WCAG 2.2, success criterion 1.4.3, level AA)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

NEEDED = 4.5
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


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
