"""The whole likelihood scale for the annex: every band with its term and its limits."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.edition import Edition, Record
from briefgen.figures.drawing import GREY, INK, TINT, Drawing, to, width, wrapped
from briefgen.figures.figure import Figure
from briefgen.tradecraft import SCALES
from briefgen.tradecraft.likelihood import Scale, Term

WIDE, EDGE, GAP = 308.0, 5.0, 0.9
SIZE, LINE = 7.6, 8.8
UPPER, BAR, THICK = 7.0, 33.0, 9.0  # first baseline of raised labels; top and height of the bar


@dataclass(frozen=True)
class Label:
    """A term over its band: *lines* centred on *middle*, raised when its neighbours leave no room."""

    lines: tuple[str, ...]
    middle: float
    wide: float
    raised: bool


def draw(edition: Edition, record: Record) -> Figure:
    """Return the scale of the product with all terms and the limits of their bands in per cent."""
    scale = SCALES[edition.product["scale"]]
    alt = f"{scale.title}: " + "; ".join(f"{one.label} {one.low} to {one.high} per cent" for one in scale.terms)
    rows = tuple((one.label, one.synonym or "", f"{one.low}–{one.high}") for one in scale.terms)
    return Figure(_svg(scale, alt), alt, scale.title, (("term", "synonym", "per cent"), rows))


def _x(per_cent: float) -> float:
    return EDGE + per_cent * (WIDE - 2 * EDGE) / 100


def _svg(scale: Scale, alt: str) -> str:
    drawing = Drawing()
    for term, label in zip(scale.terms, labels(scale), strict=True):
        drawing.rect(_x(term.low) + GAP / 2, BAR, _x(term.high) - _x(term.low) - GAP, THICK, TINT)
        _write(drawing, term, label)
    drawing.path(to((_x(scale.terms[0].low), BAR + THICK), (_x(scale.terms[-1].high), BAR + THICK)), INK, 0.7)
    _limits(drawing, scale)
    return drawing.svg(WIDE, BAR + THICK + 11, alt)


def labels(scale: Scale) -> list[Label]:
    """Return where each term is written; no two labels of one height touch."""
    placed: list[Label] = []
    taken = {False: -1.0, True: -1.0}
    for term in scale.terms:
        label = _label(term, taken[False])
        taken[label.raised] = label.middle + label.wide / 2 + 4
        placed.append(label)
    return placed


def _label(term: Term, taken: float) -> Label:
    room, middle = _x(term.high) - _x(term.low), (_x(term.low) + _x(term.high)) / 2
    lines = tuple(wrapped(term.label, max(room, 46), SIZE))
    wide = max(width(line, SIZE) for line in lines)
    if len(lines) <= 2 and wide <= room + 24 and middle - wide / 2 >= max(taken, 0) and middle + wide / 2 <= WIDE:
        return Label(lines, middle, wide, raised=False)
    wide = width(term.label, SIZE)
    return Label((term.label,), min(max(middle, wide / 2), WIDE - wide / 2), wide, raised=True)


def _write(drawing: Drawing, term: Term, label: Label) -> None:
    if label.raised:
        middle = (_x(term.low) + _x(term.high)) / 2
        drawing.text(label.middle, UPPER, label.lines[0], SIZE, INK, "middle")
        drawing.path(to((middle, UPPER + 3), (middle, BAR)), GREY, 0.5)
        return
    for index, line in enumerate(reversed(label.lines)):
        drawing.text(label.middle, BAR - 3.5 - index * LINE, line, SIZE, INK, "middle")


def _limits(drawing: Drawing, scale: Scale) -> None:
    taken = -1.0
    for value in sorted({limit for term in scale.terms for limit in (term.low, term.high)}):
        wide = width(str(value), 7)
        x = min(max(_x(value), wide / 2), WIDE - wide / 2)
        if x - wide / 2 > taken:
            drawing.text(x, BAR + THICK + 9, str(value), 7, GREY, "middle")
            taken = x + wide / 2 + 1.5
