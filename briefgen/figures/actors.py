"""Who stands how to whom: each actor on a line of its own, under the one that it belongs to; other ties at the right.

Every actor has its own height and every tie across its own upright track, so no word can meet another word or a line.
More actors than ``MOST``, or names too long for that, make a list instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefgen.edition import Edition, Record
from briefgen.figures.drawing import LINE, Drawing, block, to, width, wrapped
from briefgen.figures.figure import TALL, WIDE, Figure
from briefgen.figures.palette import ACCENT, GREY, INK, WHITE
from briefgen.figures.ties import Actor, Cluster, Tie, clusters

MOST = 20
ROOM, GUTTER, PAD, SPACE = 150.0, 22.0, 2.6, 11.0  # width of names, between columns, rows and clusters
SIGN, NAME, TRACK, TIP = 3.0, 8.0, 8.0, 3.0  # half a sign, from it to the name, between tracks, an arrow's head
#: How the line of a kind of tie is broken and how thick it is; others are plain.
LINES = {
    "affiliate-of": ("3 1.6", 0.8),
    "splinter-of": ("1 1.5", 1.0),
    "mediates": ("3 1.6", 0.8),
    "opposes": (None, 1.5),
}
SIGNS = {
    "state": "filled square: state",
    "non-state-armed": "filled dot: non-state armed group",
    "party": "open square: party",
    "mediator": "open dot: mediator, also as reported",
    "": "small dot: other",
}


@dataclass(frozen=True)
class Plan:
    """Where everything of a cluster stands, from its own top left corner."""

    cluster: Cluster

    @cached_property
    def indent(self) -> float:
        """From an actor to those under it: room for the words on the line between them."""
        return max((width(actor.tie.words) for actor in self.cluster.actors if actor.tie), default=0) + 24

    @cached_property
    def names(self) -> dict[str, list[str]]:
        """The lines of each name."""
        return {actor.id: wrapped(actor.name, ROOM, bold=not actor.depth) for actor in self.cluster.actors}

    @cached_property
    def ports(self) -> dict[str, list[Tie]]:
        """The ties across that begin or end at each actor."""
        across = self.cluster.across
        return {one.id: [tie for tie in across if one.id in (tie.source, tie.target)] for one in self.cluster.actors}

    @cached_property
    def tops(self) -> dict[str, float]:
        """The top of each actor's row, and under the empty id the height of all."""
        tops, top = {}, 0.0
        for actor in self.cluster.actors:
            tops[actor.id] = top
            top += max(len(self.names[actor.id]), len(self.ports[actor.id])) * LINE + 2 * PAD
        return tops | {"": top}

    @property
    def high(self) -> float:
        """The height in points."""
        return self.tops[""]

    def x(self, actor: Actor) -> float:
        """Return the middle of an actor's sign."""
        return SIGN + 0.5 + actor.depth * self.indent

    def y(self, actor_id: str, port: int = 0) -> float:
        """Return the height of an actor's sign, or of one of its ports."""
        return self.tops[actor_id] + PAD + LINE / 2 + port * LINE

    def end(self, actor: Actor) -> float:
        """Return where an actor's name ends."""
        longest = max(width(line, bold=not actor.depth) for line in self.names[actor.id])
        return self.x(actor) + NAME + longest

    @cached_property
    def wall(self) -> float:
        """Where the tracks of the ties across begin: right of all words."""
        actors = {actor.id: actor for actor in self.cluster.actors}
        words = (self.end(actors[tie.source]) + 10 + width(tie.words) for tie in self.cluster.across)
        return max([*map(self.end, self.cluster.actors), *words]) + TRACK

    @cached_property
    def tracks(self) -> list[int]:
        """The number of the track of each tie across; two on one track never meet."""
        taken: list[list[tuple[float, float]]] = []
        found = []
        for tie in self.cluster.across:
            low, high = sorted(self.ends(tie))
            free = (number for number, spans in enumerate(taken) if all(high < one or low > two for one, two in spans))
            number = next(free, len(taken))
            taken[number : number + 1] = [[*(taken[number] if number < len(taken) else []), (low, high)]]
            found.append(number)
        return found

    def ends(self, tie: Tie) -> tuple[float, float]:
        """Return the heights at which a tie across begins and ends."""
        begin, finish = (self.y(actor, self.ports[actor].index(tie)) for actor in (tie.source, tie.target))
        return begin, finish

    @property
    def wide(self) -> float:
        """The width in points."""
        return self.wall + (max(self.tracks) + 1) * TRACK if self.tracks else self.wall - TRACK


