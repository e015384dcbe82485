"""The fonts that ship with briefgen, and what each can be used for."""

from __future__ import annotations

from typing import NamedTuple

ARABIC = "Vazirmatn"


class Face(NamedTuple):
    """A shipped font as CSS knows it: never two files for one family, weight and style."""

    file: str
    family: str
    weight: int = 400
    style: str = "normal"


FACES = (
    Face("SourceSerif4SmText-Regular", "Source Serif 4 SmText"),
    Face("SourceSerif4SmText-It", "Source Serif 4 SmText", style="italic"),
    Face("SourceSerif4SmText-Semibold", "Source Serif 4 SmText", 600),
    Face("SourceSerif4Subhead-Semibold", "Source Serif 4 Subhead", 600),
    Face("SourceSerif4Display-It", "Source Serif 4 Display", style="italic"),
    Face("SourceSerif4Display-Semibold", "Source Serif 4 Display", 600),
    Face("SourceSans3-Regular", "Source Sans 3"),
    Face("SourceSans3-It", "Source Sans 3", style="italic"),
    Face("SourceSans3-Semibold", "Source Sans 3", 600),
    Face("SourceSans3-Bold", "Source Sans 3", 700),
    Face("Vazirmatn-Regular", ARABIC),
)

_TEXT = {(400, "normal"), (400, "italic"), (600, "normal")}
#: Weights and styles in which the pages set each role; what has them not would be printed in another face.
NEEDED = {
    "text": _TEXT,
    "heading": {(600, "normal")},
    "display": {(600, "normal"), (400, "italic")},
    "label": _TEXT,
}
#: The custom property of CSS that names the family of a role.
PROPERTIES = {"text": "serif", "heading": "heading", "display": "display", "label": "sans"}


def families(role: str | None = None) -> tuple[str, ...]:
    """Return the families for names in Latin script; with a *role*, those that have every face which it needs."""
    needed = NEEDED[role] if role else set()
    names = dict.fromkeys(face.family for face in FACES if face.family != ARABIC)
    return tuple(name for name in names if needed <= _faces(name))


def stack(family: str) -> str:
    """Return the family and what stands in for a character that it has not."""
    return f'"{family}", "{ARABIC}", {"sans-serif" if "Sans" in family else "serif"}'


def _faces(family: str) -> set[tuple[int, str]]:
    return {(face.weight, face.style) for face in FACES if face.family == family}
