"""Who keeps what was promised: agreements and undertakings by party, breaches as alleged and as we assess them.

What a party alleges is counted; what we judge stands on the ruler of the scale. The two are never one number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefgen.edition import Edition, Record
from briefgen.figures.drawing import LINE, OVER, Drawing, strips, to, width, wrapped
from briefgen.figures.figure import TALL, WIDE, Figure
from briefgen.figures.palette import GREY, INK
from briefgen.figures.term import EDGE, ruler
from briefgen.figures.terms import WHOLE, Breach, Pact, Promise, names, pacts
from briefgen.tradecraft import SCALES
from briefgen.tradecraft.likelihood import Scale

SIDE, GAP, PAD = 138.0, 12.0, 4.2  # width of the undertakings, space between columns, over and under a row
RULER, NUMBER = 92.0, 9.2  # width of the scale, size of a count
ABREAST = 3  # parties beside each other; more stand below
STEP = 12.0  # from the last line of an event past its ruler
FREE = "not bound by it"
KEY = (
    "Large number: breaches that somebody alleges, with who does. Ruler: our own judgement whether it was one, {}; "
    "an empty ruler is a judgement that nobody has made."
)


@dataclass(frozen=True)
class Grid:
    """An agreement and those of its parties that stand beside each other, by id with what each is called and says."""

    pact: Pact
    parties: Mapping[str, tuple[str, str]]

    @property
    def room(self) -> float:
        """The width of a column's words."""
        return (WIDE - SIDE) / ABREAST - GAP

    def columns(self) -> Iterator[tuple[str, float]]:
        """Yield each party with the left edge of its column."""
        for index, party in enumerate(self.parties):
            yield party, SIDE + index * (self.room + GAP)

    def cell(self, promise: Promise, party: str) -> float:
        """Return the height of what stands in a cell."""
        if promise.text != WHOLE and party not in promise.by:
            return LINE
        breaches = sum(_breach_height(one, self.room) for one in promise.breaches)
        return len(_counted(promise, self.room)) * LINE + breaches + bool(breaches)

    def height(self, promise: Promise) -> float:
        """Return the height of a row."""
        shown = list(self.parties)[:1] if promise.text == WHOLE else self.parties
        cells = [self.cell(promise, party) for party in shown]
        return max(sum(map(len, _promised(promise))) * LINE, *cells) + 2 * PAD

    @property
    def head(self) -> float:
        """The height of title and parties."""
        parties = (self.heading(*party, self.room) for party in self.parties.values())
        return max(sum(map(len, one)) for one in (self.title, *parties)) * LINE + 2 * PAD

    @property
    def title(self) -> tuple[list[str], list[str]]:
        """The lines of the agreement's title and standing."""
        return self.heading(self.pact.title, self.pact.standing, SIDE - GAP)

    @staticmethod
    def heading(name: str, says: str, room: float) -> tuple[list[str], list[str]]:
        """Return the lines of a name in bold, and of what stands under it."""
        return wrapped(name, room, bold=True), wrapped(says, room)

    @property
    def tall(self) -> float:
        """The height of the whole."""
        return self.head + sum(self.height(promise) for promise in self.pact.promises)


def draw(edition: Edition, record: Record) -> Figure:
    """Return the grids of the agreements in ``records``, of all that hold undertakings when empty.

    Each undertaking is a drawing of its own, so that a page can end between two.
    """
    scale, called = SCALES[edition.product["scale"]], names(edition)
    every = [grid for pact in pacts(edition, record.get("records") or ()) for grid in _grids(pact, called)]
    found = _fitting(every)
    if not found:
        return Figure("", "")
    shown = _once(found)
    rows = tuple(cells for pact in shown for cells in _cells(pact, called))
    told = [(_said(grid.pact, called), [_told(one, called) for one in grid.pact.promises]) for grid in found]
    alt = record.get("alt") or " ".join(text for said, promises in told for text in (said, *promises))
    told[0] = record.get("alt") or told[0][0], told[0][1]
    caption = record.get("caption") or "Undertakings by party, and what is held to break them"
    left = len(every) - len(found)
    more = f" {left} more {'is' if left == 1 else 'are'} not drawn." if left else ""
    head = ("agreement", "undertaking", "party", "says of the agreement", "alleged breaches", "assessed")
    svg = "".join(_strips(grid, scale, *words) for grid, words in zip(found, told, strict=True))
    sources = tuple(pact.id for pact in shown)
    return Figure(svg, alt, caption, (head, rows), KEY.format(scale.title) + more, sources)


def _grids(pact: Pact, called: Mapping[str, str]) -> Iterator[Grid]:
    """Yield the agreement as often as its parties need, as many of them abreast as have room."""
    parties = [(party, (called[party], says)) for party, says in pact.parties.items()] or [("", ("", ""))]
    for start in range(0, len(parties), ABREAST):
        yield Grid(pact, dict(parties[start : start + ABREAST]))


