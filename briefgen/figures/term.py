"""One term on its scale: the scale is a foot line in bands, the band of the term stands up."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.edition import Edition, Record
from briefgen.figures.drawing import Drawing, block, to
from briefgen.figures.figure import Figure
from briefgen.figures.palette import ACCENT, GREY, WHITE
from briefgen.tradecraft import SCALES
from briefgen.tradecraft.likelihood import Scale, Term

WIDE, HIGH, FOOT, GAP = 146.0, 17.0, 8.0, 0.9
THIN = 1.4  # no band is narrower, not even one of a single number
EDGE = 2.0  # the line begins a little inside, so that 0 and 100 can be centred under its ends


def draw(edition: Edition, record: Record) -> Figure:
    """Return the scale with the band of ``term`` raised and, dashed, the band of ``earlier`` if one is given.

    ``width`` is in points. Raises KeyError for a term that the scale of the product has not.
    """
    scale = SCALES[edition.product["scale"]]
    term, earlier = _term(scale, record["term"]), record.get("earlier")
    before = scale.find(earlier) if earlier and earlier != term.id else None
    wide = float(record.get("width") or WIDE)
    alt = _alt(term, before)
    head = ("term", "from, per cent", "to, per cent")
    rows = tuple((one.label, str(one.low), str(one.high)) for one in (term, before) if one)
    return Figure(_svg(scale, term, before, wide, alt), alt, alt, (head, rows))


def _term(scale: Scale, term_id: str) -> Term:
    found = scale.find(term_id)
    if found is None:
        raise KeyError(term_id)
    return found


def _alt(term: Term, before: Term | None) -> str:
    now = f"{term.label}: {term.spoken}"
    return f"{now}; earlier {before.label}: {before.spoken}" if before else now


def _svg(scale: Scale, term: Term, before: Term | None, wide: float, alt: str) -> str:
    drawing = Drawing()
    ruler(drawing, scale, (term, before), (0, 0), wide)
    drawing.text(0, HIGH - 1.8, "0", 7, GREY)
    drawing.text(wide, HIGH - 1.8, "100", 7, GREY, "end")
    return drawing.svg(wide, HIGH, alt)


def ruler(
    drawing: Drawing, scale: Scale, terms: tuple[Term | None, Term | None], place: tuple[float, float], wide: float
) -> None:
    """Draw the scale from *place* on, *wide* points, with the band of the term raised and the earlier one dashed.

    Without a term the scale is empty: nobody has judged.
    """
    (term, before), (left, top), unit = terms, place, (wide - 2 * EDGE) / 100
    drawing.fill(_foot((one for one in scale.terms if one is not term), place, unit), GREY)
    if before:
        start, end = _ends(before, left, unit)
        outline = to((start, top + FOOT - 0.6), (start, top + 0.4), (end, top + 0.4), (end, top + FOOT - 0.6))
        drawing.path(outline, ACCENT, 0.7, "1.7 1.1", WHITE)
    if term:
        start, end = _ends(term, left, unit)
        drawing.rect(start, top, end - start, FOOT, ACCENT)


def _foot(terms: Iterable[Term], place: tuple[float, float], unit: float) -> str:
    ends = (_ends(term, place[0], unit) for term in terms)
    return "".join(block(start, place[1] + FOOT - 1.1, end - start, 1.1) for start, end in ends)


def _ends(term: Term, left: float, unit: float) -> tuple[float, float]:
    least = left + EDGE
    return stretched(least + term.low * unit + GAP / 2, least + term.high * unit - GAP / 2, least, least + 100 * unit)


def stretched(first: float, last: float, least: float, most: float) -> tuple[float, float]:
    """Return the ends of a band, wide enough to be seen and within the line from *least* to *most*."""
    if last - first >= THIN:
        return first, last
    start = min(max((first + last - THIN) / 2, least), most - THIN)
    return start, start + THIN
