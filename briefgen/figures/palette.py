"""The roles of colours in a drawing: figures name a role, the theme of the page gives it its colour."""

from __future__ import annotations

import re
from collections.abc import Mapping

#: What is drawn and written; what is said of it; the point; a surface of the point; the ground; paper; harm to people.
ROLES = ("ink", "grey", "accent", "tint", "pale", "paper", "harm")
INK, GREY, ACCENT, TINT, PALE, WHITE, HARM = ROLES
_NAMED = re.compile(rf'\b(fill|stroke)="({"|".join(ROLES)})"')


def coloured(svg: str, palette: Mapping[str, str]) -> str:
    """Return the drawing with the colours of *palette*, which has one for each of ``ROLES``.

    SVG cannot read the variables of the page's style sheet in WeasyPrint, so its attributes hold the colours.
    """
    return _NAMED.sub(lambda found: f'{found[1]}="{palette[found[2]]}"', svg)
