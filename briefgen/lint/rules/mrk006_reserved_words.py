"""A government's classification words on a product that has none

SECRET, CONFIDENTIAL, NATO RESTRICTED or OFFICIAL-SENSITIVE bind whoever finds the page by law in some countries. A
private product that borrows them frightens its readers, misleads its finders and may break the law. The words are
looked for in capitals and as markings, in the handling, the title and the prose; “a secret ballot” is left alone. A
desk that may use them says `government_markings = true` under `[lint]`.

Bad:

```yaml bad
product:
  handling: {tlp: TLP:AMBER, caveats: [CONFIDENTIAL]}
```

Good:

```yaml good
product:
  handling: {tlp: TLP:AMBER, caveats: [Not for publication]}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefgen.findings import Severity
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "MRK006"
SEVERITY: Severity = "error"
STANDARD = "national and NATO/EU classification schemes are reserved to their owners"

WORDS = (
    r"(?:NATO|UK|US|UE|EU) (?:TOP )?(?:SECRET|CONFIDENTIAL|RESTRICTED)",
    r"COSMIC TOP SECRET",
    r"TOP[ -]SECRET",
    r"(?:RESTREINT|CONFIDENTIEL|TR[EÈ]S SECRET|SECRET) UE",
    r"DIFFUSION RESTREINTE",
    r"OFFICIAL[- ]SENSITIVE",
    r"UNCLASSIFIED(?://FOUO)?",
    r"SECRET(?://[A-Z]+)?",
    r"CONFIDENTIAL(?://[A-Z]+)?",
    r"NOFORN",
    r"FOUO",
    r"REL TO [A-Z]{2,4}",
)
#: A portion mark, which stands in front of a paragraph: “(S//NF)”, “(U)”; “(C)” is the third item of a list.
PORTIONS = (
    r"\((?:TS|S|C|R|U)//[A-Z][A-Z/ ,-]*\)",
    r"\A\s*\((?:TS|S|U)\)(?=\s)",
)
REMEDY = "use a TLP 2.0 label or plain words, such as “not for publication”"


@cache
def _reserved() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(WORDS)})(?![\w-])|{'|'.join(PORTIONS)}")


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every reserved word in capitals in the handling and in prose, unless the desk may use them."""
    if review.settings.government_markings:
        return
    handling = review.sheet.product.handling
    for position, caveat in enumerate(handling.caveats if handling else ()):
        if handling and (found := _reserved().search(caveat)):
            yield Remark(handling.mark("caveats", position), _message(found[0]), REMEDY)
    for passage in review.passages:
        if any(letter.isupper() for letter in passage.text):
            for sentence in passage.sentences:
                if found := _in_capitals(sentence.bare):
                    mark = passage.mark(sentence.start + found.start())
                    yield Remark(mark, _message(found[0]), REMEDY, passage.record)


def _in_capitals(bare: str) -> re.Match[str] | None:
    """Return the first reserved word, if it stands out: a sentence in capitals is a headline, not a marking."""
    return None if bare.upper() == bare and len(bare.split()) > 3 else _reserved().search(bare)


def _message(word: str) -> str:
    return f"{word} is a classification of governments, and this product has none: whoever finds it may be bound by law"
