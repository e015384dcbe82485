"""An event outside the period that the document covers

A reader who is told that the document covers 15 January to 5 February wonders why an event of December stands in the
table. Background belongs there if a note says that it is background; so do announced events after the cut-off.

Bad:

```yaml bad
events:
  - {id: e-3, title: Earlier ballot, when: "2023-12-10", type: vote, claims: c-3}
```

Good:

```yaml good
events:
  - {id: e-3, title: Earlier ballot, when: "2023-12-10", type: vote, claims: c-3, note: "Before the period."}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.ledger import Stretch, stretch
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "TIM007"
SEVERITY: Severity = "info"
STANDARD = "ICD 203 B.3 (timeliness)"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every event outside the period that has no note."""
    period = review.sheet.product.time.period
    if period is None:
        return
    covered = Stretch(period.start.first, period.end.last, f"{period.start.text} to {period.end.text}", period.mark())
    for event in review.sheet.events:
        if not (event.note or event.when.note) and stretch(event.when, event.mark("when")).excludes(covered):
            yield Remark(
                event.mark("when"),
                f"event {event.id} ({event.when.start.text}) lies outside the period covered, {covered.text}, and no "
                "note says why it is here",
                "add a note such as “Background, before the period covered.”, or widen the period",
                event.id,
            )
