"""The document is marked higher than anything in it

A marking that is stricter than all its parts keeps readers away from what they may have, and teaches them not to
take markings seriously. The rule speaks only when every record and paragraph carries a mark of its own: an unmarked
one takes the document's, and may be the reason for it.

Bad:

```yaml bad
product: {handling: {tlp: TLP:AMBER}}
sources: ~
actors: ~
places: ~
claims: ~
events: ~
assumptions: ~
judgements: ~
hypotheses: ~
ach: ~
indicators: ~
gaps: ~
impact: ~
summary:
  bluf: {text: The ballot is on 20 February., portion: TLP:GREEN}
  narrative: ~
```

Good:

```yaml good
product: {handling: {tlp: TLP:AMBER}}
gaps:
  - {id: n-1, text: How the crews of the small depots will vote., blocks: j-1, portion: TLP:GREEN}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "MRK009"
SEVERITY: Severity = "warning"
STANDARD = "portion roll-up: the document takes the level of its highest part (CAPCO practice)"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark if all parts are marked, and all of them lower than the document."""
    handling = review.sheet.product.handling
    portions = [part.portion for part in review.parts]
    if handling is None or not portions or None in portions:
        return
    highest = max((portion.level for portion in portions), key=lambda level: level.rank)
    if highest.rank < handling.marking.level.rank:
        message = (
            f"the document is marked {handling.marking.level.label}, but no part of it is higher than {highest.label}: "
            "it reaches fewer readers than it may"
        )
        yield Remark(
            handling.mark_of_marking(), message, f"mark the document {highest.label}, or the part that needs more"
        )
