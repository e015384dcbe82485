"""A judgement that readers of a lower marking lose

An edition for readers who may see less leaves out what is marked higher. A judgement that stood on it would hang in the
air: nothing that they see speaks for it, or its confidence is high on one origin. So it is left out as well, and they
do not learn what the desk thinks. If they may know it, say in `releasable` how: a tear line, by marking, that needs
none of what they do not see. Or name evidence that they may see.

Bad:

```yaml bad
claims:
  - id: c-9
    text: The committee of the union is for the offer.
    sources: s-3
    said_by: a-union
    credibility: 2
    portion: TLP:AMBER
judgements:
  - id: j-1
    text: It is {likelihood} that the strike on the northern line ends by 1 March 2024.
    likelihood: likely
    confidence: moderate
    basis: The committee recommends the offer.
    alternatives: h-2
    assumptions: k-1
    evidence: {for: c-9, against: c-2}
    horizon: "2024-03-01"
```

Good:

```yaml good
claims:
  - id: c-9
    text: The committee of the union is for the offer.
    sources: s-3
    said_by: a-union
    credibility: 2
    portion: TLP:AMBER
judgements:
  - id: j-1
    text: It is {likelihood} that the strike on the northern line ends by 1 March 2024.
    likelihood: likely
    confidence: moderate
    basis: The committee recommends the offer.
    alternatives: h-2
    assumptions: k-1
    evidence: {for: c-9, against: c-2}
    horizon: "2024-03-01"
    releasable: {TLP:CLEAR: "It is {likelihood} that the strike on the northern line ends by 1 March 2024."}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen import issuing
from briefgen.findings import Severity
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.markings.reader import Reader
from briefgen.markings.scheme import Level, Marking
from briefgen.sheet.model.assessment import Judgement

CODE = "MRK010"
SEVERITY: Severity = "warning"
STANDARD = "tear-line practice (ICD 209); ICD 203 D.6.e.(1)"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every judgement that some readers may see and do not get, with the lowest of them."""
    handling, told = review.sheet.product.handling, set()
    if handling is None:
        return
    for level in _levels(review, handling.marking):
        for judgement in _lost(review, level, handling.marking):
            if judgement.id not in told:
                told.add(judgement.id)
                yield _remark(judgement, level)


def _levels(review: Review, plain: Marking) -> list[Level]:
    """Return the levels that parts of the sheet have, but for the highest: its reader sees all."""
    levels = {part.portion.level for part in review.parts if part.portion} | {plain.level}
    return sorted(levels, key=lambda level: level.rank)[:-1]


def _lost(review: Review, level: Level, plain: Marking) -> Iterator[Judgement]:
    """Yield the judgements that a reader up to *level* may see, whatever their caveats, and does not get."""
    caveats = {name for part in review.parts if part.portion for name in part.portion.caveats}
    reader = Reader(level, frozenset(caveats.union(plain.caveats)))
    if left := issuing.cut(review.sheet, reader, plain):
        visible = (one for one in review.sheet.judgements if reader.may_read(one.portion or plain))
        yield from (one for one in visible if one.id not in left.ids)


def _remark(judgement: Judgement, level: Level) -> Remark:
    reason = "what they see of its evidence does not bear it"
    message = f"readers up to {level.label} do not get judgement {judgement.id}: {reason}"
    remedy = f"name evidence that they may see, or add a tear line: releasable: {{{level.label}: …}}"
    return Remark(judgement.mark(), message, remedy, judgement.id)
