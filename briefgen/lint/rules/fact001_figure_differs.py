"""A figure or a day in the text is not that of the records that it cites

A reader who turns from the text to the annex and finds another number trusts neither. Compared are the dead, injured,
abducted, missing, displaced and affected, numbers of attacks and other events, and the one day that a sentence names,
with the records that the sentence cites, or that its paragraph names. Ranges and bounds are understood: “more than 20”
is true of 28, and the sum of several cited events is theirs. A part (“eight of the eleven”) is not compared.

Bad:

```yaml bad
summary:
  narrative:
    - text: A depot at Umeå burnt on 1 February, and fourteen people were injured [@c-2].
```

Good:

```yaml good
summary:
  narrative:
    - text: A depot at Umeå burnt on 1 February, and eleven people, two of them children, were injured [@c-2].
```
"""

from __future__ import annotations

from calendar import month_name
from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.comparison import Comparison, is_forecast
from briefgen.lint.counts import Count
from briefgen.lint.days import Day, days
from briefgen.lint.ledger import Entry, Stretch, line_of, stretch
from briefgen.lint.margins import cited
from briefgen.lint.passage import OURS, Passage
from briefgen.lint.pattern import compiled, found
from briefgen.lint.places import where
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.prose import Sentence
from briefgen.sheet.model.evidence import Claim
from briefgen.sheet.model.world import Event

CODE = "FACT001"
SEVERITY: Severity = "error"
STANDARD = "ICD 203 D.6.e.(6)"
PLACES = (*OURS, "note", "caption")
ALIKE = 0.5  # share of the words of the shorter text
MONTHS = frozenset(name.casefold() for name in month_name)
REPORTING = (
    r"(?i)\b(?:sa(?:id|ys)|told|report|announc|stat(?:ed|ement)|publish|wr(?:ote|ites)|confirm|den(?:y|ie)|claim)"
)


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every figure and day in our own voice that the records behind it do not give."""
    comparison = Comparison(review)
    for passage, sentence in review.sentences_in(*PLACES):
        for count, known in comparison.differences(passage, sentence):
            yield _remark(passage, sentence, count, known)
        claims = comparison.ledger.claims(cited(sentence))
        if len(claims) == 1:
            yield from _day(passage, sentence, claims[0], comparison.ledger.events([claims[0].id]))


def _remark(passage: Passage, sentence: Sentence, count: Count, known: list[Entry]) -> Remark:
    mark, first = passage.mark(sentence.start + count.start), known[0]
    numbers = " or ".join(dict.fromkeys(str(one.span) for one in known[:3]))
    said = " ".join(count.words.split())
    return Remark(
        mark,
        f"{where(passage)} says “{said}”, but {first.record} ({line_of(first.mark, mark)}) has {numbers}: "
        "a reader who compares the two trusts neither",
        f"write the number of the record, {numbers}, or correct {first.record}",
        passage.record,
    )


def _day(passage: Passage, sentence: Sentence, claim: Claim, events: tuple[Event, ...]) -> Iterator[Remark]:
    """Yield a remark if the one day of a sentence lies outside all that its one claim can mean."""
    named = days(sentence.bare)
    if len(named) != 1:
        return
    if not events and not claim.dated:
        yield from _retold(passage, sentence, claim, named[0])
        return
    if len(events) > 1 or not _is_meant(named[0], sentence, claim):
        return
    known = [stretch(event.when, event.mark("when")) for event in events]
    known += [stretch(claim.dated, claim.mark("dated"))] if claim.dated else []
    if known and _is_same(sentence, claim) and not any(named[0].within(one.first, one.last) for one in known):
        yield _other_day(passage, sentence, named[0], (events or (claim,))[0].id, known[0])


def _retold(passage: Passage, sentence: Sentence, claim: Claim, day: Day) -> Iterator[Remark]:
    """Yield a remark if a sentence tells its one claim again, in much the same words, with another day."""
    written = days(str(claim.text))
    if len(written) != 1 or day.joined or day.hedged or written[0].joined or written[0].hedged:
        return
    if _is_same(sentence, claim) and (day.month, day.day) != (written[0].month, written[0].day):
        text = str(claim.text)[written[0].start : written[0].end]
        yield _other_day(passage, sentence, day, claim.id, Stretch(None, None, text, claim.mark("text")))


def _is_same(sentence: Sentence, claim: Claim) -> bool:
    """Return whether a sentence and a claim tell the same thing, in much the same words."""
    said, told = _content(sentence.bare), _content(str(claim.text))
    return len(said & told) >= ALIKE * min(len(said), len(told))


def _content(text: str) -> set[str]:
    """Return the words that tell what a text is about."""
    return {
        word.casefold() for word in compiled(r"[^\W\d_]{4,}").findall(text) if not found(rf"(?i)^(?:{MONTHS})$", word)
    }


def _is_meant(day: Day, sentence: Sentence, claim: Claim) -> bool:
    """Return whether a day is clearly the day of what the sentence tells, and not that of its report."""
    if not day.on or day.joined or day.hedged or found(REPORTING, sentence.bare):
        return False
    is_told = any((one.month, one.day) == (day.month, day.day) for one in days(str(claim.text)))
    return not is_told and not is_forecast(sentence.bare, day.start)


def _other_day(passage: Passage, sentence: Sentence, day: Day, record: str, known: Stretch) -> Remark:
    mark, said = passage.mark(sentence.start + day.start), sentence.bare[day.start : day.end]
    return Remark(
        mark,
        f"{where(passage)} says {said}, but {record} ({line_of(known.mark, mark)}) is dated "
        f"{known.text}: one of the two is wrong",
        f"write the day of the record, or correct {record}",
        passage.record,
    )
