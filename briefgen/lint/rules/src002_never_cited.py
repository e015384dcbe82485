"""A source is never cited

The list of sources says what the document relies on (ICD 206). A source that no record and no prose names was left over
from an earlier draft, or the claim that needs it lacks its citation. A source that only such a source repeats is no
better. Shared sources of the registry come in only when a sheet uses them, so they are left alone.

Bad:

```yaml bad
sources:
  - id: s-4
    title: Notice to passengers
    publisher: Northern Railway Company
    kind: official-statement
    access: seen
    reliability: C
    published: "2024-02-03"
```

Good:

```yaml good
sources:
  - id: s-4
    title: Notice to passengers
    publisher: Northern Railway Company
    kind: official-statement
    access: seen
    reliability: C
    published: "2024-02-03"
claims:
  - id: c-4
    text: The company runs one train a day north of Umeå.
    sources: s-4
    credibility: 2
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from briefgen import citations
from briefgen.findings import Severity
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.sheet.model.fields import Prose, Ref

CODE = "SRC002"
SEVERITY: Severity = "warning"
STANDARD = "ICD 206, source reference citation"

#: What most fields hold, and what names nothing.
PLAIN = {str, bool, type(None)}


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every source that nothing names, or only a source that nothing names."""
    used = _used(review)
    for source in review.sheet.sources:
        if source.id not in used:
            message = f"source {source.id} is never cited: a reader looks in vain for what rests on it (ICD 206)"
            yield Remark(
                source.mark("id"), message, f"cite it in a claim (sources: {source.id}), or delete it", source.id
            )


def _used(review: Review) -> set[str]:
    sources = {source.id for source in review.sheet.sources}
    named: dict[str | None, set[str]] = defaultdict(set)
    for record, owner in review.records:
        by = owner if owner in sources else None
        values = (value for value in vars(record).values() if type(value) not in PLAIN)
        named[by].update(one for value in values for one in _named(value) if one in sources)
    used: set[str] = set()
    waiting = list(named[None])
    while waiting:
        if (source := waiting.pop()) not in used:
            used.add(source)
            waiting += named[source]
    return used


def _named(value: Any) -> Iterator[str]:
    """Yield the ids that a field names, but not those in the records inside it."""
    if isinstance(value, Ref):
        yield value
    elif isinstance(value, Prose):
        yield from (found for _, found in citations.mentions(value))
    elif isinstance(value, tuple):
        for one in value:
            yield from _named(one)
    elif isinstance(value, dict):
        yield from (key for key in value if isinstance(key, Ref))
