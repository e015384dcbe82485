"""A waiver of a rule that does not exist

The code is misspelt, or it is that of an error of shape, which cannot be waived: a sheet that cannot be read has no
sentence to let pass. The list of rules is in docs/lint.md.

Bad:

```yaml bad
waivers:
  - {rule: SRC600, record: j-1, reason: The second report came too late.}
```

Good:

```yaml good
indicators:
  - {id: i-1, text: A depot calls its crews back, judgement: j-1, state: not-seen, checked: "2024-02-05"}
waivers:
  - {rule: JUD008, record: i-1, reason: One depot is enough; there is no number to wait for.}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.sheet.messages import suggest

CODE = "LNT002"
SEVERITY: Severity = "error"
STANDARD = "house rule: every exception is a decision that still stands"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every waiver whose rule is none."""
    for waiver in review.sheet.waivers:
        if waiver.rule not in review.codes:
            message = f"there is no rule {waiver.rule} that could be waived"
            yield Remark(waiver.mark("rule"), message, suggest(waiver.rule, sorted(review.codes), "see docs/lint.md"))
