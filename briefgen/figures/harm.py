"""Harm to people: what is known of each event's killed, injured, displaced …, and what each source gives.

One panel a kind of harm, each with its own axis from nought; within it one row an event, in order of time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.edition import Edition, Record
from briefgen.figures.cases import KINDS, Case, Count, Toll, cases
from briefgen.figures.drawing import LINE, OVER, Drawing, strips, to, width, wrapped
from briefgen.figures.figure import TALL, WIDE, Figure
from briefgen.figures.palette import GREY, HARM, INK, TINT, WHITE
from briefgen.figures.placing import Field, Mark, Placed, place
from briefgen.figures.telling import letters
from briefgen.figures.toll import ceiling, step

TITLE, ROOM, LEFT = 16.0, 170.0, 202.0  # where titles begin, their width, and the line of nought
HEAD, PAD = 19.0, 3.0  # height of a panel's axis, of the space over and under a row
DOT, GIVEN, TICK, ARROW, BADGE = 2.8, 1.9, 3.4, 15.0, 5.2
SIGNS = {
    "range": "ticks: lowest and highest number",
    "best": "large dot: best number",
    "more": "arrow: at least, or more",
    "read": "small dot: what one source gives",
    "unseen": "open dot: a source that we have not seen",
}


@dataclass(frozen=True)
class Row:
    """One event in one panel: its letter, its toll and where mark and labels stand."""

    letter: str
    case: Case
    toll: Toll
    whole: Placed
    given: tuple[Placed, ...]

    @property
    def heading(self) -> tuple[list[str], list[str]]:
        """The lines of title and date."""
        return _heading(self.case)

    @property
    def height(self) -> float:
        """The height in points."""
        beside = self.whole.label.height + sum(_heights(self.given))
        return max(sum(map(len, self.heading)), beside) * LINE + 2 * PAD


@dataclass(frozen=True)
class Panel:
    """One kind of harm: the end of its axis and its rows."""

    kind: str
    most: int
    rows: tuple[Row, ...]

    @property
    def title(self) -> str:
        """What the axis shows, in words."""
        return f"Harm to people: {self.kind}."

    @property
    def told(self) -> list[str]:
        """Each row in words."""
        cells = ((f"{title}, {when}: {number}", given) for title, when, _, number, given in _cells(self))
        return [f"{text}{f' ({given})' if given else ''}." for text, given in cells]

    def x(self, value: float) -> float:
        """Return where a number stands."""
        return _x(value, self.most)


def draw(edition: Edition, record: Record) -> Figure:
    """Return the harm of the events in ``records``; of all that did any when empty.

    What nobody has counted has no mark: unknown is not nought. Where a page has no room for all of them, those with
    the highest numbers are drawn, and the key says how many are not.
    """
    every = list(cases(edition, record.get("records") or ()))
    found = _fitting(every)
    if not found:
        return Figure("", "")
    panels = list(_panels(found))
    rows = tuple(cells for panel in panels for cells in _cells(panel))
    alt = record.get("alt") or " ".join(told for panel in panels for told in (panel.title, *panel.told))
    caption = record.get("caption") or "Harm to people, by event"
    sources = tuple(dict.fromkeys(one for case in found for one in case.records))
    head = ("event", "date", "harm", "number", "by source")
    svg, key = _svg(panels, record.get("alt")), _key(panels, len(every) - len(found))
    return Figure(svg, alt, caption, (head, rows), key, sources)


def _fitting(every: list[Case]) -> list[Case]:
    """Return the cases that have room on a page: those with the highest numbers, in order of time."""
    ranked = sorted(every, key=lambda case: -max(toll.highest for toll in case.tolls))
    left = TALL - HEAD * len({toll.kind for case in every for toll in case.tolls})
    kept: list[Case] = []
    for case in ranked:
        left -= sum(_at_most(case, toll) for toll in case.tolls)
        if left < 0:
            break
        kept.append(case)
    return [case for case in every if any(case is one for one in kept)]


def _at_most(case: Case, toll: Toll) -> float:
    return max(sum(map(len, _heading(case))), 2 + 2 * len(toll.apart)) * LINE + 2 * PAD


def _heading(case: Case) -> tuple[list[str], list[str]]:
    return wrapped(case.title, ROOM), wrapped(case.when, ROOM)


def _panels(found: list[Case]) -> Iterator[Panel]:
    for kind in KINDS:
        counted = [(index, case, toll) for index, case in enumerate(found) if (toll := case.toll(kind))]
        if counted:
            most = ceiling(max(toll.highest for _, _, toll in counted))
            rows = (_row(letters(index).upper(), case, toll, most) for index, case, toll in counted)
            yield Panel(kind, most, tuple(rows))


def _row(letter: str, case: Case, toll: Toll, most: int) -> Row:
    field = Field(LEFT + 2, WIDE)
    (whole,) = place([_mark(toll.count, toll.words, most, DOT)], field)
    given = place([_mark(one.count, one.words, most, GIVEN) for one in toll.apart], field)
    return Row(letter, case, toll, whole, tuple(given))


def _mark(count: Count, words: str, most: int, radius: float) -> Mark:
    return Mark(_x(count.low, most) - radius, _x(count.high, most) + (ARROW if count.known.open else radius), words)


def _x(value: float, most: int) -> float:
    return LEFT + value / most * (WIDE - LEFT - ARROW - 4)


def _heights(given: tuple[Placed, ...]) -> list[int]:
    rows = sorted({one.row for one in given})
    return [max(one.label.height for one in given if one.row == row) for row in rows]


def _cells(panel: Panel) -> Iterator[tuple[str, ...]]:
    for row in panel.rows:
        given = "; ".join(one.words for one in row.toll.given)
        yield row.case.title, row.case.when, panel.kind, row.toll.count.words, given


def _key(panels: list[Panel], more: int) -> str:
    tolls = [row.toll for panel in panels for row in panel.rows]
    given = [one for toll in tolls for one in toll.apart]
    counts = [*(toll.count for toll in tolls), *(one.count for one in given)]
    used = {
        "range": any(count.low < count.high or count.best is None for count in counts),
        "best": any(toll.count.best is not None for toll in tolls),
        "more": any(count.known.open for count in counts),
        "read": any(one.read for one in given),
        "unseen": any(not one.read for one in given),
    }
    words = "; ".join(text for sign, text in SIGNS.items() if used[sign])
    rest = f" {more} more, with lower numbers, {'is' if more == 1 else 'are'} not drawn." if more else ""
    return f"{words[:1].upper()}{words[1:]}. What nobody has counted is left out.{rest}"


def _svg(panels: list[Panel], alt: str | None) -> str:
    titles = [alt or panels[0].title, *(panel.title for panel in panels[1:])]
    return "".join(_strips(panel, title) for panel, title in zip(panels, titles, strict=True))


def _strips(panel: Panel, title: str) -> str:
    drawing, top, rows = Drawing(), HEAD, list[str]()
    _axis(drawing, panel)
    head = drawing.strip(WIDE, 0, HEAD, title)
    for row, told in zip(panel.rows, panel.told, strict=True):
        bottom = top + row.height
        _grid(drawing, panel, top, bottom)
        _draw_row(drawing, panel, row, top)
        drawing.path(to((0, bottom), (WIDE, bottom)), GREY, 0.35)
        rows.append(drawing.strip(WIDE, top + OVER * bool(rows), bottom + OVER, told))
        top = bottom
    return strips(head, rows)


def _axis(drawing: Drawing, panel: Panel) -> None:
    drawing.text(0, 9, panel.kind.capitalize(), bold=True)
    drawing.path(to((0, HEAD - 4), (WIDE, HEAD - 4)), INK, 0.75)
    for value in range(0, panel.most + 1, step(panel.most)):
        wide = width(f"{value:,}")
        drawing.text(min(panel.x(value), WIDE - wide / 2), 9, f"{value:,}", fill=GREY, anchor="middle")
    _grid(drawing, panel, HEAD - 7, HEAD)


def _grid(drawing: Drawing, panel: Panel, top: float, bottom: float) -> None:
    for value in range(0, panel.most + 1, step(panel.most)):
        x = panel.x(value)
        drawing.path(to((x, top), (x, bottom)), TINT if value else INK, 0.6 if value else 0.75)


def _draw_row(drawing: Drawing, panel: Panel, row: Row, top: float) -> None:
    title, when = row.heading
    drawing.dot(BADGE + 0.5, top + PAD + LINE / 2, BADGE, WHITE, INK)
    drawing.text(BADGE + 0.5, top + PAD + LINE / 2 + 2.5, row.letter, 7, INK, "middle", bold=True)
    drawing.lines(TITLE, drawing.lines(TITLE, top + PAD + 7.2, title), when, fill=GREY)
    _label(drawing, row.whole, top + PAD, INK)
    _whole(drawing, panel, row.toll.count, top + PAD + LINE / 2)
    top += PAD + row.whole.label.height * LINE
    heights = _heights(row.given)
    for one, placed in zip(row.toll.apart, row.given, strict=True):
        y = top + sum(heights[: placed.row]) * LINE
        _label(drawing, placed, y, GREY)
        _given(drawing, panel, one.count, y + LINE / 2, filled=one.read)


def _label(drawing: Drawing, placed: Placed, top: float, fill: str) -> None:
    """Write a label on paper, so that no line of the axis runs through it."""
    label = placed.label
    first = top + (LINE if label.below else 0)
    drawing.rect(label.left - 1.5, first + 0.6, label.right - label.left + 3, len(label.lines) * LINE - 1.2, WHITE)
    drawing.lines(label.left, first + 7.2, label.lines, fill=fill)


def _whole(drawing: Drawing, panel: Panel, count: Count, y: float) -> None:
    low, high = panel.x(count.low), panel.x(count.high)
    _stretch(drawing, (low, high), y, more=count.known.open, stroke=HARM, thick=1.5)
    for x in (panel.x(end) for end in count.known.ends if end != count.best):
        drawing.path(to((x, y - TICK), (x, y + TICK)), HARM, 1.5)
    if count.best is not None:
        drawing.dot(panel.x(count.best), y, DOT, HARM, HARM)


def _given(drawing: Drawing, panel: Panel, count: Count, y: float, *, filled: bool) -> None:
    low, high = panel.x(count.low), panel.x(count.high)
    _stretch(drawing, (low, high), y, more=count.known.open, stroke=INK, thick=0.7)
    for x in map(panel.x, count.known.ends):
        drawing.dot(x, y, GIVEN, INK if filled else WHITE, INK)


def _stretch(drawing: Drawing, ends: tuple[float, float], y: float, *, more: bool, stroke: str, thick: float) -> None:
    """Draw the line of a range and, dashed, the arrow beyond it."""
    low, high = ends
    if high > low:
        drawing.path(to((low, y), (high, y)), stroke, thick)
    if more:
        tip = high + ARROW - 1
        drawing.path(to((high, y), (tip, y)), stroke, thick, "2.2 1.4")
        drawing.fill(to((tip - 3.6, y - 2.6), (tip + 0.4, y), (tip - 3.6, y + 2.6)) + "Z", stroke)
