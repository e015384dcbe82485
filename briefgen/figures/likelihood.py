"""All judgements on the document's scale, under each other: how likely, how confident, and what was said before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from briefgen.citations import LIKELIHOOD
from briefgen.edition import Edition, Record
from briefgen.figures.confidence import squares
from briefgen.figures.drawing import LINE, OVER, Drawing, strips, to, width, wrapped
from briefgen.figures.figure import TALL, WIDE, Figure
from briefgen.figures.palette import ACCENT, GREY, INK, PALE, TINT, WHITE
from briefgen.figures.placing import Field, Mark, Placed, place
from briefgen.figures.telling import day_told, plain
from briefgen.figures.term import stretched
from briefgen.tradecraft import SCALES
from briefgen.tradecraft.likelihood import Scale, Term

TEXT, ROOM, LEFT, RIGHT = 16.0, 190.0, 222.0, WIDE - 5  # where texts begin, their width, the ends of the scale
HEAD, PAD, BAR, MARK = 14.0, 4.4, 6.4, 27.0
ROUND = (0, 20, 40, 60, 80, 100)


@dataclass(frozen=True)
class Row:
    """A judgement or a scenario: its *number* if it has one, what it says, its term and the *earlier* one."""

    number: str
    text: str
    term: Term
    earlier: Term | None
    confidence: str | None
    until: str

    @property
    def said(self) -> str:
        """The term and its band, and the earlier term."""
        return f"{self.term.label} {self.term.band}%{f', earlier {self.earlier.label}' if self.earlier else ''}"

    @property
    def known(self) -> str:
        """The confidence and the horizon in words, or that it is a scenario."""
        if not self.number:
            return "scenario"
        return ", ".join(filter(None, (self.confidence and f"{self.confidence} confidence", self.until)))

    @property
    def cells(self) -> tuple[str, ...]:
        """The row of the table."""
        earlier, until = self.earlier.label if self.earlier else "", self.until.removeprefix("until ")
        return self.number, self.text, self.term.label, self.term.band, earlier, self.confidence or "", until

    @property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return wrapped(self.text, ROOM)

    @property
    def height(self) -> float:
        """The height in points."""
        return max(len(self.lines) + bool(self.known), self.placed.label.height) * LINE + 2 * PAD

    @property
    def placed(self) -> Placed:
        """Where the band stands and its label."""
        ends = [limit for term in (self.term, self.earlier) if term for limit in _ends(term)]
        (placed,) = place([Mark(min(ends), max(ends), self.said)], Field(LEFT, WIDE))
        return placed


def draw(edition: Edition, record: Record) -> Figure:
    """Return the judgements and scenarios in ``records`` on the scale; all judgements when empty.

    What has no likelihood, as a judgement of fact, is left out.
    """
    scale = SCALES[edition.product["scale"]]
    every = list(_rows(edition, record.get("records") or (), scale))
    found = _fitting(every)
    if not found:
        return Figure("", "")
    title = f"Likelihoods by {scale.title}."
    alt = record.get("alt") or " ".join((title, *map(_told, found)))
    head = ("number", "statement", "likelihood", "per cent", "earlier", "confidence", "until")
    rows = tuple(row.cells for row in found)
    caption = record.get("caption") or "What we judge, on one scale of likelihood"
    svg = _svg(found, scale, record.get("alt") or title)
    return Figure(svg, alt, caption, (head, rows), _key(found, scale, len(every) - len(found)))


def _rows(edition: Edition, chosen: Iterable[str], scale: Scale) -> Iterator[Row]:
    wanted = set(chosen)
    for index, one in enumerate(edition.judgements, 1):
        term = scale.find(one["likelihood"])
        if term and (not wanted or one["id"] in wanted):
            earlier = scale.find((one["changed"] or {}).get("earlier") or "")
            until = f"until {day_told(one['horizon'])}" if one["horizon"] else ""
            text = plain(one["text"].replace(LIKELIHOOD, term.label))
            yield Row(str(index), text, term, earlier if earlier != term else None, one["confidence"], until)
    for one in edition.scenarios:
        term = scale.find(one["likelihood"])
        if term and one["id"] in wanted:
            yield Row("", plain(one["text"]), term, None, None, "")


def _fitting(every: list[Row]) -> list[Row]:
    """Return as many rows, in their order, as a page has room for."""
    left, kept = TALL - HEAD, []
    for row in every:
        left -= row.height
        if left < 0:
            break
        kept.append(row)
    return kept


def _told(row: Row) -> str:
    return f"{row.number or 'Scenario'}: {row.text.rstrip('.')} {_in_words(row)}."


def _in_words(row: Row) -> str:
    term = f"{row.term.label}, {row.term.spoken}"
    earlier = f", earlier {row.earlier.label}, {row.earlier.spoken}" if row.earlier else ""
    return f"({'; '.join(filter(None, (term + earlier, row.number and row.known)))})"


def _key(found: list[Row], scale: Scale, more: int) -> str:
    parts = [f"Bar: the band of the term, {scale.title}"]
    parts += ["dashed: the term of the earlier issue"] if any(row.earlier for row in found) else []
    parts += ["squares: confidence"] if any(row.confidence for row in found) else []
    parts += ["white between the bands: no term"] if _gaps(scale) and not scale.overlapping else []
    rest = f" {more} more {'is' if more == 1 else 'are'} not drawn." if more else ""
    return f"{'; '.join(parts)}.{rest}"


def _gaps(scale: Scale) -> bool:
    return any(after.low - term.high > 1 for term, after in pairwise(scale.terms))


def _x(per_cent: float) -> float:
    return LEFT + per_cent / 100 * (RIGHT - LEFT)


def _ends(term: Term) -> tuple[float, float]:
    return stretched(_x(term.low) + 0.45, _x(term.high) - 0.45, LEFT, RIGHT)


def _svg(found: list[Row], scale: Scale, alt: str) -> str:
    drawing, top = Drawing(), HEAD
    _axis(drawing, scale)
    head, rows = drawing.strip(WIDE, 0, HEAD + OVER, alt), []
    for row in found:
        bottom = top + row.height
        _ground(drawing, scale, top, bottom)
        if scale.overlapping:
            _clear(drawing, row, top)
        _draw_row(drawing, row, top)
        drawing.path(to((0, bottom), (WIDE, bottom)), GREY, 0.35)
        rows.append(drawing.strip(WIDE, top + OVER, bottom + OVER, _told(row)))
        top = bottom
    return strips(head, rows)


def _clear(drawing: Drawing, row: Row, top: float) -> None:
    """Lay paper under a label, so that no line of the ground runs through it."""
    label = row.placed.label
    first = top + PAD + (LINE if label.below else 0)
    drawing.rect(label.left - 1.5, first, label.right - label.left + 3, len(label.lines) * LINE, WHITE)


def _ground(drawing: Drawing, scale: Scale, top: float, bottom: float) -> None:
    """Draw the bands that stand side by side; where they overlap, lines at round numbers."""
    if scale.overlapping:
        for value in ROUND:
            drawing.path(to((_x(value), top), (_x(value), bottom)), TINT, 0.6)
    else:
        for term in scale.terms:
            left, right = _ends(term)
            drawing.rect(left, top + 2 * OVER, right - left, bottom - top - OVER, PALE)


def _axis(drawing: Drawing, scale: Scale) -> None:
    drawing.path(to((0, HEAD), (WIDE, HEAD)), INK, 0.75)
    drawing.text(LEFT - 12, HEAD - 5, "per cent", 7, GREY, "end")
    if scale.overlapping:
        _ground(drawing, scale, HEAD - 3, HEAD)
    taken = 0.0
    for value in ROUND if scale.overlapping else sorted({end for term in scale.terms for end in (term.low, term.high)}):
        wide = width(str(value), 7)
        x = min(max(_x(value), LEFT), WIDE - wide / 2)
        if x - wide / 2 > taken:
            drawing.text(x, HEAD - 5, str(value), 7, GREY, "middle")
            taken = x + wide / 2 + 1.5


def _draw_row(drawing: Drawing, row: Row, top: float) -> None:
    first = top + PAD + 7.2
    drawing.text(0, first, row.number, bold=True)
    y = drawing.lines(TEXT, first, row.lines)
    if row.confidence:
        squares(drawing, row.confidence, TEXT, y - 5.6)
    drawing.text(TEXT + (MARK if row.confidence else 0), y, row.known, fill=GREY)
    middle = top + PAD + LINE / 2
    if row.earlier:
        left, right = _ends(row.earlier)
        sides = to((left, middle - BAR / 2), (right, middle - BAR / 2), (right, middle + BAR / 2))
        drawing.path(f"{sides}L{left:.2f},{middle + BAR / 2:.2f}Z", ACCENT, 0.7, "1.7 1.1", WHITE)
    left, right = _ends(row.term)
    drawing.rect(left, middle - BAR / 2, right - left, BAR, ACCENT)
    label = row.placed.label
    drawing.lines(label.left, first + (LINE if label.below else 0), label.lines)
