"""A judgement that was over before it was made

A horizon before the information cut-off judges the past, and a date of resolution before the horizon scores a judgement
that may still come true. Judgements whose outcome is settled, and those of fact (`n/a`), are left alone.

Bad:

```yaml bad
judgements:
  - id: j-2
    text: It is {likelihood} that freight trains run again by 31 January 2024.
    likelihood: likely
    horizon: "2024-01-31"
```

Good:

```yaml good
judgements:
  - id: j-2
    text: It is {likelihood} that freight trains run again by 28 February 2024.
    likelihood: likely
    horizon: "2024-02-28"
    resolve: {test: A freight train north of Umeå, by: "2024-03-05"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.moments import is_after
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.sheet.model.assessment import Judgement

CODE = "TIM008"
SEVERITY: Severity = "error"
STANDARD = "ICD 203 D.6.e.(8)"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every open judgement whose horizon has passed, or that is resolved too early."""
    for judgement in review.sheet.judgements:
        is_open = judgement.resolve is None or judgement.resolve.outcome == "open"
        if judgement.horizon and judgement.likelihood != "n/a" and is_open:
            yield from _too_early(review, judgement)


def _too_early(review: Review, judgement: Judgement) -> Iterator[Remark]:
    horizon, resolve = judgement.horizon, judgement.resolve
    if horizon and is_after(review.cutoff, horizon):
        yield Remark(
            judgement.mark("horizon"),
            f"judgement {judgement.id} is to hold until {horizon.text}, which lies before the cut-off "
            f"({review.cutoff.text}): it judges the past",
            "give it a horizon after the cut-off, or set its outcome under resolve",
            judgement.id,
        )
    if horizon and resolve and resolve.by and is_after(horizon, resolve.by):
        yield Remark(
            judgement.mark("resolve", "by"),
            f"judgement {judgement.id} is to be scored by {resolve.by.text}, before its horizon ({horizon.text}): it "
            "may still come true after that",
            f"write a day on or after {horizon.text}",
            judgement.id,
        )
