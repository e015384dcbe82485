"""A forecast that is entered as a statement of fact

`likelihood: n/a` is for a judgement of fact: who did something, whether a text is genuine. What is still to come is
never a fact. Without a term of the scale a reader cannot tell whether we hold it for a coin’s toss or as good as
certain, and nobody can say afterwards whether we were right. A judgement is taken for a forecast when its horizon lies
after the information cut-off, or when its words do.

Bad:

```yaml bad
judgements:
  - id: j-1
    text: The strike on the northern line will end by 1 March 2024.
    likelihood: n/a
    confidence: moderate
    basis: The union’s own committee recommends the offer.
    evidence: {for: [c-1, c-3], against: c-2}
    alternatives: h-2
    assumptions: k-1
    horizon: "2024-03-01"
    changed: {from: unlikely, in: RAIL-001, why: The committee came out for the offer.}
```

Good:

```yaml good
judgements:
  - id: j-1
    text: The strike on the northern line is {likelihood} to end by 1 March 2024.
    likelihood: likely
    confidence: moderate
    basis: The union’s own committee recommends the offer.
    evidence: {for: [c-1, c-3], against: c-2}
    alternatives: h-2
    assumptions: k-1
    horizon: "2024-03-01"
    changed: {from: unlikely, in: RAIL-001, why: The committee came out for the offer.}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.forecast import is_ahead, is_forecast
from briefgen.lint.likelihoods import examples
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "EST001"
SEVERITY: Severity = "error"
STANDARD = "ICD 203 D.6.e.(2)(a)"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every forecast without a term of likelihood."""
    for judgement in review.sheet.judgements:
        if judgement.likelihood == "n/a" and is_forecast(review, judgement):
            ahead = is_ahead(review, judgement)
            why = "its horizon lies after the cut-off" if ahead else "it tells what is still to come"
            yield Remark(
                judgement.mark("likelihood"),
                f"judgement {judgement.id} has n/a as its likelihood, but {why}: a reader cannot tell how likely it is",
                f"write a term of the scale, such as {examples(review.scale)}, and {{likelihood}} in the text",
                judgement.id,
            )
