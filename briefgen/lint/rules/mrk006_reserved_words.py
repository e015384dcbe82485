"""A government's classification words on a product that has none

SECRET, CONFIDENTIAL, NATO RESTRICTED or OFFICIAL-SENSITIVE bind whoever finds the page by law in some countries. A
private product that borrows them frightens its readers, misleads its finders and may break the law. The words are
looked for in capitals and as markings, in the handling, the title and the prose; “a secret ballot” is left alone. So is
the marking itself where the desk’s scheme has such a word, as `CONFIDENTIAL` of the corporate one. A desk that may use
them says `government_markings = true` under `[lint]`.

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

from briefgen.findings import Severity
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.markings import reserved

CODE = "MRK006"
SEVERITY: Severity = "error"
STANDARD = "national and NATO/EU classification schemes are reserved to their owners"

REMEDY = "use a label of the desk’s scheme or plain words, such as “not for publication”"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every reserved word in capitals in the handling and in prose, unless the desk may use them."""
    if review.settings.government_markings:
        return
    handling = review.sheet.product.handling
    for position, caveat in enumerate(handling.caveats if handling else ()):
        if handling and (found := reserved.word(caveat)):
            yield Remark(handling.mark("caveats", position), _message(found[0]), REMEDY)
    for passage in review.passages:
        if any(letter.isupper() for letter in passage.text):
            for sentence in passage.sentences:
                if found := _in_capitals(sentence.bare):
                    mark = passage.mark(sentence.start + found.start())
                    yield Remark(mark, _message(found[0]), REMEDY, passage.record)


def _in_capitals(bare: str) -> re.Match[str] | None:
    """Return the first reserved word, if it stands out: a sentence in capitals is a headline, not a marking."""
    return None if bare.upper() == bare and len(bare.split()) > 3 else reserved.word(bare)


def _message(word: str) -> str:
    return f"{word} is a classification of governments, and this product has none: whoever finds it may be bound by law"
