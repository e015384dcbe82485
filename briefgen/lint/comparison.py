"""Compares what a sentence counts with what the records that it rests on say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from briefgen.lint.counts import Count, groups, tally
from briefgen.lint.ledger import Entry, Ledger, entries, sums, told
from briefgen.lint.margins import Margins, cited
from briefgen.lint.passage import Passage
from briefgen.lint.pattern import found
from briefgen.lint.review import Review
from briefgen.prose import Sentence
from briefgen.prose.numbers import Span
from briefgen.sheet.model.evidence import Claim
from briefgen.sheet.model.world import Event

FUTURE = (
    r"(?i)\b(?:will|would|could|might|may|should|unless|if|(?:un)?likely|expects?|expected|forecasts?|plan(?:s|ned)?"
    r"|threaten\w*)\b|\{likelihood\}"
)


class Comparison:
    """Compares the counts of sentences with the events and claims behind them."""

    def __init__(self, review: Review) -> None:
        self.review, self.ledger = review, Ledger(review)
        self.margins = Margins(review)
        self.anywhere = cache(self._anywhere)

    def differences(self, passage: Passage, sentence: Sentence) -> Iterator[tuple[Count, list[Entry]]]:
        """Yield every count of a sentence with which none of its records agrees, and what they have."""
        ids = cited(sentence)
        counted = [one for one in tally(sentence.bare).counts if not is_forecast(sentence.bare, one.start)]
        if counted:
            events, claims = self._behind(ids or self.margins.of(passage).refs)
        for count in counted:
            known = entries(events, (), count.what)
            if not _agrees(count, [one.span for one in known]):
                known += entries((), claims, count.what)
            if not known or _agrees(count, [one.span for one in known]):
                continue
            allowed = [*sums(known), *_uncounted(count, events, claims)]
            # without a citation the number may be that of a record which the paragraph does not name
            allowed += [] if ids else self.anywhere(count.what)
            is_other = _is_part(count, events, claims, known) or _is_of_another_year(count, sentence.bare, events)
            if not is_other and not _agrees(count, allowed):
                yield count, known

    def _behind(self, ids: tuple[str, ...]) -> tuple[list[Event], list[Claim]]:
        named = [record for one in ids if isinstance(record := self.review.get(one), Event)]
        claims = dict.fromkeys([*ids, *(claim for event in named for claim in event.claims)])
        events = {event.id: event for event in (*named, *self.ledger.events(ids))}
        return list(events.values()), list(self.ledger.claims(claims))

    def _anywhere(self, what: str) -> list[Span]:
        return [one.span for one in entries(self.review.sheet.events, self.review.sheet.claims, what)]


def _uncounted(count: Count, events: list[Event], claims: list[Claim]) -> Iterator[Span]:
    """Yield what may be meant as well: numbers of the claims that count nothing known, and the number of records."""
    yield from (span for claim in claims for span in told(claim).others)
    if count.what == "events":
        yield from (Span(number, number) for number in (len(events), len(claims)))


def _is_part(count: Count, events: list[Event], claims: list[Claim], known: list[Entry]) -> bool:
    """Return whether a number is of a group that the records do not tell of, and may be some of all that they count."""
    told_of = groups(" ".join(filter(None, (text for one in events for text in (one.title, one.note, one.target)))))
    told_of |= groups(" ".join(str(claim.text) for claim in claims))
    most = max((entry.span.high for entry in known), default=0)
    return bool(count.groups) and not count.groups & told_of and count.spans[0].high <= most


def _is_of_another_year(count: Count, text: str, events: list[Event]) -> bool:
    """Return whether a year beside a number is none of the events’ years, so that it counts something else."""
    start, stop = text.rfind(",", 0, count.start) + 1, text.find(",", count.start)
    year = found(r"\b(?:19|20)\d\d\b", text, start, stop if stop >= 0 else None)
    ends = [
        day for event in events for day in (event.when.start.first, (event.when.end or event.when.start).last) if day
    ]
    return bool(year and ends) and int(year[0] if year else 0) not in {day.year for day in ends}


def _agrees(count: Count, allowed: Sequence[Span]) -> bool:
    return any(said.agrees(known) for said in count.spans for known in allowed)


def is_forecast(text: str, at: int) -> bool:
    """Return whether the part of the sentence around *at* tells what may come."""
    start = max(text.rfind(mark, 0, at) for mark in ";:—") + 1
    ends = [end for mark in ";:—" if (end := text.find(mark, at)) >= 0]
    return found(FUTURE, text, start, min(ends, default=len(text))) is not None
