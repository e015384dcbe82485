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
from briefgen.lint.pattern import found
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.sheet.model.evidence import Source

CODE = "SRC016"
SEVERITY: Severity = "error"
STANDARD = "terms of ACLED, UCDP (CC BY 4.0) and OpenStreetMap (ODbL)"

#: Who asks to be named: how the name is written, where the data lie, and how the line begins.
OWNERS: tuple[tuple[str, str, str, str], ...] = (
    (
        "ACLED",
        r"\bACLED\b|(?i:armed\s+conflict\s+location)",
        r"(?i)//(?:[\w-]+\.)*acleddata\.com",
        "ACLED. [year]. [filters]. Accessed [date]. www.acleddata.com",
    ),
    (
        "UCDP",
        r"\bUCDP\b|(?i:uppsala\s+conflict\s+data)",
        r"(?i)//(?:[\w-]+\.)*ucdp\.uu\.se",
        "Uppsala Conflict Data Program, [data set and version], accessed [date]",
    ),
    (
        "OpenStreetMap",
        r"\bOSM\b|(?i:open\s?street\s?map)",
        r"(?i)//(?:[\w-]+\.)*openstreetmap\.org",
        "© OpenStreetMap contributors, ODbL",
    ),
)


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every source whose licence asks for an attribution line that is not there."""
    for source in review.sheet.sources:
        for owner, name, address, line in OWNERS:
            if not source.attribution and source.access != "not-seen" and _is_from(source, name, address):
                message = f"source {source.id} is data of {owner}, whose licence asks for an attribution line"
                yield Remark(source.mark(), message, f"add attribution, such as “{line}”", source.id)


def _is_from(source: Source, name: str, address: str) -> bool:
    makers = " ".join([source.publisher or "", *source.author])
    if source.kind in ("dataset", "imagery") or not makers.strip():
        makers += f" {source.title}"
    return bool(found(name, makers) or found(address, source.url or ""))
