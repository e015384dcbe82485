"""An uncertain judgement without an alternative

Where the confidence is not high, or the likelihood lies between 20 and 80 per cent, something else may well be true.
A reader has to know what. Name the rival explanation or outcome: a hypothesis, a scenario or another judgement. Only
key judgements are looked at; judgements of fact (likelihood `n/a`) have no rival.

Bad:

```yaml bad
judgements:
  - id: j-1
    text: It is {likelihood} that the strike ends by 1 March 2024.
    likelihood: likely
    confidence: moderate
    basis: The committee recommends the offer.
    evidence: {for: c-3, against: c-2}
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
    alternatives: h-2
    horizon: "2024-03-01"
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.estimates import estimates
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "JUD004"
SEVERITY: Severity = "warning"
STANDARD = "ICD 203 D.6.e.(4)"

LOW, HIGH = 20, 80  # per cent; between them neither outcome is remote


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every key judgement that is uncertain and names no alternative."""
    for one in estimates(review):
        term = review.scale.find(one.likelihood)
        is_open = bool(term and term.low >= LOW and term.high <= HIGH)
        if one.key and not one.alternatives and (one.confidence != "high" or is_open):
            why = f"its likelihood is {term.band} per cent" if term and is_open else "its confidence is not high"
            message = f"judgement {one.id} names no alternative, but {why}: a reader must know what else may be true"
            remedy = "name the rival explanation or outcome under `alternatives:` (a hypothesis, scenario or judgement)"
            yield Remark(one.mark(), message, remedy, one.id)
