"""No gap at all, or a gap that touches nothing

Nobody knows everything, and a document that names no gap looks as if its writer did. A gap has to say which judgement
suffers from it; otherwise a reader cannot tell whether it matters.

Bad:

```yaml bad
gaps:
  - {id: n-1, text: How the crews of the small depots will vote., ask: Call the depots.}
```

Good:

```yaml good
gaps:
  - {id: n-1, text: How the crews of the small depots will vote., blocks: j-1, ask: Call the depots.}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.estimates import estimates
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "JUD007"
SEVERITY: Severity = "warning"
STANDARD = "ICD 203 D.6.e.(2)"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark if the estimates have no gap, and one for every gap that no judgement suffers from."""
    if not estimates(review):
        return
    if not review.sheet.gaps:
        message = "no gap is named: a reader will think that nothing is unknown (ICD 203)"
        remedy = "add to `gaps:` what is not known, which judgement suffers from it, and how it could be found out"
        yield Remark(review.sheet.mark("judgements"), message, remedy)
    for one in review.sheet.gaps:
        if not one.blocks:
            message = f"gap {one.id} touches no judgement: a reader cannot tell whether it matters"
            yield Remark(one.mark(), message, "name the judgements that suffer from it under `blocks:`", one.id)
