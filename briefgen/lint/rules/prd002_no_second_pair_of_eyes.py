"""Released without a reviewer of its own

What its author alone has read is a draft, whatever it is called. A document that is released needs at least one
reviewer who did not write it; an author’s own second reading is no review.

Bad:

```yaml bad
product:
  people: {author: Duty analyst, reviewer: Duty analyst}
```

Good:

```yaml good
product:
  people: {author: Duty analyst, reviewer: Desk head}
```
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefgen.findings import Severity
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "PRD002"
SEVERITY: Severity = "error"
STANDARD = "ICD 203 D.6; review before release"

RELEASED = ("released", "recalled")


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark if a released document was reviewed by nobody, or by its authors only."""
    product, people = review.sheet.product, review.sheet.product.people
    if product.status not in RELEASED or (people and _folded(people.reviewer) - _folded(people.author)):
        return
    remedy = "name in `people.reviewer` somebody who did not write it, or set `status: in-review`"
    if people and people.reviewer:
        message = f"the document is {product.status}, but its only reviewer is its author: nobody else has checked it"
        yield Remark(people.mark("reviewer"), message, remedy)
    else:
        message = f"the document is {product.status}, but has no reviewer: nobody but its author has checked it"
        yield Remark(product.mark("status"), message, remedy)


def _folded(names: Iterable[str]) -> set[str]:
    return {" ".join(name.casefold().split()) for name in names}