def draw(edition: Edition, record: Record) -> Figure:
    """Return the relations between the actors in ``records``; between all that have any when empty.

    Nothing is drawn that the sheet does not record as a relation. Up to twenty actors are a drawing, more are a list.
    """
    found = clusters(edition, record.get("records") or ())
    every = [tie for cluster in found for tie in cluster.ties]
    if not every:
        return Figure("", "")
    names = {actor.id: actor.name for cluster in found for actor in cluster.actors}
    columns = list(_columns([Plan(cluster) for cluster in found])) if len(names) <= MOST else []
    shown = every if columns else _listable(every, names)
    rows = tuple((names[tie.source], _words(tie), names[tie.target]) for tie in shown)
    alone = [actor.name for cluster in found if not cluster.ties for actor in cluster.actors]
    told = [*(f"{' '.join(row)}." for row in rows), *(f"{name} stands alone." for name in alone)]
    alt = record.get("alt") or f"Relations between actors. {' '.join(told)}"
    svg = _svg(columns, alt) if columns else _list(rows, alt)
    caption = record.get("caption") or "How the actors stand to each other"
    sources = tuple(dict.fromkeys(claim for tie in shown for claim in tie.claims))
    head = ("actor", "relation", "to")
    return Figure(svg, alt, caption, (head, rows), _key(found if columns else [], shown, every), sources)


def _words(tie: Tie) -> str:
    return f"{tie.words} (each of the other)" if tie.mutual else tie.words


def _columns(plans: list[Plan]) -> Iterator[list[Plan]]:
    """Yield the columns of the drawing: two of like height where all is narrow, else one; none without room."""
    half = (WIDE - GUTTER) / 2
    if len(plans) > 1 and all(plan.wide <= half for plan in plans):
        cut = min(range(1, len(plans)), key=lambda at: max(_high(plans[:at]), _high(plans[at:])))
        parts = [plans[:cut], plans[cut:]]
    else:
        parts = [plans]
    if all(plan.wide <= WIDE for plan in plans) and max(map(_high, parts)) <= TALL:
        yield from parts


def _high(plans: Sequence[Plan]) -> float:
    return sum(plan.high + SPACE for plan in plans) - SPACE


def _key(found: list[Cluster], shown: list[Tie], every: list[Tie]) -> str:
    roles = {_sign_of(actor.role) for cluster in found for actor in cluster.actors}
    parts = [text for role, text in SIGNS.items() if role in roles]
    reading = "A line reads from the plain end to the arrow" if found else f"Over {MOST} actors, or long names: a list"
    bare = sum(not tie.claims for tie in shown)
    which = "these relations" if bare == len(shown) else f"{bare} of these {len(shown)} relations"
    grounds = f" The sheet names no source for {which}." if bare else ""
    more = len(every) - len(shown)
    rest = f" {more} more relations are not drawn." if more else ""
    return f"{'; '.join([reading, *parts])}.{grounds}{rest}"


def _sign_of(role: str) -> str:
    return "mediator" if role == "reported-mediator" else role if role in SIGNS else ""


def _svg(columns: list[list[Plan]], alt: str) -> str:
    drawing = Drawing()
    for index, plans in enumerate(columns):
        top = 0.5
        for plan in plans:
            _draw(drawing, plan, (index * (WIDE + GUTTER) / 2, top))
            top += plan.high + SPACE
    return drawing.svg(WIDE, max(map(_high, columns)) + 1, alt)


def _draw(drawing: Drawing, plan: Plan, place: tuple[float, float]) -> None:
    left, top = place
    actors = {actor.id: actor for actor in plan.cluster.actors}
    for actor in plan.cluster.actors:
        if actor.tie:
            _draw_tie(drawing, plan, actor, actors[actor.tie.target], place)
    for tie, track in zip(plan.cluster.across, plan.tracks, strict=True):
        _draw_across(drawing, plan, tie, actors, (left, top, left + plan.wall + track * TRACK))
    for actor in plan.cluster.actors:
        x, y = left + plan.x(actor), top + plan.y(actor.id)
        _draw_sign(drawing, _sign_of(actor.role), x, y)
        drawing.lines(x + NAME, y + 2.6, plan.names[actor.id], bold=not actor.depth)
        if last := max(len(plan.ports[actor.id]) - 1, 0):
            side = left + plan.end(actor) + 2
            drawing.path(to((side, y - 3.4), (side, y + last * LINE + 3.4)), GREY, 0.8)


