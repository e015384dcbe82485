"""Which colours of a theme are read on which, and the pairs of them with too little contrast."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from briefgen.contrast import NEEDED, ratio, shade

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


def faint(colours: Mapping[str, str]) -> Iterator[Faint]:
    """Yield every pair of text and ground that cannot be read well enough."""
    for text, grounds in WRITTEN.items():
        for ground in grounds:
            if (found := ratio(colours[text], colours[ground])) < NEEDED:
                yield Faint(text, ground, found)


def mended(role: str, colours: Mapping[str, str]) -> str | None:
    """Return the nearest darker or lighter shade of a role's colour that can be read, or read on, in every pair."""
    others = [*WRITTEN.get(role, ()), *(text for text, grounds in WRITTEN.items() if role in grounds)]
    return shade(colours[role], [colours[other] for other in others])
