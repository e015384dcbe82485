"""A probability that is more exact than anybody can know

“63.5 % likely” claims that we could tell it from 62. Nobody who judges people and events can, and a reader who notices
trusts the rest less. A term of the scale is enough; if a number helps, a range is honest. Rounded words (“about 60 per
cent”, “7 in 10”) and exact figures that are no probability (“inflation above 12.5 per cent”) are left alone.

Bad:

```yaml bad
summary:
  outlook: There is a 63.5 % chance that freight runs again by 5 March 2024.
```

Good:

```yaml good
summary:
  outlook: Freight is likely (60 to 70 per cent) to run again by 5 March 2024.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.attribution import is_reported
from briefgen.lint.passage import ASSESSED
from briefgen.lint.places import where
from briefgen.lint.probabilities import Probability, told
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.tradecraft.likelihood import Scale, Term

CODE = "EST008"
SEVERITY: Severity = "warning"
STANDARD = "PHIA Probability Yardstick (no false precision)"
STEP = 10


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every probability of ours that is one number, or has decimals."""
    for passage, sentence in review.sentences_in(*ASSESSED):
        for number, term in told(review, passage, sentence):
            written = sentence.bare[number.start : number.end].strip()
            if _is_too_exact(number, term, review.scale, written) and not is_reported(sentence.bare, number.start):
                yield Remark(
                    passage.mark(sentence.start + number.start),
                    f"{where(passage)} gives {written} as a probability: nobody can know it to the point",
                    _remedy(number, term, review.scale),
                    passage.record,
                )


def _is_too_exact(number: Probability, term: Term | None, scale: Scale, written: str) -> bool:
    if number.low in (0, 100):
        return False  # EST010 speaks of these
    is_in_gap = number.is_point and not scale.contiguous and not scale.at(number.low)
    if is_in_gap and not number.bound:
        return False
    return ("." in written and number.is_exact) or (number.is_point and number.is_exact and not number.bound)


def _remedy(number: Probability, term: Term | None, scale: Scale) -> str:
    fitting = [term] if term else list(scale.at(number.low))
    words = f"“{fitting[-1].label}”" if fitting else "a term of the scale"
    low = int(number.low // STEP * STEP)
    return f"write {words}, or a range such as {max(low, 1)} to {min(low + STEP, 99)} per cent"
