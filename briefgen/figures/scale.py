"""The whole likelihood scale for the annex: every band with its term and its limits.

A bar where the bands stand side by side and their terms have room; else a ladder, with a row for each term.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from briefgen.edition import Edition, Record
from briefgen.figures.drawing import Drawing, to, width, wrapped
from briefgen.figures.figure import Figure
from briefgen.figures.palette import ACCENT, GREY, INK, PALE, TINT
from briefgen.figures.term import stretched
from briefgen.tradecraft import SCALES
from briefgen.tradecraft.likelihood import Scale, Term

WIDE, EDGE, GAP = 308.0, 5.0, 0.9
SIZE, LINE = 7.6, 8.8
UPPER, BAR, THICK = 7.0, 33.0, 9.0  # first baseline of raised labels; top and height of the bar
ROW, STEP, FIGURES = 11.0, 5.0, 34.0  # of the ladder: height of a row and of its band, room for the numbers


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
    alt = f"{scale.title}: " + "; ".join(f"{one.label} {one.spoken}" for one in scale.terms)
    rows = tuple((one.label, one.synonym or "", one.band) for one in scale.terms)
    places = labels(scale)
    svg = _bar(scale, places, alt) if places else _ladder(scale, alt)
    return Figure(svg, alt, scale.title, (("term", "synonym", "per cent"), rows))


def _ladder(scale: Scale, alt: str) -> str:
    """Return the terms under each other, the most likely one on top, each with its band on a line of its own."""
    drawing, last = Drawing(), len(scale.terms) * ROW
    left = max(width(term.label, SIZE) for term in scale.terms) + 10
    unit = (WIDE - left - FIGURES) / 100
    for index, term in enumerate(reversed(scale.terms)):
        base = (index + 1) * ROW - 3.4
        drawing.text(0, base, term.label, SIZE, INK)
        drawing.rect(left, base - 5.2, 100 * unit, STEP, PALE)
        start, end = stretched(left + term.low * unit, left + term.high * unit, left, left + 100 * unit)
        drawing.rect(start, base - 5.2, end - start, STEP, ACCENT)
        drawing.text(WIDE, base, term.band, SIZE, INK, "end")
    drawing.path(to((left, last), (left + 100 * unit, last)), INK, 0.7)
    for value in (0, 25, 50, 75, 100):
        drawing.text(left + value * unit, last + 9, str(value), 7, GREY, "middle")
    return drawing.svg(WIDE, last + 11, alt)


def _x(per_cent: float) -> float:
    return EDGE + per_cent * (WIDE - 2 * EDGE) / 100


def _bar(scale: Scale, places: list[Label], alt: str) -> str:
    drawing = Drawing()
    for term, label in zip(scale.terms, places, strict=True):
        drawing.rect(_x(term.low) + GAP / 2, BAR, _x(term.high) - _x(term.low) - GAP, THICK, TINT)
        _write(drawing, term, label)
    drawing.path(to((_x(scale.terms[0].low), BAR + THICK), (_x(scale.terms[-1].high), BAR + THICK)), INK, 0.7)
    for value, x in filter(None, _limits(scale)):
        drawing.text(x, BAR + THICK + 9, str(value), 7, GREY, "middle")
    return drawing.svg(WIDE, BAR + THICK + 11, alt)


def labels(scale: Scale) -> list[Label]:
    """Return where each term is written over the bar; nothing if two of one height would touch, or two bands."""
    placed = _placed(scale)
    rows = ([label for label in placed if label.raised == raised] for raised in (False, True))
    clear = all(
        one.middle + one.wide / 2 < after.middle - after.wide / 2 for row in rows for one, after in pairwise(row)
    )
    narrow = scale.overlapping or any(term.low == term.high for term in scale.terms)
    return placed if clear and not narrow and None not in _limits(scale) else []


def _placed(scale: Scale) -> list[Label]:
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


def _limits(scale: Scale) -> Iterator[tuple[int, float] | None]:
    """Yield every limit of a band with the place of its number under the bar, or None where it has no room."""
    taken = -1.0
    for value in sorted({limit for term in scale.terms for limit in (term.low, term.high)}):
        wide = width(str(value), 7)
        x = min(max(_x(value), wide / 2), WIDE - wide / 2)
        yield (value, x) if x - wide / 2 > taken else None
        taken = x + wide / 2 + 1.5
