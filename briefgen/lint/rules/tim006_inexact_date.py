"""A date that is not exact, told as exact

The record says that the day is about, uncertain, inferred by the analyst, or only a month; the sentence that cites it
names a day as if somebody had seen the calendar. Say “about”, “inferred”, or the month, or say in the note in the
margin how the day is known.

Bad:

```yaml bad
claims:
  - id: c-4
    text: The committee recommended the offer.
    sources: s-3
    credibility: 2
    dated: {date: "2024-02-02", inferred: true}
summary:
  narrative:
    - text: On 2 February the committee recommended the offer [@c-4].
```

Good:

```yaml good
claims:
  - id: c-4
    text: The committee recommended the offer.
    sources: s-3
    credibility: 2
    dated: {date: "2024-02-02", inferred: true}
summary:
  narrative:
    - text: On 2 February the committee recommended the offer [@c-4].
      note: 2 February is inferred from the weekday.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from briefgen.findings import Severity
from briefgen.lint.days import Day, days, is_exact
from briefgen.lint.ledger import Ledger
from briefgen.lint.margins import Margins, cited
from briefgen.lint.passage import OURS, Passage
from briefgen.lint.pattern import found
from briefgen.lint.places import where
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.prose import Sentence
from briefgen.sheet.model.evidence import Claim

CODE = "TIM006"
SEVERITY: Severity = "warning"
STANDARD = "EDTF (ISO 8601-2)"
DOUBT = (
    r"(?i)infer|not (?:known|exact|certain|on our|given)|unknown|unclear|approximat|uncertain|estimat|weekday|about"
    r"|around|circa|no (?:day|date)|exact (?:day|date)|month only"
)
SAID_OPENLY = r"(?i)infer|not known|unknown|unclear|uncertain|approximat|likely|probably|exact (?:day|date)|some ?time"
Known = Literal["exact", "inexact", "coarse"]


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every day in our own voice that the records behind it know less exactly."""
    ledger, margins = Ledger(review), Margins(review)
    for passage, sentence in review.sentences_in(*OURS, "caption"):
        ids = cited(sentence)
        named = [day for day in days(sentence.bare) if not (day.joined or day.hedged)] if ids else []
        if named and not found(SAID_OPENLY, sentence.bare) and not found(DOUBT, margins.of(passage).note):
            claims = ledger.claims(ids)
            records: list[Any] = [*claims, *ledger.events(ids)]
            for day in named:
                inexact = _inexact(records, day, review, claims)
                if inexact is not None:
                    yield _remark(passage, sentence, day, inexact)


def _inexact(records: list[Any], day: Day, review: Review, claims: tuple[Claim, ...]) -> Any | None:
    """Return the record that knows a day only inexactly, or None if it is another's or is known."""
    dates = [(record, getattr(record, "dated", None) or getattr(record, "when", None)) for record in records]
    known = [(_known(when, day), record) for record, when in dates if when]
    if any(how == "exact" for how, _ in known) or _is_published(review, claims, day):
        return None
    told = any((one.month, one.day) == (day.month, day.day) for claim in claims for one in days(str(claim.text)))
    wanted = ("inexact",) if told or not day.on else ("inexact", "coarse")
    return next((record for how, record in known if how in wanted), None)


def _known(when: Any, day: Day) -> Known | None:
    """Return how a When or a Period knows a day, or None if it does not mean that day."""
    start = getattr(when, "start", None) or when.date
    end = getattr(when, "end", None) or start
    if not day.within(start.earliest, end.latest):
        return None
    is_written = day.within(start.first, end.last)
    if when.precision in ("month", "year") or start.precision in ("month", "season", "year", "decade", "century"):
        return "coarse" if is_written and day.on else None
    if when.inferred or start.kind == "one-of" or start.approximate or start.uncertain:
        return "inexact" if is_written or day.on else None
    return "exact" if is_exact(start) or start.kind in ("interval", "all-of") else None


def _is_published(review: Review, claims: tuple[Claim, ...], day: Day) -> bool:
    """Return whether a day is that of a report, which is told as such."""
    sources = [review.get(one.ref) for claim in claims for one in claim.sources]
    dates = [source.published.date for source in sources if source and source.published]
    return any(is_exact(one) and day.within(one.first, one.last) for one in dates)


def _remark(passage: Passage, sentence: Sentence, day: Day, record: Any) -> Remark:
    said = " ".join(sentence.bare[day.start : day.end].split())
    when = getattr(record, "dated", None) or record.when
    written = getattr(when, "date", None) or when.start
    return Remark(
        passage.mark(sentence.start + day.start),
        f"{where(passage)} says {said} as if it were certain, but {record.id} has {written.text}"
        f"{' (inferred)' if when.inferred else ''}: the reader takes a guess for a date",
        f"write “about {said}”, or “{said} (inferred)”, or say in the note how the day is known",
        passage.record,
    )
