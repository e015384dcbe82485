"""A claim rests on a machine or a compiler alone

GDELT and its like code events from the form of sentences, without anybody reading them; aggregators and encyclopaedias
repeat what others report. They lead to a report and are none: the claim needs the report itself. A compiler that names
where it has it from (`via`) is left alone, and so is a claim that rests on something else besides.

Bad:

```yaml bad
sources:
  - id: s-2
    title: 2024 depot fire
    publisher: Wikipedia
    kind: tertiary
    access: seen
    reliability: F
    basis: Open encyclopaedia; its references were not traced.
    published: "2024-02-02"
```

Good:

```yaml good
sources:
  - id: s-2
    title: 2024 depot fire
    publisher: Wikipedia
    kind: tertiary
    access: seen
    reliability: F
    basis: Open encyclopaedia; its references were not traced.
    published: "2024-02-02"
claims:
  - id: c-2
    text: Eleven people were injured when a depot at Umeå burnt on 1 February 2024.
    sources: {ref: s-2, via: s-1}
    credibility: 2
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.pattern import found
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.sheet.model.evidence import Source

CODE = "SRC015"
SEVERITY: Severity = "warning"
STANDARD = "ICD 203 D.6.e.(1): validation; GDELT codebook"

CODED = r"(?i)\b(?:GDELT|ICEWS|POLECAT|Phoenix\s+(?:event|data)\w*|Event\s+Registry)\b"
GATHERED = (
    r"(?i)\b(?:Google\s+(?:News|Alerts)|Apple\s+News|Ground\s+News|NewsNow|NewsBreak|SmartNews|Flipboard|Feedly|Liveuamap"
    r"|Live\s+Universal\s+Awareness\s+Map|Wikipedia|MSN)\b"
)


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every claim whose sources all compile what others report, and name none of them."""
    how = {source.id: words for source in review.sheet.sources if (words := _how(source))}
    for claim in review.sheet.claims if how else ():
        if claim.sources and all(one.ref in how and not one.via for one in claim.sources):
            named = claim.sources[0].ref
            also = f" and {len(claim.sources) - 1} more like it" if len(claim.sources) > 1 else ""
            message = (
                f"claim {claim.id} rests on {named}{also} alone, which {how[named]}: it leads to a report and is none"
            )
            remedy = f"cite the report behind it, or name that as via: {{ref: {named}, via: s-…}}"
            yield Remark(claim.mark("sources"), message, remedy, claim.id)


def _how(source: Source) -> str | None:
    """Return what makes a source a compiler, or None."""
    if source.derived_from:
        return None
    name = " ".join([source.publisher or "", *source.author])
    is_data = source.kind in ("dataset", None)
    if found(CODED, f"{name} {source.title}" if is_data else name):
        return "codes events by machine"
    if source.kind == "tertiary" or found(GATHERED, name):
        return "repeats what others report"
    return None
