"""A term that the document’s scale does not have

Every scale cuts the same line differently: “highly likely” is 80–90 per cent on the British yardstick, above 90 for
NATO, and nothing at all in ICD 203. The annex explains the declared scale only, so a reader looks the word up in vain,
or takes the band of another house. Degrees that no scale has (“quite likely”) are no better. What others said keeps
the word that they used.

Bad:

```yaml bad
summary:
  outlook: Freight is highly likely to run again by 5 March 2024.
```

Good:

```yaml good
summary:
  outlook: Freight is very likely to run again by 5 March 2024.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.attribution import is_reported
from briefgen.lint.likelihoods import LOOSE, VOICE, named, nearest, uses_in
from briefgen.lint.passage import Passage
from briefgen.lint.pattern import compiled, mentions
from briefgen.lint.places import where
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.prose import Sentence
from briefgen.tradecraft.terms import Use

CODE = "EST004"
SEVERITY: Severity = "error"
STANDARD = "ICD 203 D.6.e.(2)(a); PHIA Probability Yardstick"
#: A degree that no scale has has one of these.
DEGREES = ("likel", "probab", " than ")


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every term of another scale, and for every degree of none."""
    for passage, sentence in review.sentences_in(*VOICE):
        uses = uses_in(sentence.bare, review.scale)
        for use in uses:
            if use.scale is not review.scale and _is_ours(review, sentence, use):
                yield _foreign(review, passage, sentence, use)
        yield from _loose(review, passage, sentence, uses)


def _is_ours(review: Review, sentence: Sentence, use: Use) -> bool:
    word = sentence.bare[use.start : use.end].lower()
    # "the chance is remote": the scale's own "remote chance", in another order
    is_own = any(term.label.startswith(f"{word} ") for term in review.scale.terms)
    return not is_own and not is_reported(sentence.bare, use.start)


def _foreign(review: Review, passage: Passage, sentence: Sentence, use: Use) -> Remark:
    word = sentence.bare[use.start : use.end]
    return Remark(
        passage.mark(sentence.start + use.start),
        f"{where(passage)} has “{word}”, a term of {use.scale.title}; this document’s scale is {review.scale.title}, "
        "whose annex does not explain it",
        f"write {named(nearest(review.scale, use.term))}, or another term of the scale",
        passage.record,
    )


def _loose(review: Review, passage: Passage, sentence: Sentence, uses: tuple[Use, ...]) -> Iterator[Remark]:
    taken = {at for use in uses for at in range(use.start, use.end)}
    for one in compiled(LOOSE).finditer(sentence.bare) if mentions(sentence.bare, DEGREES) else ():
        if taken.isdisjoint(range(*one.span())) and not is_reported(sentence.bare, one.start()):
            yield Remark(
                passage.mark(sentence.start + one.start()),
                f"{where(passage)} has “{one[0]}”, a degree that no scale has: no reader can look it up",
                f"write a term of {review.scale.title}, such as “{review.scale.terms[-3].label}”",
                passage.record,
            )
