"""Occasions: the day and the place of an event, which told together say that something happened."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from briefgen.dates import Edtf
from briefgen.lint.days import Day, days, is_exact
from briefgen.lint.haystack import Haystack
from briefgen.lint.needles import Needle, spelling
from briefgen.markings.scheme import Marking
from briefgen.sheet.model.evidence import Claim
from briefgen.sheet.model.record import Record
from briefgen.sheet.model.world import Event, Place

#: As far as a full stop: “Feb. 5” may be cut in two, and is no day then.
SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?=\S)[^.!?\n]*)*")


class Told(NamedTuple):
    """Where a text tells of an occasion: its day begins and ends, and the needle that it is."""

    start: int
    stop: int
    needle: Needle


class Occasions:
    """The days and places of *events*, each with its marking, in a world of *places*."""

    def __init__(self, events: list[tuple[Event, Marking]], places: tuple[Place, ...]) -> None:
        self._on: dict[tuple[int, int], list[tuple[date, str, Needle]]] = defaultdict(list)
        named = {one.id: one for one in places}
        for event, marking in events:
            for day, place in occasions_of(event):
                if place in named:
                    words = f"{named[place].name} {day.isoformat()}"
                    needle = Needle("occasion", f"{day} {place}", words, event.id, event.id, marking)
                    self._on[day.month, day.day].append((day, place, needle))
        there = {place for found in self._on.values() for _, place, _ in found}
        self._places = Haystack(
            Needle("name", spelling(name), name, place, place, None)
            for place in sorted(there)
            for name in (named[place].name, *named[place].aliases)
        )

    def told(self, text: str) -> Iterator[Told]:
        """Yield every occasion that a sentence of *text* tells of."""
        for sentence in SENTENCE.finditer(text) if self._on else ():
            for day in days(sentence[0]):
                for place in self._places_in(sentence[0]) if (day.month, day.day) in self._on else ():
                    for needle in self._at(day, place):
                        yield Told(sentence.start() + day.start, sentence.start() + day.end, needle)

    def _places_in(self, sentence: str) -> set[str | None]:
        needles = self._places.needles
        return {one.record for hit in self._places.hits(sentence) for one in needles[hit.key]}

    def _at(self, named: Day, place: str | None) -> Iterator[Needle]:
        for day, where, needle in self._on[named.month, named.day]:
            if where == place and day in named.dates(day):
                yield needle


def occasions_of(record: Record) -> Iterator[tuple[date, str]]:
    """Yield the days, exactly known, and the places of an event, or of what a claim is about."""
    if isinstance(record, Event):
        days_known, places = _days(record.when.start, record.when.end), record.where
    elif isinstance(record, Claim) and record.dated:
        days_known, places = _days(record.dated.date), record.about
    else:
        return
    yield from ((day, place) for day in days_known for place in places)


def _days(*dates: Edtf | None) -> list[date]:
    return [one.first for one in dates if one and is_exact(one) and one.first]
