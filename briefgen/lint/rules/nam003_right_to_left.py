"""Right-to-left text without its language, or with letters of another one

Arabic, Urdu, Pashto and Persian share a script and not every letter: an Urdu name typed on an Arabic keyboard has ي
and ك where Urdu has ی and ک, looks right, and is found by nobody who searches for it. In the middle of an English
paragraph such text turns the order of numbers and brackets around. It belongs into the field `original` of an actor,
a place or a quotation, or `original_title` of a source, with its language beside it.

Bad:

```yaml bad
actors:
  - {id: a-ttp, name: Tehreek-e-Taliban Pakistan, original: {text: تحريك طالبان پاكستان, lang: ur}}
```

Good:

```yaml good
actors:
  - {id: a-ttp, name: Tehreek-e-Taliban Pakistan, original: {text: تحریک طالبان پاکستان, lang: ur}}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.findings import Mark, Severity
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.sheet.model.record import Record
from briefgen.sheet.model.world import Script

CODE = "NAM003"
SEVERITY: Severity = "error"
STANDARD = "Unicode; BGN/PCGN Urdu 2007"

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
#: Letters that a language does not have, and those that it has instead.
FOREIGN = {
    "ur": {"ي": "ی", "ك": "ک", "ى": "ی"},
    "fa": {"ي": "ی", "ك": "ک", "ى": "ی"},
    "ps": {"ك": "ک"},
    "ar": {"ی": "ي", "ک": "ك"},
}


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for right-to-left text in prose, without a language, or with letters of another language."""
    for passage in review.passages:
        if found := RIGHT_TO_LEFT.search(passage.text):
            message = "right-to-left text in a paragraph turns the order of what stands beside it around"
            remedy = "put it into the field `original` of the actor, place or quotation, with its lang"
            yield Remark(passage.mark(found.start()), message, remedy, passage.record)
    for owner, record, field, text, lang in _originals(review):
        if RIGHT_TO_LEFT.search(text):
            yield from _foreign(record.mark(field), text, lang, owner)


def _originals(review: Review) -> Iterator[tuple[str, Record, str, str, str | None]]:
    for record, owner in review.records:
        if isinstance(record, Script) and owner:
            yield owner, record, "text", record.text, record.lang
    for source in review.sheet.sources:
        for field in ("title", "original_title"):
            yield source.id, source, field, getattr(source, field) or "", source.lang
    for quote in review.sheet.quotes:
        yield quote.id, quote, "original", quote.original or "", quote.lang


def _foreign(mark: Mark, text: str, lang: str | None, owner: str) -> Iterator[Remark]:
    if lang is None:
        yield Remark(
            mark,
            f"{owner} has right-to-left text without its language: it is set in the wrong letters",
            "add lang, such as ur, ps or ar",
            owner,
        )
        return
    letters: dict[str, str] = FOREIGN.get(lang.partition("-")[0], {})
    wrong = [one for one in letters if one in text]
    if wrong:
        message = (
            f"{owner} has letters that its language ({lang}) has not: {' '.join(wrong)}; nobody who searches for it "
            "will find it"
        )
        right = "".join(letters.get(one, one) for one in text)
        yield Remark(mark, message, f"write {right}", owner)
