"""Which record of one edition is which of the other: by id, by what it says under another id, by what it is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any, TypeAlias

from briefgen.change.gist import Gist, gist, likeness, substance
from briefgen.change.sections import SECTIONS, Section, records
from briefgen.edition import Edition, Plain, Record

Pair: TypeAlias = tuple[Record | None, Record | None]
#: From which likeness two paragraphs are the same one; how many pairs, and how many of their words, are looked at.
ALIKE, MOST_PAIRS, MOST_WORDS = 0.5, 10_000, 400
#: From which likeness a record under another id is the one that is gone, reworded, and how many words that takes.
SUCCEEDING, FEWEST_WORDS = 0.6, 4
#: How long a chain of renamed records, each referring to the next, is followed.
ROUNDS = 8
REFERENCE = re.compile(r"(?<=@)[a-z]+-[a-z0-9]+(?:-[a-z0-9]+)*|(?<=\{)j-[a-z0-9]+(?:-[a-z0-9]+)*(?=\})")


def renames(before: Edition, after: Edition) -> dict[str, str]:
    """Return the later id of every record that says the same under another id, by its earlier one.

    A record is only held to be another where no second one says the same. One that is renamed together with what it
    refers to is found once its references are. One that says nearly the same is held to be reworded.
    """
    found: dict[str, str] = {}
    for _ in range(ROUNDS):
        sides = renamed(before, found), after
        more = dict(_renames(*sides)) or dict(_successors(*sides))
        if not more:
            break
        found |= more
    return found


def _renames(before: Edition, after: Edition) -> Iterator[tuple[str, str]]:
    ids = [{record["id"] for record in side.records()} for side in (before, after)]
    for olds, news in zip(_by_section(before), _by_section(after), strict=True):
        gone = _by_substance(one for one in olds if one.get("id") and one["id"] not in ids[1])
        come = _by_substance(one for one in news if one.get("id") and one["id"] not in ids[0])
        for what, one in gone.items():
            if one and (other := come.get(what)):
                yield one, other


def _successors(before: Edition, after: Edition) -> Iterator[tuple[str, str]]:
    """Yield the ids of records that say nearly the same under another id, where no other pair is as like."""
    ids = [{record["id"] for record in side.records()} for side in (before, after)]
    for olds, news in zip(_by_section(before), _by_section(after), strict=True):
        gone = [(one["id"], _prose(one)) for one in olds if one.get("id") and one["id"] not in ids[1]]
        come = [(one["id"], _prose(one)) for one in news if one.get("id") and one["id"] not in ids[0]]
        if len(gone) * len(come) <= MOST_PAIRS:
            yield from _best({(old, new): likeness(was, now) for old, was in gone for new, now in come})


def _best(scores: Mapping[tuple[str, str], float]) -> Iterator[tuple[str, str]]:
    """Yield the pairs that are alike enough, and more so than any other pair of either."""
    rivals: defaultdict[tuple[int, str], list[float]] = defaultdict(list)
    for pair, score in scores.items():
        for place in enumerate(pair):
            rivals[place].append(score)
    for pair, score in scores.items():
        if score >= SUCCEEDING and all(_leads(score, rivals[place]) for place in enumerate(pair)):
            yield pair


def _leads(score: float, rivals: Sequence[float]) -> bool:
    return max(rivals) == score and rivals.count(score) == 1


def _prose(record: Record) -> Gist:
    """Return the gist of what a record says; nothing of one that says too little to be known by it."""
    said = gist(record.get("text") or record.get("title") or "")[:MOST_WORDS]
    return said if len(said) >= FEWEST_WORDS else (record["id"],)


def _by_section(edition: Edition) -> Iterator[Sequence[Record]]:
    """Yield the records of every section that has ids, undertakings among them."""
    for name in SECTIONS:
        if name != "product":
            yield records(edition, name)
    yield [one for agreement in edition.agreements for one in agreement.get("undertakings", ())]


def _by_substance(those: Iterable[Record]) -> dict[Hashable, str | None]:
    """Return ids by what their records say; None where two say the same."""
    found: dict[Hashable, str | None] = {}
    for record in those:
        what = substance(record)
        found[what] = None if what in found else record["id"]
    return found


def renamed(edition: Edition, names: Mapping[str, str]) -> Edition:
    """Return *edition* with other ids in records, references and prose."""
    if not names:
        return edition
    return Edition(**{field.name: _renamed(getattr(edition, field.name), names) for field in fields(Edition)})


def _renamed(value: Plain, names: Mapping[str, str]) -> Plain:
    match value:
        case str():
            return names.get(value) or REFERENCE.sub(lambda found: names.get(found[0], found[0]), value)
        case tuple():
            return tuple(_renamed(one, names) for one in value)
        case dict():
            return {names.get(key, key): _renamed(one, names) for key, one in value.items()}
    return value


def paired(before: Sequence[Record], after: Sequence[Record], section: Section) -> list[Pair]:
    """Return every record beside its other self: those of *after* in their order, then what only *before* has."""
    unpaired = _Unpaired(before, after)
    unpaired.pair(lambda record: record.get("id"))
    if section.anchor:
        unpaired.pair(lambda record: None if record.get("id") else _anchored(record, section))
        unpaired.pair_alike()
        unpaired.pair_only()
    return unpaired.pairs()


def _anchored(record: Record, section: Section) -> Hashable:
    found = tuple(record.get(field) for field in section.anchor)
    return found if any(found) else None


class _Unpaired:
    """Records of two sides, by their places; pairs are taken out of them."""

    def __init__(self, before: Sequence[Record], after: Sequence[Record]) -> None:
        self._sides = (before, after)
        self._left = (dict(enumerate(before)), dict(enumerate(after)))
        self._found: dict[int, int] = {}

    def pair(self, key: Any) -> None:
        """Pair the records whose *key* no other of their side has."""
        earlier, later = (self._unique(side, key) for side in self._left)
        for what, place in later.items():
            if what in earlier:
                self._take(earlier[what], place)

    def _unique(self, side: Mapping[int, Record], key: Any) -> dict[Hashable, int]:
        places: defaultdict[Hashable, list[int]] = defaultdict(list)
        for place, record in side.items():
            places[key(record)].append(place)
        return {what: found[0] for what, found in places.items() if what is not None and len(found) == 1}

    def pair_alike(self) -> None:
        """Pair records without ids that have most words in common, the likest first."""
        before, after = ([(at, _said(one)) for at, one in side.items() if not one.get("id")] for side in self._left)
        if len(before) * len(after) > MOST_PAIRS:
            return
        scored = ((-likeness(old, new), sorted((old, new)), i, j) for i, old in before for j, new in after)
        for _, _, i, j in sorted(one for one in scored if one[0] <= -ALIKE):
            if i in self._left[0] and j in self._left[1]:
                self._take(i, j)

    def pair_only(self) -> None:
        """Pair two records that are alone in their section, however little they have in common: a bottom line."""
        if [len(side) for side in self._sides] == [1, 1] == [len(side) for side in self._left]:
            self._take(0, 0)

    def _take(self, earlier: int, later: int) -> None:
        self._found[later] = earlier
        del self._left[0][earlier], self._left[1][later]

    def pairs(self) -> list[Pair]:
        """Return all pairs, and what has none."""
        before, after = self._sides
        pairs: list[Pair] = [
            (before[self._found[place]] if place in self._found else None, one) for place, one in enumerate(after)
        ]
        return pairs + [(one, None) for one in self._left[0].values()]


def _said(record: Record) -> tuple[str, ...]:
    words = [one for one in record.values() if isinstance(one, str)]
    return gist(" ".join(words))[:MOST_WORDS]


def moved(pairs: Iterable[Pair], before: Sequence[Record]) -> list[Record]:
    """Return the records that have changed their places among the others: as few as explain the new order."""
    places = {id(record): place for place, record in enumerate(before)}
    both = [(places[id(old)], new) for old, new in pairs if old is not None and new is not None]
    # from behind, so that of two that changed places the one that went down is told
    kept = _longest_rising([-place for place, _ in reversed(both)])
    return [new for place, new in both if -place not in kept]


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """Return one of the longest rising runs of distinct numbers (patience sorting)."""
    tails: list[int] = []
    below: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(tails, number)
        below[number] = tails[at - 1] if at else None
        tails[at : at + 1] = [number]
    run: set[int] = set()
    last = tails[-1] if tails else None
    while last is not None:
        run.add(last)
        last = below[last]
    return run
