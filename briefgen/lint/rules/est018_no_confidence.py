"""A judgement without confidence

The likelihood says how probable a thing is; only the confidence says how much stands behind that: a dozen good sources
or one rumour. Without it a reader gives both the same weight. It is a field of its own: low, moderate or high.

Bad:

```yaml bad
judgements:
  - id: j-2
    key: false
    text: Freight is {likelihood} to run again by 5 March 2024.
    likelihood: likely
    basis: The depot has power again.
    evidence: {for: c-1}
    alternatives: h-2
    changed: {from: new, why: The depot burnt.}
    horizon: "2024-03-05"
```

Good:

```yaml good
judgements:
  - id: j-2
    key: false
    text: Freight is {likelihood} to run again by 5 March 2024.
    likelihood: likely
    confidence: low
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

CODE = "EST018"
SEVERITY: Severity = "warning"
STANDARD = "ICD 203 D.6.e.(2)"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every judgement without confidence."""
    return absent(review, CODE)
