"""A record without a portion mark, where the desk demands one

A desk that marks every portion does so because an unmarked one cannot be told from one that was forgotten. It is
asked of records, paragraphs and figures when the desk sets `require_portions = true` under `[lint]`; otherwise a
record without a mark takes the document's.

Bad:

```toml settings
require_portions = true
```

```yaml bad
gaps:
  - {id: n-1, text: How the crews of the small depots will vote., blocks: j-1}
```

Good:

```yaml good
sources: ~
actors: ~
places: ~
claims: ~
events: ~
assumptions: ~
judgements: ~
hypotheses: ~
ach: ~
indicators: ~
gaps: ~
impact: ~
summary:
  bluf: {text: The ballot is on 20 February., portion: TLP:CLEAR}
  narrative: ~
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "MRK002"
SEVERITY: Severity = "error"
STANDARD = "portion marking (CAPCO practice; TLP 2.0 allows marks on parts)"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every record that could be marked and is not, if the desk demands marks."""
    if not review.settings.require_portions:
        return
    example = f"portion: {review.sheet.scheme.usual.label}"
    for record in review.parts:
        if record.portion is None:
            owner = getattr(record, "id", None)
            what = owner or f"a {type(record).__name__.lower()}"
            message = f"{what} has no portion mark, and this desk marks every portion"
            remedy = f"add portion: with the label that its most sensitive part needs, such as {example}"
            yield Remark(record.mark(), message, remedy, owner)
