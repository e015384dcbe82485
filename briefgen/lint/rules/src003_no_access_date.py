"""A web source without the day on which it was read

Pages change and vanish. Without the day of reading nobody can tell which state of the page the claim rests on
(ICS 206-01). A source that was not seen has no such day and is left alone.

Bad:

```yaml bad
sources:
  - id: s-2
    title: Eleven hurt in depot fire
    publisher: The Umea Courier
    kind: press
    access: seen
    reliability: C
    basis: Local daily; its own reporter was there.
    published: "2024-02-02"
    url: https://courier.example/fire
    archived: https://archive.example/courier-fire
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
    published: "2024-02-02"
    url: https://courier.example/fire
    accessed: "2024-02-02"
    archived: https://archive.example/courier-fire
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "SRC003"
SEVERITY: Severity = "error"
STANDARD = "ICS 206-01, citation elements"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every source that was read under an address, but not said when."""
    for source in review.sheet.sources:
        if source.url and source.accessed is None and source.access != "not-seen":
            message = f"source {source.id} has a web address and no day of reading: pages change (ICS 206-01)"
            remedy = "add accessed, the day on which it was read, such as 2024-02-05"
            yield Remark(source.mark("url"), message, remedy, source.id)
