"""A machine was used, and nobody says which

A translation, a summary or a transcript that a machine made errs in other ways than a person’s: fluently, and without a
mark of doubt. A reader has to know which system it was, for what it was used and who checked it. The names of
translators and authors, the notes on sources and the words about the document itself are looked at; what the document
tells of machines in the world is left alone. A disclosure without `reviewed_by` is only half of one.

Bad:

```yaml bad
sources:
  - id: s-3
    title: Statement on the ballot
    publisher: Railway Crews Union
    kind: official-statement
    access: seen
    reliability: B
    published: "2024-02-03"
    lang: sv
    translated_by: DeepL
```

Good:

```yaml good
product:
  disclosures: {system: DeepL, version: "2024-01", use: Translation of one statement., reviewed_by: Duty analyst}
sources:
  - id: s-3
    title: Statement on the ballot
    publisher: Railway Crews Union
    kind: official-statement
    access: seen
    reliability: B
    published: "2024-02-03"
    lang: sv
    translated_by: DeepL
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.machines import named, told
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "AIX001"
SEVERITY: Severity = "error"
STANDARD = "ICS 206-01"

#: Where a document tells how its sources were read and how it was made.
FRAME = ("scope", "source_summary", "notice", "note", "claim_note", "treatment", "caption")
REMEDY = "add to `product.disclosures:` its system, version, use, and who checked it (`reviewed_by`)"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every machine that is not disclosed, and for every disclosure that nobody has checked."""
    if not review.sheet.product.disclosures:
        yield from _in_records(review)
        yield from _in_prose(review)
    for one in review.sheet.product.disclosures:
        if not one.reviewed_by:
            message = f"nobody is named who checked what {one.system} made: its slips read as well as the rest"
            yield Remark(one.mark(), message, "add `reviewed_by:`")


def _in_records(review: Review) -> Iterator[Remark]:
    for source in review.sheet.sources:
        if source.translated_by and named(source.translated_by):
            yield Remark(source.mark("translated_by"), _message(source.translated_by, "translated"), REMEDY, source.id)
        for author in source.author:
            if named(author):
                yield Remark(source.mark("author"), _message(author, "wrote"), REMEDY, source.id)
        for field in ("note", "basis"):
            if told(getattr(source, field) or "", of_frame=True):
                yield Remark(source.mark(field), _told(), REMEDY, source.id)
    for quote in review.sheet.quotes:
        if quote.translation and quote.translation.by and named(quote.translation.by):
            yield Remark(quote.mark("translation"), _message(quote.translation.by, "translated"), REMEDY, quote.id)


def _in_prose(review: Review) -> Iterator[Remark]:
    for passage in review.passages:
        for sentence in passage.sentences if passage.place != "quote" else ():
            words = told(sentence.bare, of_frame=passage.place in FRAME)
            if words:
                yield Remark(passage.mark(sentence.start + words.start()), _told(), REMEDY, passage.record)


def _message(system: str, verb: str) -> str:
    return f"{system} {verb} it, but no disclosure says so: a reader takes it for a person’s work (ICS 206-01)"


def _told() -> str:
    return "a machine had a hand in this, but no disclosure says which, for what, and who checked it (ICS 206-01)"
