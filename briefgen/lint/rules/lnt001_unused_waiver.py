"""A waiver that waives nothing

A waiver outlives its finding when the sheet is mended, when the record gets another id, or when the waiver names the
wrong record. Left in place it would hide the next finding of its rule without anybody having decided so. A finding on
the document itself is waived without a record; a finding on a record needs the record's id.

Bad:

```yaml bad
waivers:
  - {rule: SRC006, record: j-1, reason: The second report came too late.}
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
from itertools import product

from briefgen.findings import Severity
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.lint.waivers import key_of

CODE = "LNT001"
SEVERITY: Severity = "warning"
STANDARD = "house rule: every exception is a decision that still stands"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every record of a waiver on which its rule has found nothing."""
    for waiver in review.sheet.waivers:
        for record, words in product(waiver.record or (None,), waiver.words or (None,)):
            if waiver.rule in review.codes and key_of(waiver.rule, record, words) not in review.waived:
                about = (f"“{words}” of " if words else "") + (record or "the document itself")
                message = f"nothing is waived by this: {waiver.rule} has no finding on {about}"
                remedy = (
                    "delete the waiver" if record else "name the record that the finding is on, or delete the waiver"
                )
                yield Remark(waiver.mark("rule"), message, remedy, record)
