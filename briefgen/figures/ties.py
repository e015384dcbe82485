"""What the figure of actors shows: who stands how to whom, as the sheet records it and no more."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from briefgen.edition import Edition

#: Ties that put one actor under another.
UNDER = ("part-of", "member-of", "faction-of", "branch-of", "wing-of", "unit-of", "splinter-of", "affiliate-of")
#: The order of the groups, and the order of all other roles after them.
ROLES = ("state", "non-state-armed", "party", "mediator", "reported-mediator", "civil-society")


@dataclass(frozen=True)
class Tie:
    """A relation from one actor to another; *mutual* when each records it of the other, *claims* are its grounds."""

    source: str
    kind: str
    target: str
    claims: tuple[str, ...]
    mutual: bool = False

    @property
    def words(self) -> str:
        """The kind in words: ``part of``."""
        return self.kind.replace("-", " ")


@dataclass(frozen=True)
class Actor:
    """Who is drawn: the *name* in print and the *role*; *depth* counts those above it, *tie* leads to the next one."""

    id: str
    name: str
    role: str
    depth: int
    tie: Tie | None


@dataclass(frozen=True)
class Cluster:
    """Actors that are tied to each other, each under the one that it belongs to, and the ties across."""

    actors: tuple[Actor, ...]
    across: tuple[Tie, ...]

    @property
    def ties(self) -> list[Tie]:
        """All ties, in the order of the actors."""
        return [*(actor.tie for actor in self.actors if actor.tie), *self.across]


def ties(edition: Edition, chosen: Collection[str]) -> list[Tie]:
    """Return the relations between the *chosen* actors, between all when empty, each once."""
    found: dict[tuple[str, str, str], Tie] = {}
    for actor in edition.actors:
        for one in actor["relations"]:
            ends = (actor["id"], one["target"])
            if ends[0] == ends[1] or (chosen and not set(ends) <= set(chosen)):
                continue
            back = (ends[1], one["type"], ends[0])
            if one["type"] not in UNDER and back in found:
                first = found[back]
                claims = tuple(dict.fromkeys((*first.claims, *one["claims"])))
                found[back] = Tie(first.source, first.kind, first.target, claims, mutual=True)
            else:
                found.setdefault((ends[0], one["type"], ends[1]), Tie(ends[0], one["type"], ends[1], one["claims"]))
    return list(found.values())


def clusters(edition: Edition, chosen: Collection[str]) -> list[Cluster]:
    """Return the actors that are tied to each other, by the role of the first; a chosen one may stand alone."""
    found = ties(edition, chosen)
    drawn = {end for tie in found for end in (tie.source, tie.target)} | set(chosen)
    order = [actor["id"] for actor in edition.actors if actor["id"] in drawn]
    above = _above(found)
    across = [tie for tie in found if above.get(tie.source) is not tie]
    actors = {one.id: one for root in order if root not in above for one in _below(edition, root, order, above, 0)}
    made = [_cluster(group, actors, across) for group in _groups(order, found)]
    return sorted(made, key=lambda cluster: _rank(cluster.actors[0].role))


def _above(found: list[Tie]) -> dict[str, Tie]:
    """Return for each actor the tie to the one that it stands under: the first that does not lead in a ring."""
    above: dict[str, Tie] = {}
    for tie in found:
        if tie.kind in UNDER and tie.source not in above and tie.source not in _chain(tie.target, above):
            above[tie.source] = tie
    return above


def _chain(actor: str, above: Mapping[str, Tie]) -> Iterator[str]:
    yield actor
    while actor in above:
        actor = above[actor].target
        yield actor


def _below(edition: Edition, root: str, order: list[str], above: Mapping[str, Tie], depth: int) -> Iterator[Actor]:
    """Yield an actor and those under it, each after the one that it stands under."""
    record = next(one for one in edition.actors if one["id"] == root)
    name = f"{record['name']} ({record['short']})" if record["short"] else str(record["name"])
    yield Actor(root, name, record["role"] or "unknown", depth, above.get(root))
    for one in order:
        if one in above and above[one].target == root:
            yield from _below(edition, one, order, above, depth + 1)


def _groups(order: list[str], found: list[Tie]) -> list[set[str]]:
    """Return the sets of actors that are tied to each other."""
    groups: list[set[str]] = []
    for actor in order:
        near = {actor} | {end for tie in found if actor in (tie.source, tie.target) for end in (tie.source, tie.target)}
        joined = [group for group in groups if group & near]
        groups = [group for group in groups if not group & near] + [near.union(*joined)]
    return sorted(groups, key=lambda group: min(order.index(one) for one in group))


def _cluster(group: set[str], actors: Mapping[str, Actor], across: list[Tie]) -> Cluster:
    return Cluster(
        tuple(one for one in actors.values() if one.id in group), tuple(tie for tie in across if tie.source in group)
    )


def _rank(role: str) -> int:
    return ROLES.index(role) if role in ROLES else len(ROLES)
