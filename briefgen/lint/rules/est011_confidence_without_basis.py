"""Confidence without a reason

“Confidence: high” asks the reader to trust us and shows nothing. The basis says in a sentence or two why the confidence
is what it is: how many independent sources, how close to the event, what is missing. A basis that only says the level
again is none.

Bad:

```yaml bad
judgements:
  - id: j-2
    key: false
    text: Freight is {likelihood} to run again by 5 March 2024.
    likelihood: likely
    confidence: low
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
    basis: One local paper reports on the depot, and the company has not answered.
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
from briefgen.lint.pattern import either
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "EST011"
SEVERITY: Severity = "warning"
STANDARD = "ICD 203 D.6.e.(2); ODNI estimative language"
LEVEL = r"(?:high|moderate|medium|low)"
IN_THIS = r"(?: in (?:this|the|our) (?:judge?ment|assessment))?"
ONLY_A_LEVEL = (
    rf"\W*(?:(?:we have|our|with) )?{LEVEL} confidence{IN_THIS}\W*",
    rf"\W*(?:our )?confidence{IN_THIS}(?: is|\s*[:–—])? {LEVEL}\W*",
)


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every judgement without a basis, or with one that gives no reason."""
    yield from absent(review, CODE)
    for judgement in review.sheet.judgements:
        if judgement.basis and either(*ONLY_A_LEVEL).fullmatch(judgement.basis):
            yield Remark(
                judgement.mark("basis"),
                f"the basis of judgement {judgement.id} only names the level again: a reader cannot tell why",
                "say what it rests on and what is missing: “Two independent reports agree; the company is silent.”",
                judgement.id,
            )
