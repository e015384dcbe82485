"""The document has no marking of its own

Whoever gets a page must see at once who may read it (TLP 2.0). Without `handling` the document is printed with the
desk's default, which is the strictest that the desk uses and rarely what the writer means. A marking below that of a
single record is no fault: records above the document's marking are left out of the edition.

Bad:

```yaml bad
product:
  handling: ~   # nothing stands here
```

Good:

```yaml good
product:
  handling: TLP:GREEN
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.absent import absent
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "MRK001"
SEVERITY: Severity = "warning"
STANDARD = "TLP 2.0 (FIRST), section 1"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark if the product has no handling."""
    return absent(review, CODE)
