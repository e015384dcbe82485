"""Who has it from whom: each origin with the outlets that repeat it and what they have from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from briefgen.edition import Edition, Record
from briefgen.figures.drawing import Drawing, to, width, wrapped
from briefgen.figures.figure import Figure
from briefgen.figures.palette import GREY, INK, WHITE

WIDE, LINE = 308.0, 10.875
STEM, INDENT, COLUMN = 3.0, 20.0, 118.0  # the upright line, the outlets, what they have from the origin
RADIUS = 2.6


@dataclass(frozen=True)
class Origin:
    """A source that others repeat, and by outlet the claims that each has from it."""

    source: Record
    outlets: dict[str, list[str]] = field(default_factory=dict)


def draw(edition: Edition, record: Record) -> Figure:
    """Return the tree of every origin that others repeat; ``numbers`` gives the source numbers printed on the page.

    The drawing is empty when every source reports for itself.
    """
    sources = {source["id"]: source for source in edition.sources}
    numbers = {one["id"]: one["number"] for one in record.get("sources") or ()}
    found = list(origins(edition))
    alt = " ".join(_sentence(origin, sources) for origin in found)
    rows = tuple(
        (_name(origin.source), _name(sources[outlet]), "; ".join(claims))
        for origin in found
        for outlet, claims in origin.outlets.items()
    )
    svg = _svg(found, sources, numbers, alt) if found else ""
    return Figure(svg, alt, "Who has it from whom", (("origin", "repeated by", "what"), rows), KEY if found else "")


KEY = "Dashed ring: an origin that we have not seen."


def origins(edition: Edition) -> Iterator[Origin]:
    """Yield the sources that others have something from, in the order of the sheet's sources."""
    for source in edition.sources:
        origin = Origin(source)
        for claim in edition.claims:
            for citation in claim["sources"]:
                if source["id"] in citation["via"]:
                    origin.outlets.setdefault(citation["ref"], []).append(str(claim["label"] or claim["text"]))
        for other in edition.sources:
            if source["id"] in other["derived_from"]:
                origin.outlets.setdefault(other["id"], []).append("the report as a whole")
        if origin.outlets:
            yield origin


def _name(source: Record) -> str:
    return str(source["publisher"] or source["title"])


def _sentence(origin: Origin, sources: dict[str, Record]) -> str:
    seen = ", not seen," if _unseen(origin) else ""
    told = (f"{_name(sources[outlet])} ({'; '.join(claims)})" for outlet, claims in origin.outlets.items())
    return f"{_name(origin.source)}{seen} is repeated by {', '.join(told)}."


def _unseen(origin: Origin) -> bool:
    return bool(origin.source["access"] == "not-seen")


def _svg(found: list[Origin], sources: dict[str, Record], numbers: dict[str, int | None], alt: str) -> str:
    drawing, y = Drawing(), LINE / 2
    for origin in found:
        y = _tree(drawing, origin, sources, numbers, y)
    return drawing.svg(WIDE, y - LINE / 2 - 2, alt)


def _tree(
    drawing: Drawing, origin: Origin, sources: dict[str, Record], numbers: dict[str, int | None], y: float
) -> float:
    """Draw one origin with its outlets from *y* on; return where the next one begins."""
    name = _name(origin.source)
    unseen = _unseen(origin)
    top, y = y, y + LINE + 3
    for outlet, claims in origin.outlets.items():
        drawing.path(to((STEM, top), (STEM, y), (INDENT - RADIUS, y)), INK, 0.7)
        drawing.dot(INDENT, y, RADIUS, INK, INK)
        y = max(_label(drawing, sources[outlet], numbers.get(outlet), y), _claims(drawing, claims, y)) + 2
    drawing.dot(STEM, top, RADIUS, WHITE if unseen else INK, INK, "1.2 1" if unseen else None)
    drawing.text(STEM + 8, top + 2.6, name, 8.2, bold=True)
    if unseen:
        drawing.text(STEM + 12 + width(name, 8.2, bold=True), top + 2.6, "not seen", 7.6, GREY)
    return y + 6


def _label(drawing: Drawing, source: Record, number: int | None, y: float) -> float:
    text = f"{number} {_name(source)}" if number else _name(source)
    lines = wrapped(text, COLUMN - INDENT - 14, 8.2)
    for line in lines:
        drawing.text(INDENT + 7, y + 2.6, line, 8.2)
        y += LINE
    return y


def _claims(drawing: Drawing, claims: list[str], y: float) -> float:
    for line in wrapped("; ".join(claims), WIDE - COLUMN):
        drawing.text(COLUMN, y + 2.6, line, 7.6, GREY)
        y += LINE
    return y
