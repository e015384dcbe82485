"""An indicator checked after the information cut-off

The state of an indicator belongs to the document only up to its cut-off. A later check tells readers something that the
rest of the document does not know, or one of the two dates is wrong.

Bad:

```yaml bad
indicators:
  - id: i-1
    text: A depot calls its crews back before the ballot
    judgement: j-1
    threshold: 1 depot
    state: seen
    checked: "2024-02-07"
```

Good:

```yaml good
indicators:
  - id: i-1
    text: A depot calls its crews back before the ballot
    judgement: j-1
    threshold: 1 depot
    state: not-seen
    checked: "2024-02-05"
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.moments import is_after
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "TIM011"
SEVERITY: Severity = "error"
STANDARD = "Indications and Warning"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every check of an indicator after the cut-off."""
    for indicator in review.sheet.indicators:
        checks = [
            (indicator.checked, indicator.mark("checked")),
            *((one.date, one.mark()) for one in indicator.history),
        ]
        for checked, mark in checks:
            if checked and is_after(checked, review.cutoff):
                yield Remark(
                    mark,
                    f"indicator {indicator.id} was checked on {checked.text}, after the cut-off "
                    f"({review.cutoff.text}): the rest of the document does not know what it saw",
                    "give the state as of the cut-off, or move the cut-off",
                    indicator.id,
                )
