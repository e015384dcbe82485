"""A source or a claim is not graded

The Admiralty grade has two halves: how reliable the source is (A to F), and how credible this claim is (1 to 6). With
one half missing a reader does not know whether the desk had doubts or forgot. Where nothing can be said, F and 6 say
just that; they are no bad grades.

Bad:

```yaml bad
claims:
  - id: c-2
    text: Eleven people were injured when a depot at Umeå burnt on 1 February 2024.
    sources: s-2
```

Good:

```yaml good
claims:
  - id: c-2
    text: Eleven people were injured when a depot at Umeå burnt on 1 February 2024.
    sources: s-2
    credibility: 6
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.absent import absent
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "SRC019"
SEVERITY: Severity = "warning"
STANDARD = "Admiralty code (AJP-2.1)"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every source without reliability and every claim without credibility."""
    return absent(review, CODE)
