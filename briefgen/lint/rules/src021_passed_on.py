"""Licensed rows that a reader would be handed as a file

A product with more rows than it can print sends its reader to a CSV file with all of them. The terms of ACLED allow
counts, maps and tables made from its data, and not that its rows are passed on. Say so on the data set: the products
then print what they print, and no file is made.

Bad:

```yaml bad
sources:
  - id: s-2
    title: Armed conflict events, Sweden, January 2024
    publisher: ACLED
    kind: dataset
    access: seen
    published: "2024-02-02"
    attribution: "ACLED. 2024. Sweden, January 2024. Accessed 2 February 2024. www.acleddata.com."
datasets: [{id: d-1, title: Events of January, file: events.csv, source: s-2}]
```

Good:

```yaml good
sources:
  - id: s-2
    title: Armed conflict events, Sweden, January 2024
    publisher: ACLED
    kind: dataset
    access: seen
    published: "2024-02-02"
    attribution: "ACLED. 2024. Sweden, January 2024. Accessed 2 February 2024. www.acleddata.com."
datasets: [{id: d-1, title: Events of January, file: events.csv, source: s-2, pass_on: false}]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.licences import owners
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "SRC021"
SEVERITY: Severity = "error"
STANDARD = "terms of ACLED"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every data set whose rows may go into a file although their licence forbids it."""
    for dataset in review.sheet.datasets:
        source = review.get(dataset.source)
        for owner in owners(source) if dataset.pass_on and source else ():
            if not owner.may_be_passed_on:
                message = f"data set {dataset.id} is from {owner.name}, whose licence forbids passing rows on"
                yield Remark(dataset.mark("source"), message, "add pass_on: false", dataset.id)
