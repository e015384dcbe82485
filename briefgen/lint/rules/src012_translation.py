"""A source in another language, and nobody says who translated it

Between the source and the claim stands a translator, whose slips become the source’s words. A reader must know who or
what it was (ICS 206-01). A title in the original language needs its language as well, for readers and for screen
readers. Pictures and sources that were not seen are left alone.

Bad:

```yaml bad
sources:
  - id: s-2
    title: Eleven hurt in depot fire
    original_title: Elva skadade i depåbrand
    publisher: The Umea Courier
    kind: press
    access: seen
    reliability: C
    basis: Local daily; its own reporter was there.
    published: "2024-02-02"
    lang: sv
```

Good:

```yaml good
sources:
  - id: s-2
    title: Eleven hurt in depot fire
    original_title: Elva skadade i depåbrand
    publisher: The Umea Courier
    kind: press
    access: seen
    reliability: C
    basis: Local daily; its own reporter was there.
    published: "2024-02-02"
    lang: sv
    translated_by: Duty analyst
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.sheet.model.evidence import Source

CODE = "SRC012"
SEVERITY: Severity = "warning"
STANDARD = "ICS 206-01, translation and disclosure"

NO_LANGUAGE = {"mis", "mul", "und", "zxx"}


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every source whose translator, or whose language, is not named."""
    own = _language(review.sheet.product.lang)
    for source in review.sheet.sources:
        if source.original_title and not source.lang:
            message = (
                f"source {source.id} has an original title and no language: a reader cannot tell what was translated"
            )
            yield Remark(source.mark("original_title"), message, "add lang, such as ur or ps-AF", source.id)
        elif _is_translated(source, own):
            message = (
                f"source {source.id} is in another language ({source.lang}), and nobody says who translated it: "
                "a reader cannot weigh the words"
            )
            remedy = "add translated_by, a person, a role or a system"
            yield Remark(source.mark("lang"), message, remedy, source.id)


def _is_translated(source: Source, own: str) -> bool:
    if not source.lang or source.translated_by or source.access == "not-seen" or source.kind == "imagery":
        return False
    return _language(source.lang) not in (own, *NO_LANGUAGE)


def _language(tag: str) -> str:
    return tag.partition("-")[0]
