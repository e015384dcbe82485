"""Origins, not outlets: who has a report from whom, and how many independent origins stand behind a statement.

ICD 203 and the Admiralty code ask for independent sources. Three papers that repeat one agency are one origin. Whom a
source has it from is said for one claim (`via`) or of the source as a whole (`derived_from`); the claim's word is the
nearer one. A trail ends with whoever has it from nobody else. Sources that repeat each other are one origin at most.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import TypeVar

T = TypeVar("T")
Ring = tuple[str, ...]


@dataclass(frozen=True)
class Citation:
    """One source cited for a claim; *via* are the sources it has the claim from, *untraced* when it names nobody."""

    source: str
    via: tuple[str, ...] = ()
    untraced: bool = False


@dataclass(frozen=True)
class Source:
    """What lineage asks of a source: whom it repeats as a whole, whether it was *seen*, whether it can be an origin."""

    derived_from: tuple[str, ...] = ()
    seen: bool = True
    original: bool = True


@dataclass(frozen=True)
class Origins:
    """What stands behind one or more claims: ids of the reports *read*, of the *roots*, and of the *unseen* roots.

    *untraced* are reports whose trail ends with nobody; *rings* are sources that repeat each other.
    """

    read: tuple[str, ...]
    roots: tuple[str, ...]
    unseen: tuple[str, ...]
    untraced: tuple[str, ...]
    rings: tuple[Ring, ...]

    @property
    def seen(self) -> bool:
        """Whether every root was read."""
        return not self.unseen

    @property
    def note(self) -> str:
        """The finding in a few words: “1 origin, not seen”, “origin not traced”."""
        if not self.roots:
            return "origin not traced"
        count = counted(len(self.roots), "origin")
        if self.seen:
            return count
        return f"{count}, not seen" if len(self.unseen) == len(self.roots) else f"{count}, {len(self.unseen)} not seen"


@dataclass(frozen=True)
class Trail:
    """Where the trail of one citation of *source* ends, whether there and then, and the rings that it runs into."""

    source: str
    own: bool
    roots: tuple[str, ...]
    rings: tuple[Ring, ...]


def counted(number: int, noun: str) -> str:
    """Return *number* with its noun: “1 origin”, “2 origins”."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


class Lineage:
    """The graph of one document: its sources by id, and the citations of each claim by the claim's id."""

    def __init__(self, sources: Mapping[str, Source], citations: Mapping[str, Sequence[Citation]]) -> None:
        self._sources, self._citations = sources, citations
        self._repeated = {earlier for source in sources.values() for earlier in source.derived_from}
        self._whole = {one: _as_a_whole(source) for one, source in sources.items()}
        self._endings = _Endings(self._generally, sources)
        self._trails: dict[tuple[Citation, ...], tuple[Trail, ...]] = {}

    def origins(self, claims: Iterable[str], quoted: Iterable[Citation] = ()) -> Origins:
        """Return what stands behind *claims* and what is *quoted*, together; a claim that is not known adds nothing."""
        trails = [trail for claim in dict.fromkeys(claims) for trail in self.trails(claim)]
        trails += [trail for citation in quoted for trail in self._followed((citation,))]
        roots = _once(root for trail in trails for root in trail.roots)
        return Origins(
            read=_once(trail.source for trail in trails),
            roots=roots,
            unseen=tuple(root for root in roots if not self._source(root).seen),
            untraced=_once(trail.source for trail in trails if not trail.roots),
            rings=_once(ring for trail in trails for ring in trail.rings),
        )

    def trails(self, claim: str) -> tuple[Trail, ...]:
        """Return the trail of every citation of one claim, in their order."""
        cited = tuple(self._citations.get(claim, ()))
        if cited not in self._trails:
            self._trails[cited] = tuple(self._followed(cited))
        return self._trails[cited]

    def rings(self) -> tuple[Ring, ...]:
        """Return the sources that repeat each other as a whole, whatever is cited."""
        return _once(ring for source in self._sources for ring in self._endings[source].rings)

    def _followed(self, cited: Sequence[Citation]) -> Iterator[Trail]:
        told = [self._told(citation) for citation in cited]
        endings = self._within(cited, told)
        for citation, one in zip(cited, told, strict=True):
            own = (citation.source,) if one.own else ()
            ends = [endings[step] for step in one.earlier]
            roots = _once((*own, *(root for end in ends for root in end.roots)))
            yield Trail(citation.source, one.own, roots, _once(ring for end in ends for ring in end.rings))

    def _within(self, cited: Sequence[Citation], told: Sequence[_Told]) -> _Endings:
        """Return where trails end for one claim, of which its sources may say whom they have just this from."""
        special = {one.source for one in cited if one.via or one.untraced}
        said: dict[str, _Told] = {}
        for citation, one in zip(cited, told, strict=True):
            if citation.source in special:
                said[citation.source] = said.get(citation.source, NOTHING) + one
        if not special:
            return self._endings
        # whoever has a lower rank than these cannot have it from one of them, so the claim changes nothing there
        lowest = min((self._endings[one].rank for one in special & self._repeated), default=inf)

        def within(source: str) -> _Told | None:
            return said.get(source) or (self._generally(source) if self._endings[source].rank >= lowest else None)

        return _Endings(within, self._sources, self._endings)

    def _told(self, citation: Citation) -> _Told:
        if citation.via or citation.untraced:
            return _Told(citation.via, own=False)
        return self._generally(citation.source)

    def _generally(self, source: str) -> _Told:
        return self._whole.get(source) or ITS_OWN

    def _source(self, source: str) -> Source:
        return self._sources.get(source, UNKNOWN)


