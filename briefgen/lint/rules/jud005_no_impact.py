"""Judgements that mean nothing to anybody

A document is written for somebody who has to decide something. If it names no reader, or does not say what its
judgements mean there, the reader has to work that out alone. What a scenario would mean (its `impact`) counts too; a
reader is named in the handling, in an impact or as the one who asks.

Bad:

```yaml bad
impact: ""
```

Good:

```yaml good
impact:
  - {id: im-1, for: Freight desk, text: Trains north of Umeå do not run before the ballot., refs: j-1}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.sheet.model import Sheet

CODE = "JUD005"
SEVERITY: Severity = "warning"
STANDARD = "ICD 203 D.6.e.(5)"


def check(review: Review) -> Iterator[Remark]:
    """Yield one remark if there are judgements, but no reader or nothing that they mean."""
    sheet = review.sheet
    means = bool(sheet.impact) or any(one.impact for one in sheet.scenarios)
    if sheet.judgements and not means:
        missing = "what its judgements mean" if _is_read(sheet) else "what its judgements mean, nor for whom"
        message = f"the document does not say {missing}: a reader is left with “so what?”"
        remedy = "add `impact:` with `for:` (the reader) and `text:` (what it means for them)"
        yield Remark(sheet.mark("judgements"), message, remedy)
    elif sheet.judgements and not _is_read(sheet):
        message = "the document does not say for whom it is written: nobody can tell whether it answers their question"
        yield Remark(sheet.product.mark("handling"), message, "name the reader under `product.handling.audience`")


def _is_read(sheet: Sheet) -> bool:
    handling = sheet.product.handling
    named = handling and (handling.audience or handling.recipients)
    return bool(named or sheet.impact or any(one.asked_by for one in sheet.requirements))