def _fitting(every: list[Grid]) -> list[Grid]:
    left, kept = TALL, list[Grid]()
    for grid in every:
        left -= grid.tall + GAP
        if left < 0 and kept:
            break
        kept.append(grid)
    return kept


def _once(found: Sequence[Grid]) -> list[Pact]:
    return list({grid.pact.id: grid.pact for grid in found}.values())


def _cells(pact: Pact, called: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    for promise in pact.promises:
        breaches = "; ".join(one.words for one in promise.breaches) or "none"
        for party in promise.by or ("",):
            says = pact.parties.get(party, "")
            undertaking = f"{promise.text.rstrip('.')} ({promise.check})" if promise.check else promise.text
            yield pact.title, undertaking, called.get(party, ""), says, promise.count, breaches


def _said(pact: Pact, called: Mapping[str, str]) -> str:
    says = "; ".join(f"{called.get(party, '')}: {words}" for party, words in pact.parties.items())
    return f"{pact.title}{f' ({pact.standing})' if pact.standing else ''}. {says}."


def _told(promise: Promise, called: Mapping[str, str]) -> str:
    who = ", ".join(called[party] for party in promise.by) or "nobody in particular"
    text = f"{who}: {promise.text.rstrip('.')}{f' ({promise.check})' if promise.check else ''}."
    return " ".join((text, f"Breaches: {promise.count}.", *(f"{one.words}." for one in promise.breaches)))


def _strips(grid: Grid, scale: Scale, said: str, told: Sequence[str]) -> str:
    drawing, top, promises = Drawing(), grid.head, grid.pact.promises
    drawing.path(to((0, 0.4), (WIDE, 0.4)), INK, 0.75)
    _draw_head(drawing, grid)
    drawing.path(to((0, top), (WIDE, top)), GREY, 0.35)
    head, rows = drawing.strip(WIDE, 0, top + OVER, said), []
    for promise, words in zip(promises, told, strict=True):
        bottom = top + grid.height(promise)
        _draw_row(drawing, grid, promise, scale, top)
        line = (INK, 0.75) if promise is promises[-1] else (GREY, 0.35)
        drawing.path(to((0, bottom), (WIDE, bottom)), *line)
        rows.append(drawing.strip(WIDE, top + OVER, bottom + OVER, words))
        top = bottom
    return strips(head, rows)


def _promised(promise: Promise) -> tuple[list[str], list[str]]:
    return wrapped(promise.text, SIDE - GAP), wrapped(promise.check, SIDE - GAP)


def _draw_head(drawing: Drawing, grid: Grid) -> None:
    parties = [(left, grid.heading(*grid.parties[party], grid.room)) for party, left in grid.columns()]
    for left, (name, says) in [(0.0, grid.title), *parties]:
        drawing.lines(left, drawing.lines(left, PAD + 7.2, name, bold=True), says, fill=GREY)


def _draw_row(drawing: Drawing, grid: Grid, promise: Promise, scale: Scale, top: float) -> None:
    first = top + PAD + 7.2
    text, check = _promised(promise)
    drawing.lines(0, drawing.lines(0, first, text), check, fill=GREY)
    for index, (party, left) in enumerate(grid.columns()):
        if party in promise.by or (promise.text == WHOLE and not index):
            _draw_cell(drawing, promise, scale, (left, top + PAD), grid.room)
        elif promise.text != WHOLE:
            drawing.text(left, first, FREE, fill=GREY)


def _lines(breach: Breach, room: float) -> tuple[list[str], list[str], list[str]]:
    """Return the lines of a breach: the event, what we judge, and what else there is to say."""
    return wrapped(breach.event, room), wrapped(breach.assessed, room, bold=True), wrapped(breach.note, room)


def _breach_height(breach: Breach, room: float) -> float:
    return sum(map(len, _lines(breach, room))) * LINE + STEP


def _draw_cell(drawing: Drawing, promise: Promise, scale: Scale, place: tuple[float, float], room: float) -> None:
    left, top = place
    number = str(promise.alleged) if promise.alleged else ""
    indent = width(number, NUMBER, bold=True) + 4 if number else 0
    drawing.text(left, top + 7.8, number, NUMBER, bold=True)
    drawing.lines(left + indent, top + 7.2, wrapped(promise.count.removeprefix(number).strip(), room - 14))
    top += len(_counted(promise, room)) * LINE + 1
    for breach in promise.breaches:
        event, judged, note = _lines(breach, room)
        y = drawing.lines(left, top + 7.2, event, fill=GREY)
        ruler(drawing, scale, (breach.term, None), (left - EDGE, y - 6), RULER)
        y = drawing.lines(left, y + STEP - 0.4, judged, fill=INK if breach.term else GREY, bold=bool(breach.term))
        drawing.lines(left, y, note, fill=GREY)
        top += _breach_height(breach, room)


def _counted(promise: Promise, room: float) -> list[str]:
    return wrapped(promise.count, room - 14)
