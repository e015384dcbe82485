"""A source behind a key judgement has no descriptor

A grade says how good a source is, not why. The descriptor (`basis`) tells a reader in one line what it could know, how
it knows it and what it may want (ICD 206). It is asked for where most hangs on it: of each source that speaks for or
against a key judgement.

Bad:

```yaml bad
sources:
  - id: s-2
    title: Eleven hurt in depot fire
    publisher: The Umea Courier
    kind: press
    access: seen
    reliability: C
    published: "2024-02-02"
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
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint import grounds
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "SRC010"
SEVERITY: Severity = "warning"
STANDARD = "ICD 206, source descriptor"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every source that is read for a key judgement and not described."""
    read = _read(review)
    for source in review.sheet.sources:
        if source.id in read and not source.basis and source.protect is None:
            message = (
                f"source {source.id} stands behind key judgement {read[source.id]} without a descriptor: "
                "a reader cannot tell what it could know (ICD 206)"
            )
            remedy = (
                "add basis, one line on its access, its record and its interest, such as “own reporter on the spot”"
            )
            yield Remark(source.mark(), message, remedy, source.id)


def _read(review: Review) -> dict[str, str]:
    """Return the sources behind key judgements, each with the first judgement."""
    read: dict[str, str] = {}
    for judgement in grounds.key_judgements(review):
        evidence = judgement.evidence
        items = (*evidence.supporting, *evidence.opposing) if evidence else ()
        for source in grounds.origins(review, items).read:
            read.setdefault(source, judgement.id)
    return read
