"""Likelihood and confidence in one sentence

Likelihood says how probable a thing is, confidence how good our basis is. In one sentence the two melt: “very likely,
with low confidence” is read as “perhaps”, and in “high confidence that it is likely” nobody can tell which of them is
high. ICD 203 therefore keeps them in two sentences. Confidence-building measures, a vote of no confidence and the
confidence of voters or markets are left alone.

Bad:

```yaml bad
summary:
  outlook: We assess with high confidence that freight is likely to run again by 5 March 2024.
```

Good:

```yaml good
summary:
  outlook: >-
    Freight is likely to run again by 5 March 2024. Our confidence in this is moderate, because the company has named
    no date.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.attribution import is_reported
from briefgen.lint.confidence_levels import levels
from briefgen.lint.likelihoods import LOOSE, estimates, printed_in_front
from briefgen.lint.passage import OURS, Passage
from briefgen.lint.pattern import found
from briefgen.lint.places import where
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.prose import Sentence

CODE = "EST002"
SEVERITY: Severity = "error"
STANDARD = "ICD 203 D.6.e.(2)(b)"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every sentence with a level of confidence and a degree of likelihood."""
    for passage, sentence in review.sentences_in(*OURS, "title", "dissent"):
        ours = (one for one in levels(sentence.bare) if not is_reported(sentence.bare, one.end() - 1))
        level = next(ours, None)
        likelihood = level and _likelihood(review, passage, sentence)
        if level and likelihood:
            at = level.start() + len(level[0]) - len(level[0].lstrip())
            yield Remark(
                passage.mark(sentence.start + at),
                f"{where(passage)} has a likelihood ({likelihood}) and a confidence (“{' '.join(level[0].split())}”) "
                "in one sentence: a reader cannot tell the two apart",
                "write two sentences: one with the likelihood, and “Our confidence is …, because …”",
                passage.record,
            )


def _likelihood(review: Review, passage: Passage, sentence: Sentence) -> str | None:
    """Return the degree of likelihood in a sentence, as it is written, or None."""
    for one in estimates(review, passage, sentence):
        return f"“{sentence.bare[one.start : one.end]}”"
    loose = found(LOOSE, sentence.bare)
    if loose:
        return f"“{loose[0]}”"
    return "which is printed in front of it" if printed_in_front(review, passage, sentence) else None
