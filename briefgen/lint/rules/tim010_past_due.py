"""A date has passed and its business is still open

The horizon of a judgement, the day on which it was to be scored, the next issue, the day by which a gap was to be
closed: once they have passed, a reader wonders whether anybody looks after the document. Only `--today` can tell;
without it the rule is silent.

Bad:

```yaml bad today
judgements:
  - id: j-2
    text: It is {likelihood} that freight trains run again by 1 March 2024.
    likelihood: likely
    horizon: "2024-03-01"
    resolve: {test: A freight train north of Umeå, by: "2024-03-05"}
```

Good:

```yaml good today
product:
  time: {next_issue: "2024-03-20"}
judgements:
  - id: j-1
    text: It is {likelihood} that the strike on the northern line ends by 1 March 2024.
    likelihood: likely
    horizon: "2024-03-01"
    resolve: {test: Trains run on 1 March, by: "2024-03-05", outcome: "true"}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from briefgen.dates import Edtf
from briefgen.findings import Severity
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.sheet.model.assessment import Gap, Judgement
from briefgen.traces import look

CODE = "TIM010"
SEVERITY: Severity = "warning"
STANDARD = "ICD 203 D.6.e.(8)"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for everything that was due before today and is still open."""
    today, time = review.today, review.sheet.product.time
    if review.sheet.product.status == "recalled":
        return
    if _is_past(time.next_issue, today) and time.next_issue:
        message = f"the next issue was due on {time.next_issue.text} and today is {today}"
        yield Remark(time.mark("next_issue"), message, "issue it, or set the day on which it will come")
    for judgement in review.sheet.judgements:
        yield from _judgement(judgement, today)
    for gap in review.sheet.gaps:
        yield from _gap(gap, today)


def _judgement(judgement: Judgement, today: date | None) -> Iterator[Remark]:
    resolve, horizon = judgement.resolve, judgement.horizon
    if judgement.likelihood == "n/a" or (resolve and resolve.outcome != "open"):
        return
    due, field = (resolve.by, ("resolve", "by")) if resolve and resolve.by else (horizon, ("horizon",))
    if due and _is_past(due, today):
        yield Remark(
            judgement.mark(*field),
            f"judgement {judgement.id} could be decided by {due.text}, today is {today}, and its outcome is open: "
            "nobody learns whether it was right",
            "set resolve.outcome: true, false or undecidable",
            judgement.id,
        )


def _gap(gap: Gap, today: date | None) -> Iterator[Remark]:
    if gap.due and _is_past(gap.due.date, today):
        yield Remark(
            gap.mark("due"),
            f"gap {gap.id} was to be closed by {gap.due.date.text}, and today is {today}",
            "say what came of it and drop the gap, or set a new day",
            gap.id,
        )


def _is_past(due: Edtf | None, today: date | None) -> bool:
    if not due or not due.latest:
        return False
    look("today", "")  # only here does it matter which day it is
    return today is not None and due.latest < today
