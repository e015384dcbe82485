"""Judgements without a source summary statement

Citations show the sources one by one. The source summary says what they are worth together: which matter most, what is
weak, what is missing, and what that does to confidence (ICD 206). It is asked for where there is a judgement.

Bad:

```yaml bad
product:
  source_summary: ~
```

Good:

```yaml good
product:
  source_summary: Two reports were read whole; the union speaks for itself, and the company has not answered.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.absent import absent
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "SRC011"
SEVERITY: Severity = "warning"
STANDARD = "ICD 206, source summary statement"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark if there are judgements and nothing weighs the sources as a whole."""
    if review.sheet.judgements:
        yield from absent(review, CODE)
