"""Caveats that exclude each other

A reader who finds “NOFORN” beside “REL TO GBR”, or a label that stays inside the organisation beside a caveat that
lets clients read it, will follow the one that suits him. The stricter one must be meant, so the other must go.

Bad:

```yaml bad
product:
  handling: {tlp: TLP:AMBER+STRICT, caveats: [May be shared with clients]}
```

Good:

```yaml good
product:
  handling: {tlp: TLP:AMBER, caveats: [May be shared with clients]}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.sheet.model.product import Handling

CODE = "MRK005"
SEVERITY: Severity = "error"
STANDARD = "roll-up of dissemination caveats (CAPCO practice); TLP 2.0 (FIRST) for +STRICT"

#: Two caveats, and which of them is the stricter.
PAIRS = (
    ("NOFORN", r"\bNO ?FORN\b", "REL TO", r"\bREL(?:EASABLE)?[ -]TO\b"),
    ("NOFORN", r"\bNO ?FORN\b", "DISPLAY ONLY", r"\bDISPLAY ONLY\b"),
)
CLIENTS = re.compile(r"\b(?:clients?|customers?|public|publish(?:ed|able)?)\b", re.I)
DENIED = re.compile(r"\b(?:not?|never|without|except)\b", re.I)


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every pair of caveats, or caveat and label, of which one forbids what the other allows."""
    handling = review.sheet.product.handling
    if handling is None:
        return
    mark = handling.mark("caveats")
    everything = " / ".join((*handling.marking.caveats, *handling.caveats)).upper()
    for strict, one, loose, other in PAIRS:
        if re.search(one, everything) and re.search(other, everything):
            message = f"the caveats say {strict} and {loose}: nobody can keep both"
            yield Remark(mark, message, f"keep {strict}, or drop it if {loose} is meant")
    yield from _beyond_the_label(review, handling)


def _beyond_the_label(review: Review, handling: Handling) -> Iterator[Remark]:
    level = handling.marking.level
    if not level.stays_inside:
        return
    wider = [one.label for one in review.sheet.scheme.levels if not one.stays_inside]
    remedy = f"drop the caveat, or use {wider[-1]} or lower" if wider else "drop the caveat"
    for position, caveat in enumerate(handling.caveats):
        if (found := CLIENTS.search(caveat)) and not DENIED.search(caveat):
            message = f"{level.label} does not go to {found[0].lower()}, but a caveat lets it ({caveat})"
            yield Remark(handling.mark("caveats", position), f"{message}: nobody can keep both", remedy)
