"""High confidence for more than a year ahead

The further ahead a judgement reaches, the more can happen that nobody has thought of. Confidence measures how good the
basis is, and today’s reporting is rarely a good basis for a year from now. The standard text of the United States’
intelligence community warns of it in the same words. It can be right, so this is a remark and no more.

Bad:

```yaml bad
judgements:
  - id: j-2
    key: false
    text: Passenger trains are {likelihood} to be sold before 2027.
    likelihood: unlikely
    confidence: high
    basis: Both agencies report it from their own sources, and all parties agree.
    evidence: {for: c-1}
    alternatives: h-2
    changed: {from: new, why: The debate began.}
    horizon: "2026-12-31"
```

Good:

```yaml good
judgements:
  - id: j-2
    key: false
    text: Passenger trains are {likelihood} to be sold before 2027.
    likelihood: unlikely
    confidence: moderate
    basis: All parties agree today, and an election lies between.
    evidence: {for: c-1}
    alternatives: h-2
    changed: {from: new, why: The debate began.}
    horizon: "2026-12-31"
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from briefgen.findings import Severity
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "EST013"
SEVERITY: Severity = "info"
STANDARD = "ODNI estimative language"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every judgement of high confidence whose horizon is more than twelve months away."""
    cutoff = review.cutoff.last
    limit = _year_after(cutoff) if cutoff else date.max
    for judgement in review.sheet.judgements:
        horizon = judgement.horizon.last if judgement.horizon else None
        if judgement.confidence == "high" and horizon and horizon > limit:
            yield Remark(
                judgement.mark("confidence"),
                f"judgement {judgement.id} has high confidence and reaches to {horizon}, more than a year after the "
                "cut-off: much can happen that no source of today knows of",
                "lower the confidence, or bring the horizon nearer and judge again in the next issue",
                judgement.id,
            )


def _year_after(day: date) -> date:
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if leap_day else day.day)
