"""A term of likelihood in a fact

“The blast likely killed three” is an estimate in the clothes of a fact. Claims, events and agreements tell what was
reported; how likely we hold it belongs into a judgement, and how well it is attested into the credibility. What a
source or a speaker said to be likely is a fact about the speaker and is left alone.

Bad:

```yaml bad
events:
  - id: e-2
    title: Depot fire, likely arson
    when: "2024-02-01"
    where: p-umea
    type: hazard
    harm: {injured: 11}
    claims: c-2
```

Good:

```yaml good
events:
  - id: e-2
    title: Depot fire
    when: "2024-02-01"
    where: p-umea
    type: hazard
    harm: {injured: 11}
    claims: c-2
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.attribution import is_hearsay
from briefgen.lint.likelihoods import uses_in
from briefgen.lint.passage import REPORTED, Passage
from briefgen.lint.places import where
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.sheet.model.evidence import Claim

CODE = "EST015"
SEVERITY: Severity = "info"
STANDARD = "ICD 203 D.6.e.(3)"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every sentence of a fact that has a term and nobody who said so."""
    for passage, sentence in review.sentences_in(*REPORTED):
        uses = uses_in(sentence.bare, review.scale)
        if uses and not is_hearsay(sentence.bare) and not _has_speaker(review, passage):
            word = sentence.bare[uses[0].start : uses[0].end]
            yield Remark(
                passage.mark(sentence.start + uses[0].start),
                f"{where(passage)} has the estimate “{word}”, printed as a fact: a reader cannot tell whose it is",
                "say whose estimate it is, or leave it out here and make a judgement of it",
                passage.record,
            )


def _has_speaker(review: Review, passage: Passage) -> bool:
    record = review.get(passage.record or "")
    return isinstance(record, Claim) and bool(record.said_by)
