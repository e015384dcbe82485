"""Graded as confirmed, without a second origin

Credibility 1 means: confirmed by other, independent sources. Reports that repeat one origin confirm nothing, however
many there are. Claims that name this one under `corroborates`, or that it names, count as well.

Bad:

```yaml bad
claims:
  - id: c-1
    text: Crews at Umeå walked out on 30 January 2024.
    sources: [s-1, {ref: s-2, via: s-1}]
    credibility: 1
```

Good:

```yaml good
claims:
  - id: c-1
    text: Crews at Umeå walked out on 30 January 2024.
    sources: [s-1, {ref: s-2, via: s-1}]
    credibility: 2
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint import grounds
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.tradecraft.lineage import Origins, counted

CODE = "SRC007"
SEVERITY: Severity = "error"
STANDARD = "Admiralty code (AJP-2.1), credibility 1"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every claim of credibility 1 that has fewer than two origins."""
    beside = _beside(review)
    for claim in review.sheet.claims:
        if claim.credibility == "1" and claim.sources:
            behind = review.lineage.origins((claim.id, *beside[claim.id]))
            if len(behind.roots) < 2:
                message = f"claim {claim.id} is graded 1, confirmed by other sources, but {_why(behind)}"
                remedy = "grade it 2 or lower, or cite a second origin"
                yield Remark(claim.mark("credibility"), message, remedy, claim.id)


def _beside(review: Review) -> dict[str, list[str]]:
    """Return the claims that support one another, by id."""
    beside: dict[str, list[str]] = defaultdict(list)
    for claim in review.sheet.claims:
        for other in claim.corroborates:
            beside[claim.id].append(other)
            beside[other].append(claim.id)
    return beside


def _why(behind: Origins) -> str:
    reports = counted(len(behind.read), "report")
    if not behind.roots:
        return f"it rests on {reports} whose origin is not traced"
    if behind.rings:
        return f"{grounds.circle(behind.rings[0])}: that is circular reporting"
    why = ": repetition is not corroboration" if len(behind.read) > 1 else ""
    return f"it rests on {reports} with {grounds.told(behind)}{why}"
