"""Somebody else’s estimate in a word of our scale

“The IMF says that default is likely” reads as 55–80 per cent to a reader of ICD 203. The IMF may have meant something
else: on the climate panel’s scale likely begins at 66. Outside quotation marks a term is ours. Either quote the word,
or name the scale that it comes from, or give the number that was given.

Bad:

```yaml bad
summary:
  narrative: According to the company, a second strike is unlikely [@c-1].
```

Good:

```yaml good
summary:
  narrative: The company called a second strike “unlikely” [@c-1].
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.attribution import is_reported
from briefgen.lint.likelihoods import uses_in
from briefgen.lint.pattern import either
from briefgen.lint.places import where
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "EST017"
SEVERITY: Severity = "warning"
STANDARD = "ICD 203 D.6.e.(2)(a); scales differ in their bands"
SCALE_NAMED = (
    r"\b(?:scale|yardstick|bands?|own (?:words?|terms?|sense|usage))\b",
    r"%|\bper\s?cent\b|\b\d+ (?:in|out of) \d+\b",
)


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every sentence that tells another's estimate in a term of our scale."""
    for passage, sentence in review.sentences_in("narrative", "bluf", "basis", "outlook"):
        for use in uses_in(sentence.bare, review.scale):
            is_theirs = use.scale is review.scale and is_reported(sentence.bare, use.start)
            if is_theirs and not either(*SCALE_NAMED).search(sentence.bare):
                word = sentence.bare[use.start : use.end]
                yield Remark(
                    passage.mark(sentence.start + use.start),
                    f"{where(passage)} tells somebody else’s estimate with “{word}”, which a reader of this document "
                    f"takes for {use.term.band} per cent",
                    "put the word in quotation marks as they used it, or name their scale",
                    passage.record,
                )
                break
