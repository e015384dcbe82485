"""A judgement of ours inside a claim, an event or an agreement

Claims, events and agreements are what sources say. “We assess”, “in our view” or “our judgement is” in one of them lets
an opinion pass for a fact: it gets a source number that does not carry it, and no likelihood, confidence or
alternatives. What a source itself assesses may be told, with its name: “the ministry assesses that …”.

Bad:

```yaml bad
claims:
  - id: c-3
    text: The ballot is on 20 February 2024, and we assess that the crews will take the offer.
    sources: s-3
    said_by: a-union
    credibility: 2
```

Good:

```yaml good
claims:
  - id: c-3
    text: The ballot is on 20 February 2024, and the union’s committee judges that the crews will take the offer.
    sources: s-3
    said_by: a-union
    credibility: 2
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.passage import REPORTED
from briefgen.lint.pattern import compiled, found
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "JUD001"
SEVERITY: Severity = "error"
STANDARD = "ICD 203 D.6.e.(3)"

VERBS = r"(?:judge|estimate|believe|conclude|reckon|infer|think|suspect|deem|expect|consider|gauge)"
NOUNS = r"(?:view|judge?ment|opinion|assessment|estimation|estimate|reading|analysis|belief)"
SMALL = r"(?:now|still|also|therefore|thus|however|currently|again|would|do\s+not|don[’']t|continue\s+to)"
OFFICE = r"(?:desk|office|duty\s+analyst|analyst|author)"
#: A survey is no judgement: “we assess 40 households”, “our assessment team”.
SURVEY = r"(?!\s+(?:\d|(?:needs?|damages?|households?|teams?|missions?|tools?|found|in|of\s+(?:needs|damage))\b))"
WAYS = (
    rf"\b(?:we(?:[’']d)?|I)(?:\s+{SMALL})?\s+(?:{VERBS}\b|assess\b{SURVEY})",
    r"\b(?:we|I)\s+(?:have\s+)?(?:assessed|judged|estimated|believed|concluded|inferred)\s+that\b",
    rf"\b(?:we|I)(?:\s+{SMALL})?\s+(?:hold|take|regard|see|view|read|count|rate)\b[^,;:.]{{0,40}}?\s(?:to\s+be|as|for|that)\b",
    r"\b(?:seems?|appears?|looks?)\s+to\s+us\b|\bstrikes?\s+us\s+as\b",
    rf"\bin\s+our\s+(?:own\s+)?{NOUNS}\b|\bto\s+our\s+mind\b",
    r"\bwe\s+(?:are|remain)\s+(?:of\s+the\s+(?:view|opinion)|(?:\w+ly\s+)?(?:confident|convinced))\b",
    rf"\bour\s+(?:own\s+|best\s+|current\s+)?(?:judge?ment|assessment|estimate|view)\b{SURVEY}",
    r"\bit\s+is\s+(?:now\s+|still\s+|therefore\s+|further\s+)?(?:assessed|judged)\s+(?:that|to\s+be|as|\w+ly)\b",
    rf"\b(?:this|the|our)\s+{OFFICE}s?\s+(?:assess(?:es)?|(?:judge|estimate|believe|conclude)s?)\b",
    rf"\b{OFFICE}(?:[’']?s)?\s+(?:comment|assessment)\s*:",
)
OURS = f"(?i){'|'.join(WAYS)}"
CUE = rf"(?i)\b(?:we|I|our|(?-i:us)|it\s+is|(?:this|the)\s+{OFFICE}s?|{OFFICE}(?:[’']?s)?\s+(?:comment|assessment))\b"
#: Somebody else’s “we”, told without quotation marks.
SAID = r"(?i)\b(?:says?|said|writes?|wrote|tells?|told\s+\w+|adds?|added)[:,]?\s*(?:that\s*)?$"
BY = r"(?i)\bby\b|\baccording\s+to\b"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every sentence of a claim, event or agreement that tells a judgement of ours."""
    for passage, sentence in review.sentences_in(*REPORTED):
        if not found(CUE, sentence.bare):
            continue
        for one in compiled(OURS).finditer(sentence.bare):
            if not _is_anothers(sentence.bare, one.start(), one[0]):
                kind = passage.place.partition("_")[0]
                message = f"“{one[0]}” puts a judgement of ours into {kind} {passage.record}: it would pass for a fact"
                remedy = "keep here what the source says, and write what we make of it under `judgements:`"
                yield Remark(passage.mark(sentence.start + one.start()), message, remedy, passage.record)
                break


def _is_anothers(bare: str, at: int, words: str) -> bool:
    """Return whether somebody else is told to speak, or to have been the one who assessed."""
    if words.casefold().startswith("it "):
        return found(BY, bare) is not None
    before = bare[max(0, at - 40) : at]
    return found(SAID, before) is not None
