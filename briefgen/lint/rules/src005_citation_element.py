"""A source lacks what a reader needs to find it

Who published it, what sort of source it is, when it appeared and whether it was read whole: without these a reader can
neither find a source nor weigh it (ICS 206-01). An author counts as well as a publisher. A source that bears no date
appeared by the day on which it was read at the latest: write that day as the last possible one, `"[..2024-02-05]"`, and
a note.

Bad:

```yaml bad
sources:
  - id: s-2
    title: Eleven hurt in depot fire
    kind: press
    access: seen
    reliability: C
    basis: Cutting without the name of the paper.
```

Good:

```yaml good
sources:
  - id: s-2
    title: Eleven hurt in depot fire
    publisher: The Umea Courier
    kind: press
    access: seen
    reliability: C
    basis: Local daily; its own reporter was there.
    published: {date: "[..2024-02-05]", note: The cutting bears no date.}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.sheet.expected import missing
from briefgen.sheet.model.evidence import Source

CODE = "SRC005"
SEVERITY: Severity = "warning"
STANDARD = "ICS 206-01, citation elements"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every element of a citation that is missing."""
    for source in review.sheet.sources:
        for message, remedy in missing(_signed(source), CODE):
            yield Remark(source.mark(), message, remedy, source.id)


def _signed(source: Source) -> Source:
    """Return *source* with its author as publisher, if it has only an author."""
    if source.publisher or not source.author:
        return source
    return source.model_copy(update={"publisher": source.author[0]})
