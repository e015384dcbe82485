"""Two spellings of one name

A reader who meets Tehreek-e-Taliban on one page and Tehrik-i-Taliban on the next asks whether these are two groups.
The sheet prints one form: the `name` of the actor or place. Its `aliases` are there to be recognised, never printed,
and spellings that differ only by accents, hyphens or usual ways of transliterating are taken for the same name.
Quotations and the titles of sources keep their own spelling.

Bad:

```yaml bad
summary:
  narrative: A depot at Umea burnt on 1 February [@c-2].
```

Good:

```yaml good
summary:
  narrative: A depot at Umeå burnt on 1 February [@c-2].
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.naming import Names
from briefgen.lint.passage import ASSESSED, OURS, REPORTED
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "NAM001"
SEVERITY: Severity = "warning"
STANDARD = "one form of a name (BGN/PCGN practice)"

PLACES = ("title", "heading", "note", "scope", "caption", *OURS, *ASSESSED, *REPORTED)


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every name in prose that is spelt otherwise than in its record."""
    names = Names((*review.sheet.actors, *review.sheet.places))
    for passage, sentence in review.sentences_in(*dict.fromkeys(PLACES)):
        for offset, written, name in names.misspelt(sentence.bare):
            message = f"“{written}” is {name} everywhere else: a reader may take it for somebody or something else"
            yield Remark(passage.mark(sentence.start + offset), message, f"write {name}", passage.record)
