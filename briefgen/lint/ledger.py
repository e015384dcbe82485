"""What the records say in numbers and days: every event's toll and date, every claim's figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from briefgen.findings import Mark
from briefgen.lint.counts import Tally, tally
from briefgen.lint.review import Review
from briefgen.prose.numbers import Span, total
from briefgen.sheet.model.evidence import Claim
from briefgen.sheet.model.ids import kind_of
from briefgen.sheet.model.world import HARM, Amount, Event

#: More records than this are added up all together only.
FEW = 4


@dataclass(frozen=True)
class Entry:
    """A number that a record gives, and where it stands."""

    record: str
    span: Span
    mark: Mark


@dataclass(frozen=True)
class Stretch:
    """The days that a record can mean, both ends included, and what it was written as."""

    first: date | None
    last: date | None
    text: str
    mark: Mark

    def excludes(self, other: Stretch) -> bool:
        """Return whether no day lies in both."""
        return _before(self.last, other.first) or _before(other.last, self.first)


class Ledger:
    """The events behind each claim, and the numbers of both."""

    def __init__(self, review: Review) -> None:
        self.review = review
        self._events: dict[str, list[Event]] = defaultdict(list)
        for event in review.sheet.events:
            for claim in event.claims:
                self._events[claim].append(event)

    def events(self, claims: Iterable[str]) -> tuple[Event, ...]:
        """Return the events that rest on any of *claims*, each once."""
        found = {event.id: event for claim in claims for event in self._events.get(claim, ())}
        return tuple(found.values())

    def claims(self, ids: Iterable[str]) -> tuple[Claim, ...]:
        """Return the claims among the records with these *ids*."""
        records = (self.review.get(one) for one in ids)
        return tuple(record for record in records if isinstance(record, Claim))


def entries(events: Iterable[Event], claims: Iterable[Claim], what: str) -> list[Entry]:
    """Return the numbers that these records give for *what*; what claims say in words comes last."""
    found = [entry for event in events for entry in _of_event(event, what)]
    for claim in claims:
        found += [Entry(claim.id, span, claim.mark("text")) for span in told(claim).spans(what)]
    return found


def sums(entered: list[Entry]) -> Iterator[Span]:
    """Yield what the numbers of several events, or of several claims, come to: of any of a few, or of all."""
    by_record: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for entry in entered:
        by_record[str(kind_of(entry.record))][entry.record].append(entry.span)
    for records in by_record.values():
        widest = [_widest(spans) for spans in records.values()]
        sizes = range(2, len(widest) + 1) if len(widest) <= FEW else [len(widest)]
        for size in sizes:
            yield from (total(some) for some in combinations(widest, size))


def told(claim: Claim) -> Tally:
    """Return what the text of a claim counts."""
    return tally(str(claim.text))


def span_of(amount: Amount) -> Span:
    """Return an amount as a number with its bounds."""
    known = [number for number in (amount.low, amount.best, amount.high) if number is not None]
    is_open = amount.or_more or (amount.low is not None and amount.best is None and amount.high is None)
    is_cap = amount.low is None and amount.best is None and not amount.or_more
    return Span(min(known), max(known), below=is_cap, above=is_open)


def stretch(when: Any, mark: Mark) -> Stretch:
    """Return the widest meaning of a When or a Period."""
    start = getattr(when, "start", None) or when.date
    end = getattr(when, "end", None) or start
    text = start.text if end is start else f"{start.text} to {end.text}"
    return Stretch(start.earliest, end.latest, text, mark)


def line_of(there: Mark, here: Mark) -> str:
    """Return where *there* stands for a reader who is at *here*."""
    return f"line {there.line}" if there.path == here.path else f"{there.path}:{there.line}"


def _of_event(event: Event, what: str) -> Iterator[Entry]:
    if what in HARM:
        toll = getattr(event.harm, what) if event.harm else None
        if toll is not None:
            mark = event.mark("harm", what)
            yield Entry(event.id, span_of(toll), mark)
            yield from (Entry(event.id, span_of(amount), mark) for amount in toll.by_source.values())
    elif event.count is not None:
        yield Entry(event.id, span_of(event.count), event.mark("count"))
    for text in (event.title, event.note):
        yield from (Entry(event.id, span, event.mark("title")) for span in tally(text or "").spans(what))


def _widest(spans: list[Span]) -> Span:
    return Span(min(one.low for one in spans), max(one.high for one in spans), above=any(one.above for one in spans))


def _before(first: date | None, second: date | None) -> bool:
    return first is not None and second is not None and first < second
