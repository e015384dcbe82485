"""A key judgement that rests on nothing

A reader who doubts a judgement looks for what speaks for it. If the sheet names no claim, event or quotation behind it,
there is nothing to look at, and the judgement is an opinion. What speaks against it alone is no support either.
Judgements that are not key are left alone.

Bad:

```yaml bad
judgements:
  - id: j-1
    text: It is {likelihood} that the strike ends by 1 March 2024.
    likelihood: likely
    confidence: moderate
    basis: The committee recommends the offer.
    horizon: "2024-03-01"
```

Good:

```yaml good
judgements:
  - id: j-1
    text: It is {likelihood} that the strike ends by 1 March 2024.
    likelihood: likely
    confidence: moderate
    basis: The committee recommends the offer.
    evidence: {for: c-3, against: c-2}
    horizon: "2024-03-01"
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.absent import absent
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "JUD002"
SEVERITY: Severity = "error"
STANDARD = "ICD 203 D.6.e.(3) and (6)"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every key judgement for which no record speaks."""
    key = {one.id for one in review.sheet.judgements if one.key}
    yield from (remark for remark in absent(review, CODE) if remark.record in key)
    for one in review.sheet.judgements:
        if one.key and one.evidence and not one.evidence.supporting:
            message = f"nothing speaks for judgement {one.id}: a reader cannot check it (ICD 203)"
            remedy = "name the claims, events or quotations that speak for it under `evidence: {for: …}`"
            yield Remark(one.mark("evidence"), message, remedy, one.id)