UNKNOWN = Source()


@dataclass(frozen=True)
class _Told:
    """Whom a source has it from, and whether some of it is its *own*."""

    earlier: tuple[str, ...]
    own: bool

    def __add__(self, other: _Told) -> _Told:
        return _Told(_once((*self.earlier, *other.earlier)), self.own or other.own)


NOTHING = _Told((), own=False)


def _as_a_whole(source: Source) -> _Told:
    return _Told(source.derived_from, own=source.original and not source.derived_from)


ITS_OWN = _as_a_whole(UNKNOWN)


@dataclass(frozen=True)
class _Ending:
    """Where every trail from one source ends, and the rings on the way.

    Whoever a source has something from has the same *rank*, if they are on one ring, or a lower one.
    """

    roots: tuple[str, ...]
    rings: tuple[Ring, ...]
    rank: int


class _Endings(dict[str, _Ending]):
    """Endings by source, found when they are asked for; each source and each step between two is looked at once.

    *told* says what a source has from whom; of a source of which it says nothing, the ending is known *beyond*.
    """

    def __init__(
        self,
        told: Callable[[str], _Told | None],
        sources: Mapping[str, Source],
        beyond: Mapping[str, _Ending] | None = None,
    ) -> None:
        super().__init__()
        self._told, self._sources, self._beyond = told, sources, beyond

    def __missing__(self, source: str) -> _Ending:
        if self._told(source) is None and self._beyond is not None:
            return self._beyond[source]
        self._follow(source)
        return self[source]

    def _follow(self, start: str) -> None:
        walk = _Walk()
        walk.enter(start, self._steps(start))
        while walk.waiting:
            step = next(walk.waiting[-1][1], None)
            if step is None:
                self._close(walk.leave())
            elif step in walk.places:
                walk.meet(step)
            elif step not in self and self._told(step) is not None:
                walk.enter(step, self._steps(step))

    def _steps(self, source: str) -> tuple[str, ...]:
        told = self._told(source)
        return told.earlier if told else ()

    def _close(self, group: Sequence[str]) -> None:
        """Note the one ending of a *group* of sources that lead to one another; most groups are one source."""
        members, steps = set(group), [step for one in group for step in self._steps(one)]
        ends = [self[step] for step in dict.fromkeys(steps) if step not in members]
        roots = _once((*self._own(group), *(root for end in ends for root in end.roots)))
        rings = _once(ring for end in ends for ring in end.rings)
        if not members.isdisjoint(steps):
            roots = roots or (() if ends else self._stand_in(group))
            rings = ((*sorted(group),), *rings)
        self.update(dict.fromkeys(group, _Ending(roots, rings, len(self))))

    def _own(self, group: Iterable[str]) -> Iterator[str]:
        return (one for one in group if (told := self._told(one)) and told.own)

    def _stand_in(self, ring: Iterable[str]) -> tuple[str, ...]:
        """Return the source that stands for a ring that has no other end: an unseen one first, as it may be the end."""
        able = [(known.seen, one) for one in ring if (known := self._sources.get(one, UNKNOWN)).original]
        return (min(able)[1],) if able else ()


class _Walk:
    """A walk from source to source that finds those which lead to one another (Gabow’s path-based algorithm)."""

    def __init__(self) -> None:
        self.waiting: list[tuple[str, Iterator[str]]] = []
        self.places: dict[str, int] = {}
        self._path: list[str] = []
        self._bounds: list[int] = []  # where each group on the path begins, as far as is known

    def enter(self, source: str, steps: Iterable[str]) -> None:
        """Go on to *source*, which leads to *steps*."""
        self.places[source] = len(self._path)
        self._bounds.append(len(self._path))
        self._path.append(source)
        self.waiting.append((source, iter(steps)))

    def meet(self, source: str) -> None:
        """Note that the way leads back to *source*: all since then are one group."""
        while self._bounds[-1] > self.places[source]:
            self._bounds.pop()

    def leave(self) -> list[str]:
        """Go back from the last source, and return the group that ends with it; none while it may grow."""
        source, _ = self.waiting.pop()
        start = self.places[source]
        if self._bounds[-1] != start:
            return []
        self._bounds.pop()
        group = self._path[start:]
        del self._path[start:]
        for one in group:
            del self.places[one]
        return group


def _once(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))
