"""Two records tell one event differently, and nothing says so

Two claims behind one event give different numbers or days, or two events of one day, place and sort give different
tolls. A reader finds both and is not told which one holds. Claims that contradict each other are linked with
`contradicts`, and a toll that covers both figures, as a range or in `by_source`, is marked enough. Figures that add up,
that are of different groups (“ten police”, “28 people”) or of different places are left alone.

Bad:

```yaml bad
claims:
  - id: c-4
    text: Nine people were injured in the depot at Umeå.
    sources: s-1
    credibility: 3
events:
  - id: e-2
    title: Depot fire
    when: "2024-02-01"
    where: p-umea
    type: hazard
    harm: {injured: 11}
    claims: [c-2, c-4]
```

Good:

```yaml good
claims:
  - id: c-4
    text: Nine people were injured in the depot at Umeå.
    sources: s-1
    credibility: 3
    contradicts: {claim: c-2, treatment: Printed as a range.}
events:
  - id: e-2
    title: Depot fire
    when: "2024-02-01"
    where: p-umea
    type: hazard
    harm: {injured: {low: 9, high: 11}}
    claims: [c-2, c-4]
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, islice

from briefgen.findings import Severity
from briefgen.lint.counts import Count
from briefgen.lint.days import days
from briefgen.lint.ledger import entries, line_of, span_of, told
from briefgen.lint.pattern import compiled, found
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.prose.numbers import Span, total
from briefgen.sheet.model.evidence import Claim
from briefgen.sheet.model.world import HARM, Event

CODE = "FACT005"
SEVERITY: Severity = "error"
STANDARD = "ICD 203 D.6.e.(6)"
PAIRS = 60  # of claims behind one event; those of a large series are not its versions
DONE = (
    r"(?i)\b(?:sa(?:id|ys)|told|report|announc|stat(?:ed|ement)|claim|confirm|den(?:y|ie)|condemn|arrest|buri|visit|rose"
    r"|later)"
)
TALK = frozenset({"statement", "talks", "vote", "ruling", "legislation"})


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every pair of claims or events that tell one event differently."""
    for event in review.sheet.events:
        claims = [claim for claim in review.claims_behind(event.id) if claim.withdrawn is None]
        pairs = [pair for pair in islice(combinations(claims, 2), PAIRS) if not _are_linked(*pair)]
        yield from islice((one for pair in pairs for one in _pair(event, claims, *pair)), 1)
    yield from _duplicates(review)


def _are_linked(first: Claim, second: Claim) -> bool:
    names = {first.id, second.id}
    linked = {one.claim for claim in (first, second) for one in claim.contradicts}
    return bool(names & linked) or bool(first.about and second.about and not set(first.about) & set(second.about))


def _pair(event: Event, claims: list[Claim], first: Claim, second: Claim) -> Iterator[Remark]:
    for one in told(first).counts:
        others = [count for count in told(second).counts if count.what == one.what]
        if len(others) == 1 and _differ(event, claims, (first, one), (second, others[0])):
            yield _remark(first, second, event, _said(one), _said(others[0]))
            return
    yield from _days_differ(event, first, second)


def _differ(event: Event, claims: list[Claim], one: tuple[Claim, Count], other: tuple[Claim, Count]) -> bool:
    """Return whether two claims give different numbers of the same people for one event that covers only one."""
    (first, said), (_, also) = one, other
    if len(told(first).spans(said.what)) > 1 or _agree(said.spans[0], also.spans[0]) or said.groups != also.groups:
        return False
    known = [entry.span for entry in entries([event], (), said.what)]
    if all(any(_covers(span, count.spans[0]) for span in known) for count in (said, also)):
        return False
    parts = [span for claim in claims for span in told(claim).spans(said.what)]
    return not any(total(some).agrees(span) for some in (parts, (said.spans[0], also.spans[0])) for span in known)


def _agree(first: Span, second: Span) -> bool:
    return first.agrees(second) or second.agrees(first) or _covers(first, second) or _covers(second, first)


def _covers(known: Span, said: Span) -> bool:
    return (known.below or known.low <= said.low) and (known.above or said.high <= known.high)


def _said(count: Count) -> str:
    return f"“{' '.join(count.words.split())}”"


def _days_differ(event: Event, first: Claim, second: Claim) -> Iterator[Remark]:
    """Yield a remark if two claims that tell of the same put it on different days."""
    texts = str(first.text), str(second.text)
    named = [days(text) for text in texts]
    if event.type in TALK or any(len(one) != 1 or found(DONE, text) for one, text in zip(named, texts, strict=True)):
        return
    one, other = (days[0] for days in named)
    is_meant = one.on and other.on and not (one.joined or other.joined or one.hedged or other.hedged)
    is_same = (one.month, one.day) == (other.month, other.day)
    is_long = event.when.end is not None or event.when.start.kind != "date"
    if is_meant and not is_same and not is_long and len(_content(texts[0]) & _content(texts[1])) > 1:
        said = (f"“{text[day.start : day.end]}”" for text, day in zip(texts, (one, other), strict=True))
        yield _remark(first, second, event, *said)


def _content(text: str | None) -> frozenset[str]:
    return frozenset(word[:5].lower() for word in compiled(r"[^\W\d_]{4,}").findall(text or ""))


def _remark(first: Claim, second: Claim, event: Event, one: str, other: str) -> Remark:
    mark = second.mark("text")
    return Remark(
        mark,
        f"claim {second.id} says {other} and claim {first.id} ({line_of(first.mark('text'), mark)}) {one}, both of "
        f"event {event.id}: a reader is not told which one holds",
        f"add contradicts: {{claim: {first.id}, treatment: …}} to {second.id}, or give the event a range for both",
        second.id,
    )


def _duplicates(review: Review) -> Iterator[Remark]:
    """Yield a remark for every event that looks like another one told by another source with another toll."""
    known: dict[object, list[Event]] = defaultdict(list)
    for event in review.sheet.events:
        when = event.when
        if event.where and event.claims and when.end is None and when.start.first == when.start.last is not None:
            alike = known[when.start.first, frozenset(event.where), event.type]
            for earlier in alike[:3]:
                yield from _duplicate(review, earlier, event)
            alike.append(event)


def _duplicate(review: Review, earlier: Event, event: Event) -> Iterator[Remark]:
    for what in HARM if earlier.harm and event.harm else ():
        first, second = getattr(earlier.harm, what), getattr(event.harm, what)
        if first and second and not _agree(span_of(first), span_of(second)) and _may_be_one(review, earlier, event):
            mark = event.mark("harm", what)
            yield Remark(
                mark,
                f"event {event.id} has {span_of(second)} {what}, event {earlier.id} ({line_of(earlier.mark(), mark)}) "
                f"{span_of(first)}; day, place and sort are the same, so they look like one event told twice",
                "make one event of them with both figures in by_source, or say in the notes that there were two",
                event.id,
            )
            return


def _may_be_one(review: Review, earlier: Event, event: Event) -> bool:
    claims = [review.claims_behind(one.id) for one in (earlier, event)]
    sources = [{cited.ref for claim in some for cited in claim.sources} for some in claims]
    is_linked = any(_are_linked(first, second) for first in claims[0] for second in claims[1])
    is_part = earlier.part_of == event.id or event.part_of == earlier.id or earlier.note or event.note
    if is_linked or is_part or sources[0] & sources[1] or (earlier.external and event.external):
        return False
    names = _content(" ".join(place.name for one in event.where if (place := review.get(one))))
    return bool((_content(earlier.title) & _content(event.title)) - names) or not (earlier.title and event.title)
