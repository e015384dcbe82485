"""One figure for a toll on which the sources differ

A single number reads as settled. Where `by_source` gives figures that differ, or claims that contradict each other do,
the range is what is known (UCDP records low, best and high). A best figure may stand beside the range.

Bad:

```yaml bad
events:
  - id: e-2
    title: Depot fire
    when: "2024-02-01"
    where: p-umea
    type: hazard
    harm: {injured: {best: 11, by_source: {s-1: 9, s-2: 11}}}
    claims: c-2
```

Good:

```yaml good
events:
  - id: e-2
    title: Depot fire
    when: "2024-02-01"
    where: p-umea
    type: hazard
    harm: {injured: {low: 9, best: 11, high: 11, by_source: {s-1: 9, s-2: 11}}}
    claims: c-2
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.ledger import span_of, told
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.prose.numbers import Span
from briefgen.sheet.model.world import HARM, Event, Toll

CODE = "FACT002"
SEVERITY: Severity = "warning"
STANDARD = "UCDP GED codebook (best, low, high)"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every toll that is one number although the figures behind it differ."""
    for event in review.sheet.events:
        for what in HARM if event.harm else ():
            toll = getattr(event.harm, what)
            if toll is not None and toll.low is None and toll.high is None:
                yield from _single(review, event, what, toll)


def _single(review: Review, event: Event, what: str, toll: Toll) -> Iterator[Remark]:
    spans = dict.fromkeys([span_of(amount) for amount in toll.by_source.values()] or _disputed(review, event, what))
    spans |= dict.fromkeys([span_of(toll)] if spans else [])
    if len(spans) > 1:
        figures, ends = " and ".join(map(str, spans)), [end for span in spans for end in (span.low, span.high)]
        yield Remark(
            event.mark("harm", what),
            f"event {event.id} gives {toll.best:,} {what}, but its sources differ ({figures}): one reads as settled",
            f"write the range, low: {min(ends)} and high: {max(ends)}, and keep the figure of each source in by_source",
            event.id,
        )


def _disputed(review: Review, event: Event, what: str) -> list[Span]:
    """Return the figures of the claims behind an event that contradict each other."""
    claims = {claim.id: claim for claim in review.claims_behind(event.id)}
    pairs = [
        (claim, claims[one.claim]) for claim in claims.values() for one in claim.contradicts if one.claim in claims
    ]
    return [span for pair in pairs for claim in pair for span in told(claim).spans(what)]
