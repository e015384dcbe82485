"""A figure without a caption

A reader who leafs through a document reads figures and captions first. The caption says in a sentence what the figure
shows; without it, every reader sees something else. Source line, date and text alternative are printed anyway.

Bad:

```yaml bad
figures:
  - {kind: timeline, from: [e-1, e-2]}
```

Good:

```yaml good
figures:
  - {kind: timeline, from: [e-1, e-2], caption: The depot burnt two days after the crews had left}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "VIS001"
SEVERITY: Severity = "warning"
STANDARD = "ICD 203 D.6.e.(9)"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every figure that has no caption."""
    for one in review.sheet.figures:
        if not one.caption:
            name = f"figure {one.id}" if one.id else f"the {one.kind}"
            message = f"{name} has no caption: every reader will see something else in it"
            yield Remark(one.mark(), message, "add `caption:`, a sentence that says what it shows", one.id)
