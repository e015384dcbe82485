"""An event that is dated after all its sources were published

Nobody can report what has not happened yet: the date of the event or that of a source is wrong, or the event was only
announced. Events after the cut-off, and those whose title or note says that they are planned, are left alone, and so
are events of which one source bears no date.

Bad:

```yaml bad
events:
  - id: e-2
    title: Depot fire
    when: "2024-02-04"
    where: p-umea
    type: hazard
    claims: c-2   # its source was published on 2 February
```

Good:

```yaml good
events:
  - id: e-2
    title: Depot fire
    when: "2024-02-01"
    where: p-umea
    type: hazard
    claims: c-2
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from briefgen.findings import Severity
from briefgen.lint.pattern import found
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.sheet.model.world import Event

CODE = "FACT003"
SEVERITY: Severity = "error"
STANDARD = "Security Force Monitor, dates of sources"
PLANNED = r"(?i)\b(?:planned|scheduled|announced|expected|due|to be held|set for|forthcoming|upcoming)\b"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every event that begins after the last of its sources was published."""
    for event in review.sheet.events:
        begins, last = event.when.start.earliest, _last_published(review, event)
        if begins and last and begins > last[0] and not _is_ahead(review, event):
            yield Remark(
                event.mark("when"),
                f"event {event.id} is dated {event.when.start.text}, but the last of its sources ({last[1]}) was "
                f"published by {last[0]}: nobody can have reported it then",
                "correct the date of the event or of the source, or say in the title that it was planned",
                event.id,
            )


def _last_published(review: Review, event: Event) -> tuple[date, str] | None:
    """Return the last day on which a source behind the event can have been published, or None if that is not known."""
    named = {ref for claim in review.claims_behind(event.id) for one in claim.sources for ref in (one.ref, *one.via)}
    published = [(source, review.get(source)) for source in sorted(named)]
    latest = [(one.published.date.latest, source) for source, one in published if one and one.published]
    if not latest or len(latest) < len(named):
        return None
    known = [(day, source) for day, source in latest if day]
    return max(known) if len(known) == len(latest) else None


def _is_ahead(review: Review, event: Event) -> bool:
    cutoff, start = review.cutoff.last, event.when.start.latest
    is_after = cutoff is None or start is None or start > cutoff
    return is_after or found(PLANNED, " ".join(filter(None, (event.title, event.note, event.when.note)))) is not None
