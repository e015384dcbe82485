"""The course of events in lanes: what is known to the day is filled, what is not shows how much is not known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefgen.edition import Edition, Record
from briefgen.figures.axis import BREAK, Axis, axis, ticks
from briefgen.figures.drawing import OVER, Drawing, strips, to, width, wrapped
from briefgen.figures.figure import Figure
from briefgen.figures.moments import AGREEMENTS, LANES, Item, Moment, cutoff, items
from briefgen.figures.palette import ACCENT, GREY, INK, PALE, WHITE
from briefgen.figures.placing import Field, Label, Mark, Placed, place

WIDE, SIDE = 470.0, 62.0
HEAD, LINE, PAD = 26.0, 10.4, 3.2  # height of the axis, of a line of labels, of the space over and under a lane
AHEAD = 52.0  # width at least kept for what lies after the cut-off
RADIUS, BAR, ARROW = 2.6, 3.2, 16.0
GREYED = 1.0  # a narrower strip after the cut-off is not drawn
AFTER = "after cut-off"
SIGNS = {
    "day": "filled: day known",
    "near": "open: day inferred or approximate",
    "within": "bracket: only the span is known",
    "until": "arrow to the left: not later than",
    "lasting": "bar: lasted; dotted where an end is not exact",
    "unconfirmed": "dashed: not confirmed",
    "cutoff": "shaded: after the information cut-off",
    "break": "the scale changes at the break",
}


@dataclass(frozen=True)
class Lane:
    """A row of rows: *title*, its *items* in order of time and where they are *placed*."""

    title: str
    items: tuple[Item, ...]
    placed: tuple[Placed, ...]

    def heights(self) -> list[int]:
        """Return the lines that each row needs."""
        rows = range(1 + max(one.row for one in self.placed))
        return [max(one.label.height for one in self.placed if one.row == row) for row in rows]

    @property
    def height(self) -> float:
        """The height in points."""
        return max(sum(self.heights()), len(wrapped(self.title, SIDE - 6, bold=True))) * LINE + 2 * PAD


def draw(edition: Edition, record: Record) -> Figure:
    """Return the timeline of ``records`` (ids of events and agreements; all that are dated when empty)."""
    now = cutoff(edition)
    found = items(edition, record.get("records") or (), now)
    if not found:
        return Figure("", "", "")
    scale = _axis(found, now)
    lanes = [_lane(title, found, scale, now) for title in _titles(found)]
    alt = record.get("alt") or " ".join(("Timeline.", *map(_told, lanes)))
    rows = tuple((item.told, item.lane, item.label) for item in found)
    caption = record.get("caption") or "Course of events"
    svg = _svg(lanes, scale, now, record.get("alt") or "Timeline.")
    return Figure(svg, alt, caption, (("date", "lane", "what"), rows), _key(found, scale, now))


def _axis(found: list[Item], now: float) -> Axis:
    points = [*(item.moment.start for item in found), *(item.moment.end for item in found)]
    end = max([now, *points])
    plain = axis(points, end, SIDE, WIDE)
    last = plain.stretches[-1]
    if end > now and last.right - last.x(now) < AHEAD:
        share = AHEAD / (last.right - last.left)
        end = now + (now - last.start) * share / (1 - share)
    return axis(points, end, SIDE, WIDE)


def _titles(found: list[Item]) -> list[str]:
    order = [AGREEMENTS, *LANES]
    own = dict.fromkeys(item.lane for item in found)
    return sorted(own, key=lambda title: order.index(title) if title in order else len(order))


def _lane(title: str, found: list[Item], scale: Axis, now: float) -> Lane:
    mine = tuple(item for item in found if item.lane == title)
    wall = scale.x(now)
    field = Field(SIDE + 2, WIDE, wall if wall < WIDE - GREYED else None)
    return Lane(title, mine, tuple(place([_mark(item, scale) for item in mine], field)))


def _mark(item: Item, scale: Axis) -> Mark:
    moment = item.moment
    left, right = scale.x(moment.start), scale.x(moment.end)
    if moment.known in ("day", "near"):
        middle = (left + right) / 2
        return Mark(middle - RADIUS - 0.5, middle + RADIUS + 0.5, item.label)
    if moment.known == "until":
        return Mark(right - ARROW, right, item.label)
    return Mark(left, max(right, left + 6), item.label, hollow=moment.known == "within" or not item.firm)


def _told(lane: Lane) -> str:
    return f"{lane.title}: {'; '.join(f'{item.told}: {item.label}' for item in lane.items)}."


def _svg(lanes: list[Lane], scale: Axis, now: float, alt: str) -> str:
    drawing, wall, top = Drawing(), scale.x(now), HEAD
    _head(drawing, scale)
    if WIDE - wall > width(AFTER):
        drawing.text(wall + 3, HEAD - 15, AFTER, fill=GREY)
    drawing.path(to((wall, HEAD - 4), (wall, HEAD)), INK, 0.7, "2 1.6")
    head, rows = drawing.strip(WIDE, 0, HEAD + OVER, alt), []
    for lane in lanes:
        _draw_ground(drawing, wall, top, lane.height)
        _draw_lane(drawing, lane, top, wall)
        top += lane.height
        drawing.path(to((0, top), (WIDE, top)), INK if lane is lanes[-1] else GREY, 0.75 if lane is lanes[-1] else 0.35)
        rows.append(drawing.strip(WIDE, top - lane.height + OVER, top + OVER, _told(lane)))
    return strips(head, rows)


def _draw_ground(drawing: Drawing, wall: float, top: float, high: float) -> None:
    """Draw the cut-off through a lane, and shade what lies after it, clear of the line over the lane."""
    if wall < WIDE - GREYED:
        drawing.rect(wall, top + 2 * OVER, WIDE - wall, high - OVER, PALE)
    drawing.path(to((wall, top), (wall, top + high)), INK, 0.7, "2 1.6")


def _head(drawing: Drawing, scale: Axis) -> None:
    for stretch in scale.stretches:
        drawing.path(to((stretch.left, HEAD), (stretch.right, HEAD)), INK, 0.75)
        for tick in ticks(stretch):
            drawing.path(to((tick.x, HEAD), (tick.x, HEAD - 3)), INK, 0.6)
            drawing.text(tick.x, HEAD - 5.5, tick.label, fill=GREY)
            if tick.year:
                drawing.text(tick.x, HEAD - (15 if tick.label else 5.5), tick.year, bold=True)
    drawing.path(to((0, HEAD), (SIDE, HEAD)), GREY, 0.35)
    if len(scale.stretches) > 1:
        middle = scale.stretches[0].right + BREAK / 2
        for x in (middle - 2, middle + 2):
            drawing.path(to((x - 1.6, HEAD + 3.4), (x + 1.6, HEAD - 3.4)), INK, 0.8)


def _draw_lane(drawing: Drawing, lane: Lane, top: float, wall: float) -> None:
    for index, line in enumerate(wrapped(lane.title, SIDE - 6, bold=True)):
        drawing.text(0, top + PAD + (index + 0.76) * LINE, line, bold=True)
    heights = lane.heights()
    for item, placed in zip(lane.items, lane.placed, strict=True):
        y = top + PAD + sum(heights[: placed.row]) * LINE
        _draw_mark(drawing, item, placed.mark, y + LINE / 2)
        _draw_label(drawing, placed.label, y, wall)


def _draw_mark(drawing: Drawing, item: Item, mark: Mark, y: float) -> None:
    known = item.moment.known
    if known in ("day", "near"):
        drawing.dot((mark.left + mark.right) / 2, y, RADIUS, INK if known == "day" else WHITE, INK)
    elif known == "until":
        drawing.path(_tip(mark.left, y, -3) + to((mark.left, y), (mark.right, y)) + _upright(mark.right, y), INK, 0.8)
    elif known == "within":
        line = to((mark.left, y), (mark.right, y))
        drawing.path(_upright(mark.left, y) + line + _upright(mark.right, y), INK, 0.8)
    elif not item.firm:
        outline = to((mark.left, y - BAR), (mark.right, y - BAR), (mark.right, y + BAR), (mark.left, y + BAR)) + "Z"
        drawing.path(outline, ACCENT, 0.8, "2.2 1.6", WHITE)
    else:
        _draw_bar(drawing, item.moment, mark, y)


def _draw_bar(drawing: Drawing, moment: Moment, mark: Mark, y: float) -> None:
    share = (mark.right - mark.left) / (moment.end - moment.start)
    drawing.path(to((mark.left, y), (mark.right, y)), ACCENT, 1.2, "1.2 1.4")
    if moment.core:
        left = mark.left + (moment.core[0] - moment.start) * share
        right = mark.right if moment.ongoing else mark.left + (moment.core[1] - moment.start) * share
        drawing.rect(left, y - BAR / 2, max(right - left, 1), BAR, ACCENT)
    if moment.ongoing:
        drawing.path(_tip(mark.right, y, 3), ACCENT, 0.9)


def _upright(x: float, y: float) -> str:
    return to((x, y - 3), (x, y + 3))


def _tip(x: float, y: float, back: float) -> str:
    return to((x - back, y - 3), (x, y), (x - back, y + 3))


def _draw_label(drawing: Drawing, label: Label, y: float, wall: float) -> None:
    if label.inside or label.left < wall < label.right:
        top = y + (LINE if label.below else 0)
        drawing.rect(label.left - 2, top + 1.4, label.right - label.left + 4, len(label.lines) * LINE - 2.8, WHITE)
    for index, line in enumerate(label.lines):
        drawing.text(label.left, y + (index + label.below + 0.76) * LINE, line)


def _key(found: Iterable[Item], scale: Axis, now: float) -> str:
    used = {item.moment.known if item.firm else "unconfirmed" for item in found}
    used |= {"cutoff"} if scale.x(now) < WIDE - GREYED else set()
    used |= {"break"} if len(scale.stretches) > 1 else set()
    words = "; ".join(text for sign, text in SIGNS.items() if sign in used)
    return f"{words[:1].upper()}{words[1:]}." if words else ""
