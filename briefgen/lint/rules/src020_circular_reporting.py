"""Circular reporting: sources that repeat each other

If a paper has it from an agency and the agency has it from the paper, nobody is left who knew it first, and two reports
look like confirmation. Rings are followed over `via` within a claim and over `derived_from`, however long they are.
Such sources count as one origin at most.

Bad:

```yaml bad
claims:
  - id: c-1
    text: Crews at Umeå walked out on 30 January 2024.
    sources: [{ref: s-1, via: s-2}, {ref: s-2, via: s-1}]
    credibility: 3
```

Good:

```yaml good
claims:
  - id: c-1
    text: Crews at Umeå walked out on 30 January 2024.
    sources: [s-1, {ref: s-2, via: s-1}]
    credibility: 3
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint import grounds
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "SRC020"
SEVERITY: Severity = "warning"
STANDARD = "ICD 203 D.6.e.(1); Admiralty code: independence"

REMEDY = "find out who told it first, and let the others name that one; untraced: true says that it is not known"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every ring of sources, at the source or the claim that closes it."""
    whole = dict.fromkeys(review.lineage.rings())
    sources = {source.id: source for source in review.sheet.sources}
    places = {name: place for place, name in enumerate(sources)}
    for ring in whole:
        first = sources[min(ring, key=lambda name: places.get(name, len(places)))]
        message = f"circular reporting: {grounds.circle(ring)}, so nobody is left who knew it first"
        yield Remark(first.mark("derived_from"), message, REMEDY, first.id)
    for claim in review.sheet.claims:
        for ring in review.lineage.origins([claim.id]).rings:
            if ring not in whole:
                message = f"circular reporting in claim {claim.id}: {grounds.circle(ring)}, so nothing confirms it"
                yield Remark(claim.mark("sources"), message, REMEDY, claim.id)
