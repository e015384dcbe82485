"""An indicator that cannot be read

“Watch the mood of the crews” warns nobody. An indicator needs a threshold (from when on it counts as seen), what was
found last (`state`), and the day of that check; otherwise two people who look at it see two things.

Bad:

```yaml bad
indicators:
  - {id: i-1, text: The mood of the crews, judgement: j-1}
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
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "JUD008"
SEVERITY: Severity = "warning"
STANDARD = "indications and warning practice"

NEEDED = {
    "threshold": "from when on it counts as seen",
    "state": "what was found last",
    "checked": "when it was last checked",
}


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every indicator without threshold, state or day of the last check."""
    for one in review.sheet.indicators:
        # a state that is not written is “unknown” by default, which is not the same as having looked
        missing = [key for key in NEEDED if one.written(key) is None or not getattr(one, key)]
        if missing:
            unsaid = ", nor ".join(NEEDED[key] for key in missing)
            message = f"indicator {one.id} does not say {unsaid}: two readers would see two things"
            yield Remark(one.mark(), message, f"add {' and '.join(f'`{key}`' for key in missing)}", one.id)
