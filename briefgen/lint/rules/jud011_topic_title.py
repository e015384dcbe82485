"""A title that names a topic and judges nothing

Many readers see a title in a list and nothing else. “Strike update” tells them that there is a document; “The strike is
likely to end by 1 March” tells them what it says. A title with a verb or a term of likelihood is left alone, and so is
a sheet that has no judgement to put there.

Bad:

```yaml bad
product:
  title: Rail strike update
```

Good:

```yaml good
product:
  title: The rail strike is likely to end by 1 March
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.headlines import has_verb
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.tradecraft.terms import uses

CODE = "JUD011"
SEVERITY: Severity = "info"
STANDARD = "ICD 208"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark if the title has neither a verb nor a term of likelihood."""
    product = review.sheet.product
    if review.sheet.judgements and not has_verb(product.title) and not uses(product.title, review.scale):
        message = "the title names a topic: a reader who sees nothing else learns nothing"
        yield Remark(
            product.mark("title"), message, "put the main judgement into it, in one line: who will do what, by when"
        )
