"""A new issue that does not say what has changed

Whoever has read the last issue wants to know first which judgements have moved, and why. If a later issue does not say
so, a reader has to compare two documents, and a silent change looks like a mistake. `from` holds the earlier term, or
`new`; a judgement that stands says why it stands.

Bad:

```yaml bad
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
    changed: {from: unlikely, in: RAIL-001, why: The committee came out for the offer.}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.estimates import estimates
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "JUD006"
SEVERITY: Severity = "warning"
STANDARD = "ICD 203 D.6.e.(7)"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every judgement of a later issue that does not say how it stands to the earlier one."""
    earlier = review.sheet.product.supersedes
    for one in estimates(review) if earlier else ():
        if not one.changed:
            message = (
                f"judgement {one.id} does not say how it stands to {earlier}: a reader must compare the two issues"
            )
            remedy = (
                f"add `changed: {{from: (term of the earlier issue), in: {earlier}, why: …}}`; "
                "`from: new` for one that was not in it"
            )
            yield Remark(one.mark(), message, remedy, one.id)
