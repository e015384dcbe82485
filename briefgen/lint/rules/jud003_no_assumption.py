"""No assumption, or a linchpin without its consequences

Every estimate takes something as true without proof. Written down, it can be watched; left out, it fails unseen. A
linchpin is an assumption with which a judgement falls, so a reader has to know which judgement that is and what would
show that it is wrong. A sheet whose judgements are all of fact (likelihood `n/a`) needs no assumption.

Bad:

```yaml bad
assumptions:
  - id: k-1
    text: The company can pay what it has offered.
    linchpin: true
```

Good:

```yaml good
assumptions:
  - id: k-1
    text: The company can pay what it has offered.
    linchpin: true
    if_wrong: j-1
    would_show: A profit warning before the ballot.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.estimates import estimates
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "JUD003"
SEVERITY: Severity = "warning"
STANDARD = "ICD 203 D.6.e.(3); Key Assumptions Check"

NEEDED = {"if_wrong": "which judgement falls with it", "would_show": "what would show that it is wrong"}


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark if the estimates rest on no assumption at all, and one for every linchpin that is bare."""
    if estimates(review) and not review.sheet.assumptions:
        message = "no assumption is written down: every estimate rests on some, and what is not written is not watched"
        remedy = "add to `assumptions:` what is taken as true without proof, and what would show that it is wrong"
        yield Remark(review.sheet.mark("judgements"), message, remedy)
    for one in review.sheet.assumptions:
        missing = [key for key in NEEDED if one.linchpin and not getattr(one, key)]
        if missing:
            unsaid = " and ".join(NEEDED[key] for key in missing)
            message = f"linchpin {one.id} does not say {unsaid}: nobody will notice when it gives way"
            yield Remark(one.mark(), message, f"add {' and '.join(f'`{key}`' for key in missing)}", one.id)
