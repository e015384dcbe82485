"""Old sources behind a sentence about the present

“The bridge is currently closed” is as good as the day of its source. If all sources that a sentence cites are older, at
the cut-off, than the desk allows (`currency_days`), a reader takes for today’s what was true some time ago. Sentences
that give a date of their own, and claims that are `dated`, are left alone.

Bad:

```yaml bad
sources:
  - id: s-2
    title: Depot closed after fire
    publisher: The Umea Courier
    kind: press
    access: seen
    reliability: C
    basis: Local daily; its own reporter was there.
    published: "2023-08-02"
summary:
  narrative: The depot at Umeå is currently closed [@c-2].
```

Good:

```yaml good
sources:
  - id: s-2
    title: Depot closed after fire
    publisher: The Umea Courier
    kind: press
    access: seen
    reliability: C
    basis: Local daily; its own reporter was there.
    published: "2023-08-02"
summary:
  narrative: The depot at Umeå was closed in August 2023 [@c-2].
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from briefgen.findings import Severity
from briefgen.lint.margins import cited
from briefgen.lint.passage import OURS, Passage
from briefgen.lint.pattern import found
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.prose import Sentence
from briefgen.sheet.model.evidence import Claim, Source

CODE = "SRC014"
SEVERITY: Severity = "info"
STANDARD = "ICD 203 D.6.e.(1): currency"

NOW = (
    r"(?i)\b(?:currently|presently|at\s+present|at\s+the\s+moment|as\s+of\s+(?:now|today)|these\s+days|to\s+this\s+day"
    r"|(?<!until\s)(?<!till\s)(?<!by\s)(?<!to\s)(?<!from\s)(?<!just\s)now(?!\s+(?:that|and\s+then|known)\b)"
    r"|(?:is|are|has|have)\s+still|still\s+(?:has|have|is|are|holds?|runs?|controls?))\b"
)
#: A sentence that names a year says of when it speaks.
YEAR = r"\b(?:19|20)\d\d\b"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every sentence about the present whose sources are all old at the cut-off."""
    cutoff = review.cutoff.last
    if cutoff is None:
        return
    limit = cutoff - timedelta(days=review.settings.currency_days)
    for passage, sentence in review.sentences_in(*OURS, "claim"):
        now = found(NOW, sentence.bare)
        newest = _newest(review, passage, sentence) if now and not found(YEAR, sentence.bare) else None
        if now and newest and newest < limit:
            age = f"is {(cutoff - newest).days} days old at the cut-off"
            message = f"“{now[0]}” rests on a source that {age}: a reader takes it for the state of today"
            remedy = f"say of when it is true, such as “in {newest:%B %Y}”, or cite a newer source"
            yield Remark(passage.mark(sentence.start + now.start()), message, remedy, passage.record)


def _newest(review: Review, passage: Passage, sentence: Sentence) -> date | None:
    """Return the last day on which a source behind a sentence was published; None if one has no date."""
    claim = review.get(passage.record) if passage.record and passage.place == "claim" else None
    if isinstance(claim, Claim) and claim.dated:
        return None
    days = [
        _published(source) for one in ([claim.id] if claim else cited(sentence)) for source in _sources(review, one)
    ]
    known = [day for day in days if day]
    return max(known) if known and len(known) == len(days) else None


def _sources(review: Review, record_id: str) -> Iterator[Source]:
    record = review.get(record_id)
    if isinstance(record, Source):
        yield record
    elif isinstance(record, Claim):
        yield from (source for one in record.sources if (source := review.get(one.ref)))


def _published(source: Source) -> date | None:
    return source.published.date.last if source.published else None
