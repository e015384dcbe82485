"""A judgement without a horizon

“The strike is likely to end” can never turn out wrong: strikes end. Without a day until which it is meant to hold,
nobody can say later whether the judgement was right, and no reader can plan with it. A judgement of fact (`likelihood:
n/a`) needs none.

Bad:

```yaml bad
judgements:
  - id: j-2
    key: false
    text: Freight is {likelihood} to run again north of Umeå.
    likelihood: likely
    confidence: moderate
    basis: The depot has power again.
    evidence: {for: c-1}
    alternatives: h-2
    changed: {from: new, why: The depot burnt.}
```

Good:

```yaml good
judgements:
  - id: j-2
    key: false
    text: Freight is {likelihood} to run again north of Umeå by 5 March 2024.
    likelihood: likely
    confidence: moderate
    basis: The depot has power again.
    evidence: {for: c-1}
    alternatives: h-2
    changed: {from: new, why: The depot burnt.}
    horizon: "2024-03-05"
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.absent import absent
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "EST009"
SEVERITY: Severity = "warning"
STANDARD = "ICD 203 D.6.e.(8)"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every judgement with a likelihood and without a horizon."""
    facts = {one.id for one in review.sheet.judgements if one.likelihood == "n/a"}
    return (remark for remark in absent(review, CODE) if remark.record not in facts)
