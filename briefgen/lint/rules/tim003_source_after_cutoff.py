"""A source published after the information cut-off

The cut-off tells readers up to when the document knows. A source that came out later makes that untrue, or the cut-off
is out of date. A publication date that is not exact counts only when all that it can mean is later.

Bad:

```yaml bad
sources:
  - {id: s-1, title: Crews walk out, publisher: Norrland Press, kind: agency, access: seen, published: "2024-02-06"}
```

Good:

```yaml good
sources:
  - {id: s-1, title: Crews walk out, publisher: Norrland Press, kind: agency, access: seen, published: "2024-02-04"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.moments import is_after
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "TIM003"
SEVERITY: Severity = "error"
STANDARD = "ICD 203 B.3 (timeliness)"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every source that was published after the cut-off."""
    for source in review.sheet.sources:
        if source.published and is_after(source.published.date, review.cutoff):
            yield Remark(
                source.mark("published"),
                f"source {source.id} was published on {source.published.date.text}, after the cut-off "
                f"({review.cutoff.text}): the document says that it knows nothing later",
                "move the cut-off, correct the date, or leave the source for the next issue",
                source.id,
            )
