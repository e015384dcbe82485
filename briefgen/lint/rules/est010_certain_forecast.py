"""A forecast that is told as certain

Nothing that is still to come is certain, and the scales end at 1 and 99 per cent for that reason. “Inevitable”, “will
definitely” or “no chance” take from the reader the preparation for the other case, and one surprise costs the whole
document its credit. “Almost certain” is a term of the scale. Certainty about what has happened, what is denied to be
certain (“not inevitable”) and what others said are left alone.

Bad:

```yaml bad
summary:
  outlook: The crews will definitely accept the offer on 20 February 2024.
```

Good:

```yaml good
summary:
  outlook: The crews are almost certain to accept the offer on 20 February 2024.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.citations import LIKELIHOOD
from briefgen.findings import Severity
from briefgen.lint.attribution import is_reported
from briefgen.lint.certainty import certain, may_be_certain
from briefgen.lint.forecast import foretells, is_ahead
from briefgen.lint.passage import ASSESSED, Passage
from briefgen.lint.pattern import found
from briefgen.lint.places import where
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.prose import Sentence

CODE = "EST010"
SEVERITY: Severity = "error"
STANDARD = "ICD 203 D.6.e.(2)(a)"
PAST = r"(?i)\b(?:was|were|had|did)\b"
REMEDY = "write the strongest term that you can stand by, such as “{}” or “{}”, and say what would have to go wrong"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every forecast that is told, or entered, as certain."""
    for passage, sentence in review.sentences_in(*ASSESSED, "basis"):
        words = _certain(review, passage, sentence) if may_be_certain(sentence.bare) else None
        if words:
            yield Remark(
                passage.mark(sentence.start + words.start()),
                f"{where(passage)} tells as certain (“{' '.join(words[0].split())}”) what is still to come: "
                "no reader will prepare for the other case",
                REMEDY.format(review.scale.terms[-1].label, review.scale.terms[0].label),
                passage.record,
            )
    yield from _entered(review)


def _certain(review: Review, passage: Passage, sentence: Sentence) -> re.Match[str] | None:
    """Return the first words of ours that make what is to come certain."""
    ahead = _is_ahead(review, passage, sentence)
    told = foretells(review, sentence) or (ahead and passage.place != "outlook")
    # what is certain beside {likelihood} is something else
    words = certain(sentence.bare, told and LIKELIHOOD not in sentence.bare, ahead)
    return next((one for one in words if not is_reported(sentence.bare, one.start())), None)


def _is_ahead(review: Review, passage: Passage, sentence: Sentence) -> bool:
    """Return whether a sentence stands where we tell what is to come, and does not tell what was."""
    if found(PAST, sentence.bare):
        return False
    judgement = review.get(passage.record or "") if passage.place == "judgement" else None
    if judgement is None:
        return passage.place == "outlook"
    return is_ahead(review, judgement)


def _entered(review: Review) -> Iterator[Remark]:
    """Yield a remark for every likelihood of 0 or 100 per cent, which the scale of Kent has."""
    for judgement in review.sheet.judgements:
        term = review.scale.find(judgement.likelihood)
        if term and term.low == term.high and is_ahead(review, judgement):
            yield Remark(
                judgement.mark("likelihood"),
                f"judgement {judgement.id} has “{term.label}” ({term.low} per cent) for what is still to come: "
                "no reader will prepare for the other case",
                "take the next term of the scale",
                judgement.id,
            )
