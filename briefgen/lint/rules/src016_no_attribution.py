"""Licensed data without its attribution line

ACLED, UCDP and OpenStreetMap allow the use of their data on condition that they are named as they ask. Without the line
the document may not be published. Data in the public domain, such as Natural Earth, and articles about such data are
left alone.

Bad:

```yaml bad
sources:
  - id: s-2
    title: Armed conflict events, Sweden, January 2024
    publisher: ACLED
    kind: dataset
    access: seen
    reliability: B
    basis: Coded by hand from press reports.
    published: "2024-02-02"
```

Good:

```yaml good
sources:
  - id: s-2
    title: Armed conflict events, Sweden, January 2024
    publisher: ACLED
    kind: dataset
    access: seen
    reliability: B
    basis: Coded by hand from press reports.
    published: "2024-02-02"
    attribution: "ACLED. 2024. Sweden, January 2024. Accessed 2 February 2024. www.acleddata.com."
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.licences import owners
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "SRC016"
SEVERITY: Severity = "error"
STANDARD = "terms of ACLED, UCDP (CC BY 4.0) and OpenStreetMap (ODbL)"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every source whose licence asks for an attribution line that is not there."""
    for source in review.sheet.sources:
        for owner in owners(source) if not source.attribution and source.access != "not-seen" else ():
            message = f"source {source.id} is data of {owner.name}, whose licence asks for an attribution line"
            yield Remark(source.mark(), message, f"add attribution, such as “{owner.line}”", source.id)
