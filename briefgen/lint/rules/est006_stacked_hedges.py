"""One hedge on top of another

“May possibly” says no more than “may”, and “might be likely” says less than either: the reader cannot tell whether one
doubt or two are meant. The second hedge is a sign that the writer wanted to be safe and not to be understood. One term
of the scale says how likely it is, and the basis says why. “May well” and what others said are left alone.

Bad:

```yaml bad
summary:
  outlook: It is likely that the small depots might possibly hold out beyond 1 March 2024.
```

Good:

```yaml good
summary:
  outlook: The small depots are unlikely to hold out beyond 1 March 2024.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.attribution import is_reported
from briefgen.lint.hedges import stacked
from briefgen.lint.likelihoods import VOICE
from briefgen.lint.places import where
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "EST006"
SEVERITY: Severity = "warning"
STANDARD = "ICD 203 D.6.e.(6)"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every stack of hedges, at its first word."""
    for passage, sentence in review.sentences_in(*VOICE):
        stack = stacked(sentence.bare)
        if stack and not is_reported(sentence.bare, stack.start()):
            words = " ".join(stack[0].split())
            yield Remark(
                passage.mark(sentence.start + stack.start()),
                f"{where(passage)} stacks hedges in “{words}”: a reader cannot tell whether one doubt or two are meant",
                "keep one: a term of the scale for how likely it is, and put the reason for the doubt into the basis",
                passage.record,
            )
