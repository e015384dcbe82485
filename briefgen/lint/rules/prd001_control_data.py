"""Control data missing

A document without an author, or one of a series without its number, cannot be cited, corrected or called back. A reader
also wants to know when the next issue comes, and an issue that is not the first says which one it replaces. A document
that belongs to no series needs none of this but its people.

Bad:

```yaml bad
product:
  issue: ""
  supersedes: ""
```

Good:

```yaml good
product:
  series: RAIL
  issue: 2
  supersedes: RAIL-001
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.absent import absent
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.sheet.model.product import Product

CODE = "PRD001"
SEVERITY: Severity = "warning"
STANDARD = "ICD 208; OCHA situation report"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every piece of control data that is missing."""
    yield from absent(review, CODE)
    product = review.sheet.product
    for key, message, remedy in _missing(product):
        yield Remark(product.mark(key), message, remedy)


def _missing(product: Product) -> Iterator[tuple[str, str, str]]:
    """Yield the key to point at, what is wrong, and the remedy."""
    if product.series and product.issue is None:
        message = "an issue of a series has no number: nobody can tell whether one was missed"
        yield "series", message, "add `issue:`, its number in the series"
    if product.issue is not None and not product.series:
        message = f"issue {product.issue} belongs to no series: a reader cannot find the others"
        yield "issue", message, "add `series:`, or drop `issue` for a document that stands alone"
    if product.series and not product.time.next_issue:
        message = "a series does not say when its next issue comes: a reader cannot tell how long this one holds"
        yield "series", message, "add `next_issue:` under `time:`"
    if (product.issue or 0) > 1 and not product.supersedes:
        message = f"issue {product.issue} does not say which issue it replaces: a reader may keep both in use"
        yield "issue", message, "add `supersedes:` with the product id of the issue before"
