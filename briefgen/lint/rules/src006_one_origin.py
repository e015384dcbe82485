"""A key judgement rests on one origin

Ten articles that repeat one statement are one origin, and if that one is wrong, so is the judgement. Origins are
counted over `via` and `derived_from`, to whoever told it first; sources that repeat each other count once, and a source
that names nobody counts not at all. Only what speaks for the judgement is counted. If one origin is all there is, the
basis should say so, and the finding can be waived.

Bad:

```yaml bad
sources:
  - {id: s-4, title: Wire, publisher: News Office, kind: agency, access: not-seen, reliability: C, published: "2024"}
claims:
  - id: c-1
    text: Crews at Umeå walked out on 30 January 2024.
    sources: [{ref: s-1, via: s-4}, {ref: s-2, via: s-4}]
    credibility: 2
  - id: c-3
    text: The union will put the company’s offer to a ballot on 20 February 2024.
    sources: {ref: s-1, via: s-4}
    credibility: 2
```

Good:

```yaml good
sources:
  - {id: s-4, title: Wire, publisher: News Office, kind: agency, access: not-seen, reliability: C, published: "2024"}
claims:
  - id: c-1
    text: Crews at Umeå walked out on 30 January 2024.
    sources: [{ref: s-1, via: s-4}, s-2]
    credibility: 2
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint import grounds
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.tradecraft.lineage import Origins, counted

CODE = "SRC006"
SEVERITY: Severity = "warning"
STANDARD = "ICD 203 D.6.e.(1); ICD 206"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every key judgement that all its reports have from one origin, or from nobody."""
    for one in grounds.key_judgements(review):
        supporting = one.evidence.supporting if one.evidence else ()
        behind = grounds.origins(review, supporting)
        if behind.read and len(behind.roots) < 2:
            message = f"key judgement {one.id} rests on {_count(behind)}: {_why(behind)}"
            remedy = (
                "find a second origin, or say in the basis that there is one, and lower the confidence if it is high"
            )
            yield Remark(one.mark("evidence", "for"), message, remedy, one.id)


def _count(behind: Origins) -> str:
    reports = counted(len(behind.read), "report")
    return f"{reports} with {grounds.told(behind)}" if behind.roots else f"{reports} whose origin is not traced"


def _why(behind: Origins) -> str:
    if behind.rings:
        return f"{grounds.circle(behind.rings[0])}, which is circular reporting"
    if not behind.roots:
        return "nobody can tell whether it is more than a rumour"
    return "repetition is not corroboration" if len(behind.read) > 1 else "nobody else confirms it"
