"""An indicator that was due for a check before the cut-off

“Not seen” means not seen at the last check. If the indicator is watched every day and was last looked at a week before
the cut-off, its state is not what the reader takes it for.

Bad:

```yaml bad
indicators:
  - id: i-1
    text: A depot calls its crews back before the ballot
    judgement: j-1
    threshold: 1 depot
    state: not-seen
    checked: "2024-01-20"
    every: 7d
```

Good:

```yaml good
indicators:
  - id: i-1
    text: A depot calls its crews back before the ballot
    judgement: j-1
    threshold: 1 depot
    state: not-seen
    checked: "2024-01-30"
    every: 7d
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from math import ceil

from briefgen.findings import Severity
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.sheet.model.assessment import Indicator

CODE = "TIM009"
SEVERITY: Severity = "warning"
STANDARD = "Indications and Warning"
NAMES = {"h": "hour", "d": "day", "w": "week", "m": "month"}
#: In hours; a month is a long one, so that no check counts as missed too early.
UNITS = {"h": 1, "d": 24, "w": 7 * 24, "m": 31 * 24}


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every indicator that should have been checked again before the cut-off."""
    for indicator in review.sheet.indicators:
        if indicator.checked and indicator.every and _is_overdue(review, indicator):
            yield Remark(
                indicator.mark("checked"),
                f"indicator {indicator.id} is checked every {_spoken(indicator.every)} and was last checked on "
                f"{indicator.checked.text}; at the cut-off ({review.cutoff.text}) its state is out of date",
                "check it again and set state and checked, or write how often it is really checked",
                indicator.id,
            )


def _spoken(every: str) -> str:
    """Return a rhythm in words: “7 days”, “week”."""
    number, unit = int(every[:-1]), NAMES[every[-1]]
    return unit if number == 1 else f"{number} {unit}s"


def _is_overdue(review: Review, indicator: Indicator) -> bool:
    checked, cutoff, every = indicator.checked, review.cutoff, indicator.every or ""
    if checked is None or checked.latest is None or cutoff.earliest is None:
        return False
    hours = int(every[:-1]) * UNITS[every[-1]]
    if checked.moment and cutoff.moment:
        return checked.moment + timedelta(hours=hours) < cutoff.moment
    return checked.latest + timedelta(days=ceil(hours / 24)) < cutoff.earliest
