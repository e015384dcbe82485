"""A web source of which no copy is kept

When a page is changed or taken down, nobody can check the claim any more. ICS 206-01 asks for dynamic sources to be
kept for at least a year from issue: as an archived copy, or as a captured file with its digest. Addresses that do not
change, such as a DOI or one of an archive, are left alone, and so is a source that was not seen.

Bad:

```yaml bad
sources:
  - id: s-2
    title: Fire at the depot, seen from the bridge
    author: A resident of Umeå
    kind: social
    access: seen
    reliability: F
    basis: Unknown account; the video shows the depot.
    published: "2024-02-01"
    url: https://social.example/v/4711
    accessed: "2024-02-02"
```

Good:

```yaml good
sources:
  - id: s-2
    title: Fire at the depot, seen from the bridge
    author: A resident of Umeå
    kind: social
    access: seen
    reliability: F
    basis: Unknown account; the video shows the depot.
    published: "2024-02-01"
    url: https://social.example/v/4711
    accessed: "2024-02-02"
    archived: {url: https://archive.example/v4711, date: "2024-02-02"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.pattern import found
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.sheet.model.evidence import Source

CODE = "SRC004"
SEVERITY: Severity = "warning"
STANDARD = "ICS 206-01, preservation; Berkeley Protocol"

LASTING = (
    r"(?i)^https?://(?:[\w-]+\.)*(?:doi\.org|archive\.(?:org|ph|today|is|md|li|vn|fo)|perma\.cc|webcitation\.org"
    r"|ghostarchive\.org|arquivo\.pt|webarchive\.[\w.-]+)/"
)


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every source on the web that was read and of which no copy is named."""
    for source in review.sheet.sources:
        if _can_vanish(source) and not (source.archived or source.snapshot or source.access == "not-seen"):
            message = (
                f"source {source.id} is on the web, and no copy is kept: it can be changed or taken down (ICS 206-01)"
            )
            remedy = "add archived, the address of a preserved copy, or snapshot, a captured file with its SHA-256"
            yield Remark(source.mark("url"), message, remedy, source.id)


def _can_vanish(source: Source) -> bool:
    return not found(LASTING, source.url) if source.url else source.kind == "social"