def _draw_tie(drawing: Drawing, plan: Plan, actor: Actor, above: Actor, place: tuple[float, float]) -> None:
    """Draw the line from an actor up to the one that it stands under, with the words on it."""
    assert actor.tie, "it stands under somebody"
    left, top = place
    trunk, x, y = left + plan.x(above), left + plan.x(actor) - SIGN, top + plan.y(actor.id)
    tip = top + plan.y(above.id) + SIGN + 1.2
    dashes, thick = LINES.get(actor.tie.kind, (None, 0.8))
    drawing.path(to((trunk, y), (trunk, tip + TIP)), INK, 0.8)
    drawing.fill(to((trunk - 2.1, tip + TIP), (trunk, tip), (trunk + 2.1, tip + TIP)) + "Z", INK)
    drawing.path(to((x, y), (trunk, y)), INK, thick, dashes)
    wide = width(actor.tie.words)
    start = (trunk + x - wide) / 2
    drawing.rect(start - 2, y - LINE / 2, wide + 4, LINE, WHITE)
    drawing.text(start, y + 2.5, actor.tie.words, fill=GREY)


def _draw_across(
    drawing: Drawing, plan: Plan, tie: Tie, actors: Mapping[str, Actor], place: tuple[float, float, float]
) -> None:
    """Draw a tie across: its words beside the actor, then a line along its track to the other."""
    left, top, track = place
    begin, finish = (top + y for y in plan.ends(tie))
    start, end = (left + plan.end(actors[one]) + 4.5 for one in (tie.source, tie.target))
    words = start + (TIP + 2 if tie.mutual else 0)
    dashes, thick = LINES.get(tie.kind, (None, 0.8))
    drawing.text(words + 2, begin + 2.5, tie.words, fill=GREY)
    drawing.path(
        to((words + 5 + width(tie.words), begin), (track, begin), (track, finish), (end + TIP, finish)),
        ACCENT,
        thick,
        dashes,
    )
    _head(drawing, end, finish)
    if tie.mutual:
        _head(drawing, start, begin)


def _head(drawing: Drawing, x: float, y: float) -> None:
    drawing.fill(to((x + TIP, y - 2.1), (x, y), (x + TIP, y + 2.1)) + "Z", ACCENT)


def _draw_sign(drawing: Drawing, role: str, x: float, y: float) -> None:
    if role in ("state", "party"):
        side = SIGN - 0.5
        drawing.path(block(x - side, y - side, 2 * side, 2 * side), INK, 1.0, fill=INK if role == "state" else WHITE)
    else:
        drawing.dot(x, y, SIGN - 0.5 if role else 1.4, WHITE if role == "mediator" else INK, INK)


def _listable(every: list[Tie], names: Mapping[str, str]) -> list[Tie]:
    """Return as many ties as a page has room for in a list."""
    left, kept = TALL, []
    for tie in every:
        left -= _list_height((names[tie.source], _words(tie), names[tie.target]))
        if left < 0:
            break
        kept.append(tie)
    return kept


def _cells(row: Sequence[str]) -> list[list[str]]:
    return [wrapped(cell, room) for cell, room in zip(row, (170.0, 104.0, 170.0), strict=True)]


def _list_height(row: Sequence[str]) -> float:
    return max(map(len, _cells(row))) * LINE + 2 * PAD


def _list(rows: Sequence[Sequence[str]], alt: str) -> str:
    drawing, top = Drawing(), 0.4
    for row in rows:
        drawing.path(to((0, top), (WIDE, top)), GREY, 0.35)
        for x, lines in zip((0.0, 182.0, 300.0), _cells(row), strict=True):
            drawing.lines(x, top + PAD + 7.2, lines, fill=GREY if x == 182 else INK)
        top += _list_height(row)
    return drawing.svg(WIDE, top + 0.5, alt)
