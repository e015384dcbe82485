"""A policy prescription in the analysis

Analysis says what is, what may come and what it means; what to do about it is the reader’s decision. “Should”, “must”
and “we recommend” in a judgement, in the narrative or in an impact make the analyst a party, and a reader wonders
whether the judgement was made to fit the advice. Actions, the responses of scenarios and requests to close gaps are
there for it. What others ask for, what a law demands and what is merely expected (“should hold”) are left alone.

Bad:

```yaml bad
impact:
  - {id: im-1, for: Freight desk, text: The freight desk should move its trains to the coast line., refs: j-1}
```

Good:

```yaml good
impact:
  - {id: im-1, for: Freight desk, text: The coast line stays open and has room for six trains a day., refs: j-1}
actions:
  - {id: ac-1, for: Freight desk, text: Move trains to the coast line., refs: j-1}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.prescriptions import prescription
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "JUD009"
SEVERITY: Severity = "warning"
STANDARD = "ICD 203 D.6; independence of policy"

PLACES = ("judgement", "basis", "bluf", "narrative", "outlook", "impact", "scenario", "scenario_impact")
REMEDY = "say what it means for the reader, and put what could be done under `actions:` or a scenario’s `response:`"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every sentence of the analysis that tells somebody what to do."""
    names = _names(review)
    for passage, sentence in review.sentences_in(*PLACES):
        advice = prescription(sentence.bare, names)
        if advice:
            message = f"“{advice.words}” prescribes: a reader will doubt a judgement that comes with advice (ICD 203)"
            yield Remark(passage.mark(sentence.start + advice.start), message, REMEDY, passage.record)


def _names(review: Review) -> set[str]:
    """Return the last word of every name of an actor or a place, in small letters."""
    names = [name for one in review.sheet.actors for name in (one.name, one.short, *one.aliases)]
    names += [name for one in review.sheet.places for name in (one.name, *one.admin)]
    return {name.casefold().split()[-1] for name in names if name}
