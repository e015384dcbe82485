"""A claim, event or agreement without a source

What nobody is named for cannot be checked, and a reader cannot tell a report from an invention (ICD 206). A claim
names its sources; an event or an agreement names the claims that it rests on.

Bad:

```yaml bad
claims:
  - id: c-2
    text: Eleven people were injured when a depot at Umeå burnt on 1 February 2024.
    credibility: 2
```

Good:

```yaml good
claims:
  - id: c-2
    text: Eleven people were injured when a depot at Umeå burnt on 1 February 2024.
    sources: s-2
    credibility: 2
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.absent import absent
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "SRC001"
SEVERITY: Severity = "error"
STANDARD = "ICD 206, source reference citation"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every claim, event and agreement that rests on nothing."""
    return absent(review, CODE)
