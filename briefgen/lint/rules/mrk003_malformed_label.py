"""A TLP label that is not written as FIRST has it

“TLP: Amber”, “TLP:WHITE” and “TLP:ROT” are no labels of TLP 2.0: a label has capitals and no space, and is not
translated, so that people and programs everywhere read the same thing. A reader who meets another form in a sentence, a
title or a caption cannot be sure which rules it means. In fields that hold a marking, the sheet is refused (SHT011).

Bad:

```yaml bad
summary:
  narrative: "The annex with the names of the crews is TLP: Amber and stays with the union [@c-1]."
```

Good:

```yaml good
summary:
  narrative: "The annex with the names of the crews is TLP:AMBER and stays with the union [@c-1]."
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.markings import tlp
from briefgen.markings.mending import remedy, slip

CODE = "MRK003"
SEVERITY: Severity = "error"
STANDARD = "TLP 2.0 (FIRST), section 1: no spaces, in capitals, not translated"

#: What may be meant for a label: with a colon, or with a colour that begins with a capital; a party may be called TLP.
LABEL = re.compile(r"\b[Tt][Ll][Pp](?::(?=\w)|\s?:\s?|\s?[-–]\s?(?=[A-Z])|\s(?=[A-Z]))[^\W\d_]+(?:\s?\+\s?[A-Za-z]+)?")


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every label in prose, titles and captions that is nearly one of TLP 2.0."""
    for passage in review.passages:
        if "tlp" not in passage.text.lower():
            continue
        for sentence in passage.sentences:
            for found in LABEL.finditer(sentence.bare):
                if _is_malformed(found[0]):
                    message = f"“{found[0]}” is no label of TLP 2.0: its reader must guess what rules it means"
                    mark = passage.mark(sentence.start + found.start())
                    yield Remark(mark, message, remedy(found[0], tlp.SCHEME), passage.record)


def _is_malformed(words: str) -> bool:
    if tlp.SCHEME.find(words):
        return False
    return bool(re.search(r":\w", words)) or slip(words, tlp.SCHEME) is not None
