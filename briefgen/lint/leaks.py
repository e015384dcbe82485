"""What a sheet withholds from a reader in one place and says in another that the same reader sees."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, cached_property
from typing import NamedTuple

from briefgen.findings import Mark
from briefgen.geodata import atlas
from briefgen.lint.haystack import Haystack, Hit
from briefgen.lint.needles import Needle, bare, in_record, in_stretch, is_named, numbers, spelling
from briefgen.lint.occasions import Occasions, occasions_of
from briefgen.lint.stretches import Stretch, Stretches
from briefgen.markings.reader import Reader
from briefgen.markings.scheme import Marking
from briefgen.sheet.model import Sheet
from briefgen.sheet.model.product import Requirement
from briefgen.sheet.model.world import Event

#: So many texts of ours that say it by themselves: what a reader finds everywhere is no secret.
EVERYWHERE = 3


class Leak(NamedTuple):
    """Words as they are *written* in the open: where, in what, and the needle that they are."""

    mark: Mark
    written: str
    stretch: Stretch
    needle: Needle


class Leaks:
    """What stands in the open in *sheet*; *plain* is the marking of what bears none."""

    def __init__(self, sheet: Sheet, plain: Marking) -> None:
        visited = Stretches(sheet, plain)
        self._places = sheet.places
        self._records, self._stretches = visited.records, tuple(visited)
        self._printed = [one for one in self._stretches if one.is_printed]
        self._readers = {marking: Reader.of(marking) for marking in {one.marking for one in self._printed} if marking}
        markings = {one.marking for one in self._stretches}.union(marking for *_, marking in self._records)
        self._withheld = {one for one in markings if _keeps_out(one, self._readers.values())}

    def __iter__(self) -> Iterator[Leak]:
        """Yield every needle once for each text in which it stands, where it does so first."""
        for stretch in self._open:
            yield from self._in(stretch)
            yield from self._occasions_in(stretch)

    @cached_property
    def _open(self) -> list[Stretch]:
        """The texts with a reader from whom something is withheld."""
        lower = {
            marking
            for marking, reader in self._readers.items()
            if any(_keeps_out(withheld, [reader]) for withheld in self._withheld)
        }
        return [one for one in self._printed if one.marking in lower]

    @cached_property
    def _haystack(self) -> Haystack:
        return Haystack(self._needles())

    def _needles(self) -> Iterator[Needle]:
        for record, owner, marking in self._records:
            if marking in self._withheld:
                yield from in_record(record, owner, marking)
        for stretch in self._stretches:
            if stretch.marking in self._withheld:
                yield from in_stretch(stretch)

    @cached_property
    def _hits(self) -> dict[Stretch, list[Hit]]:
        return {one: sorted(self._haystack.hits(one.words), key=_longest_first) for one in self._open}

    @cached_property
    def _told(self) -> dict[str, list[Marking]]:
        """The markings under which a needle is told openly: in a name, as a number, in a record's own tear line."""
        told: dict[str, list[Marking]] = defaultdict(list)
        for stretch, hits in self._hits.items():
            for key in {one.key for one in hits}:
                if self._is_told(key, stretch) and stretch.marking:
                    told[key].append(stretch.marking)
        for record, _, marking in self._records:
            for key in numbers(record):
                told[key].append(marking)
            for key in (*map(spelling, getattr(record, "admin", ())), *map(_occasion, occasions_of(record))):
                told[key].append(marking)
        return told

    def _is_told(self, key: str, stretch: Stretch) -> bool:
        needles = self._haystack.needles[key]
        if isinstance(stretch.record, Requirement):
            return not needles[0].is_name  # its reader has said so to us
        if is_named(stretch):
            return not needles[0].is_name or needles[0].kind == "surname" or spelling(bare(stretch.words)) == key
        return stretch.is_tear_line and any(one.whole == stretch.whole and not one.is_name for one in needles)

    @cached_property
    def _said(self) -> dict[str, list[Marking]]:
        """The marking of each text in which a needle stands."""
        said: dict[str, list[Marking]] = defaultdict(list)
        for stretch, hits in self._hits.items():
            for key in {one.key for one in hits}:
                said[key] += [stretch.marking] if stretch.marking else []
        return said

    @cached_property
    def _ordinary(self) -> frozenset[str]:
        """The words that the sheet writes with a small letter somewhere."""
        return frozenset(word for one in self._open for word in re.findall(r"\b[a-z]{4,}\b", one.words))

    @cached_property
    def _occasions(self) -> Occasions:
        events = [(one, marking) for one, _, marking in self._records if isinstance(one, Event)]
        return Occasions([(one, marking) for one, marking in events if marking in self._withheld], self._places)

    def _in(self, stretch: Stretch) -> Iterator[Leak]:
        reported, taken = set(), 0
        for hit in self._hits[stretch]:
            needle = self._leaking(hit.key, stretch) if hit.start >= taken and hit.key not in reported else None
            if needle:
                taken = hit.stop
                reported.add(hit.key)
                written = re.sub(r"[’']s$", "", stretch.words[hit.start : hit.stop])
                yield Leak(stretch.mark(hit.start), written, stretch, needle)

    def _occasions_in(self, stretch: Stretch) -> Iterator[Leak]:
        for told in self._occasions.told(stretch.words):
            if stretch.marking and self._is_kept_from(self._readers[stretch.marking], told.needle):
                yield Leak(stretch.mark(told.start), stretch.words[told.start : told.stop], stretch, told.needle)

    def _leaking(self, key: str, stretch: Stretch) -> Needle | None:
        """Return the needle with this key that a reader of the text is not to know, and does not know otherwise."""
        for one in self._haystack.needles[key]:
            is_own = one.marking is None and one.is_name and one.record == stretch.owner
            if is_own or (stretch.marking and self._is_kept_from(self._readers[stretch.marking], one)):
                return one
        return None

    def _is_kept_from(self, reader: Reader, needle: Needle) -> bool:
        return _keeps_out(needle.marking, [reader]) and not self._is_known(needle, reader)

    def _is_known(self, needle: Needle, reader: Reader) -> bool:
        if any(reader.may_read(marking) for marking in self._told.get(needle.key, ())):
            return True
        if needle.is_name:
            return needle.words.casefold() in self._ordinary
        is_everywhere = sum(reader.may_read(marking) for marking in self._said[needle.key]) >= EVERYWHERE
        return is_everywhere or needle.key in _countries()


def _keeps_out(marking: Marking | None, readers: Iterable[Reader]) -> bool:
    """Return whether some of the *readers* may not read what bears a marking; nobody may where it is None."""
    return marking is None or not all(reader.may_read(marking) for reader in readers)


@cache
def _countries() -> frozenset[str]:
    return frozenset(spelling(name) for one in atlas().countries for name in (one.name, *one.aliases))


def _longest_first(hit: Hit) -> tuple[int, int]:
    return hit.start, -hit.stop


def _occasion(occasion: tuple[date, str]) -> str:
    day, place = occasion
    return f"{day} {place}"
