"""A number that does not lie in the band of the term beside it

“Likely (45 %)” contradicts itself: on the scale of ICD 203 likely begins at 55. Some readers take the word, some the
number, and some of them the wrong one. A range must lie in the band as a whole. On scales with gaps, such as the
British yardstick, a number in a gap has no term at all, on purpose. Shares and rates (“45 per cent of the crews”) are
left alone.

Bad:

```yaml bad
summary:
  outlook: It is likely (35 to 45 per cent) that freight runs again by 5 March 2024.
```

Good:

```yaml good
summary:
  outlook: It is likely (60 to 70 per cent) that freight runs again by 5 March 2024.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.attribution import is_reported
from briefgen.lint.likelihoods import VOICE, named
from briefgen.lint.places import where
from briefgen.lint.probabilities import Probability, told
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.tradecraft.likelihood import Scale, Term

CODE = "EST007"
SEVERITY: Severity = "error"
STANDARD = "ICD 203 D.6.e.(2)(a); PHIA Probability Yardstick"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every number outside the band of its term, or in a gap of the scale."""
    for passage, sentence in review.sentences_in(*VOICE):
        for number, term in told(review, passage, sentence):
            fault = _fault(number, term, review.scale)
            if fault and not is_reported(sentence.bare, number.start):
                written = sentence.bare[number.start : number.end].strip()
                yield Remark(
                    passage.mark(sentence.start + number.start),
                    f"{where(passage)} gives {written}, {fault}",
                    _remedy(number, term, review.scale),
                    passage.record,
                )


def _fault(number: Probability, term: Term | None, scale: Scale) -> str | None:
    if term and not number.fits(term, scale):
        return f"and beside it {named(term)}: a reader cannot tell which of them is meant"
    if term is None and _is_in_gap(number, scale):
        return f"which lies in a gap of {scale.title}: it has no term, and a reader cannot place it"
    return None


def _is_in_gap(number: Probability, scale: Scale) -> bool:
    """Return whether a number, or a range from end to end, lies where the scale has no term on purpose."""
    if number.bound or not 0 < number.low <= number.high < 100 or scale.contiguous:
        return False
    return not any(one.holds(number.low) or one.holds(number.high) or _is_between(one, number) for one in scale.terms)


def _is_between(term: Term, number: Probability) -> bool:
    return number.low < term.low and term.high < number.high


def _remedy(number: Probability, term: Term | None, scale: Scale) -> str:
    fitting = [] if number.bound else [one for one in scale.terms if number.fits(one, scale)]
    if fitting:
        return f"write {named(fitting[-1])}, or mend the number"
    return f"keep the term and drop the number, or give one from {term.band}" if term else "write a term and no number"
