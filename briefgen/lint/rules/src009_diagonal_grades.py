"""The grades of source and claim nearly always agree

Reliability and credibility are rated apart: a good paper can print an unlikely story. Where almost all grades are A1,
B2, C3, D4 or E5, the second letter was probably copied from the first, and the grades say half of what they seem to
say. It takes eight graded reports to show.

Bad:

```yaml bad
claims:
  - {id: c-1, text: One., sources: s-1, credibility: 2}
  - {id: c-2, text: Two., sources: s-2, credibility: 3}
  - {id: c-3, text: Three., sources: s-3, credibility: 2}
  - {id: c-4, text: Four., sources: [s-1, s-3], credibility: 2}
  - {id: c-5, text: Five., sources: [s-1, s-3], credibility: 2}
  - {id: c-6, text: Six., sources: s-2, credibility: 3}
```

Good:

```yaml good
claims:
  - {id: c-1, text: One., sources: s-1, credibility: 3}
  - {id: c-2, text: Two., sources: s-2, credibility: 2}
  - {id: c-3, text: Three., sources: s-3, credibility: 2}
  - {id: c-4, text: Four., sources: [s-1, s-3], credibility: 3}
  - {id: c-5, text: Five., sources: [s-1, s-3], credibility: 2}
  - {id: c-6, text: Six., sources: s-2, credibility: 6}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "SRC009"
SEVERITY: Severity = "info"
STANDARD = "Admiralty code (AJP-2.1): two independent ratings"

DIAGONAL = {"A1", "B2", "C3", "D4", "E5"}
FEWEST, SHARE = 8, 0.8


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark if most reports have a grade in which letter and figure say the same."""
    letters = {source.id: source.reliability for source in review.sheet.sources}
    grades = [
        f"{letters[one.ref]}{claim.credibility}"
        for claim in review.sheet.claims
        for one in claim.sources
        if letters.get(one.ref) and claim.credibility
    ]
    same = sum(grade in DIAGONAL for grade in grades)
    if len(grades) >= FEWEST and same > SHARE * len(grades):
        message = (
            f"{same} of {len(grades)} grades lie on the diagonal A1, B2 … E5: letter and figure seem to be one rating, "
            "so a reader learns nothing from the second"
        )
        remedy = "rate each claim again on what it says, whoever says it"
        yield Remark(review.sheet.mark("claims"), message, remedy)
