"""TLP:GREEN without a community, or TLP:RED without recipients

TLP:GREEN may go to “the community”, and TLP:RED to “the named recipients”; a level of another scheme may speak of such
readers too. If the document does not say who they are, every reader draws the circle for himself; where no community is
named, FIRST takes it to be the one that deals with cyber security.

Bad:

```yaml bad
product:
  handling: {tlp: TLP:GREEN, audience: Freight desk}
```

Good:

```yaml good
product:
  handling: {tlp: TLP:GREEN, audience: Freight desk, community: Rail operators in the Nordic countries}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "MRK007"
SEVERITY: Severity = "warning"
STANDARD = "TLP 2.0 (FIRST), definitions of GREEN and RED"

REASONS = {
    "community": "may be shared within the community, but the document does not say which: may I pass it on?",
    "recipients": "is for the named recipients only, but nobody is named: who else has it?",
}


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark if the level speaks of readers whom the handling does not name."""
    handling = review.sheet.product.handling
    level = handling.marking.level if handling else None
    if handling and level and level.readers and not getattr(handling, level.readers):
        message = f"{level.label} {REASONS[level.readers]}"
        yield Remark(handling.mark_of_marking(), message, f"add {level.readers} to the handling")
