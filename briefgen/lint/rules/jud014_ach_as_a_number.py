"""The table of hypotheses told as a probability or a score

The table counts what speaks against each hypothesis, and the count ranks them. It is no measurement: add three weak
rows and every “score” moves. A percentage or a score taken from it gives a reader a precision that nobody has. The rank
and the number of items against a hypothesis may be told; how likely it is stands in the judgement, as a term of the
scale.

Bad:

```yaml bad
summary:
  narrative: The ACH gives the first hypothesis a probability of 60 per cent.
```

Good:

```yaml good
summary:
  narrative: Of the two explanations the first has fewer items against it.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.pattern import compiled, found
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "JUD014"
SEVERITY: Severity = "error"
STANDARD = "Heuer; Dhami, Belton and Mandel (2019)"

#: The method itself, in any sheet; its parts, only in a sheet that has a table.
METHOD = r"\bACH\b|(?i:\bcompeting\s+hypotheses\b|\binconsistency\s+(?:score|count)s?\b)"
PARTS = (
    r"(?i:(?<!risk )(?<!threat )\bmatrix\b|\bhypothes[ei]s\b|(?<![\w-])h-\d+\b"
    r"|\b(?:rival|first|second|third|other)\s+explanations?\b)"
)
CUES = ("ach", "hypothes", "inconsistenc", "matrix", "h-", "explanation")
TENS = r"\b(?:ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?"
NUMBER = rf"(?:(?:\d+(?:[.,]\d+)?|{TENS})\s*(?:%|per\s?cent(?:age\s+points?)?\b)|\b0\.\d+|\b\d+\s+in\s+\d+\b)"
CHANCE = r"(?:probabilit(?:y|ies)|likelihood|likely|chances?|odds|certain(?:ty)?|confidence|probable)"
VALUE = r"\(|:|=|at|is|gets|has|with|of|puts\s+\S+\s+at|gives\s+\S+"
#: A number given as a chance; percentages of something else are left alone.
AS_CHANCE = (
    rf"(?i){NUMBER}[\s-]*{CHANCE}\b|\b{CHANCE}\b[^.;]{{0,40}}?{NUMBER}"
    rf"|(?:\bACH|hypothes[ei]s\s*\w*|\bh-\d+|matrix)\s*(?:{VALUE})\s*{NUMBER}(?!\s+of\s)"
)
AS_SCORE = (
    r"(?i)\b(?:out)?scor(?:e|es|ed|ing)\b|\b\d+\s+points\b(?!\s+(?:against|of|for))|\bweighted\s+(?:sum|total|count)\b"
    r"|\b(?:weight|rating|value|total|sum|mark|grade)s?\s+(?:of|is|=|:)\s*[-−]?\d+(?:[.,]\d+)?\b"
    r"(?=\s*(?:[.,;:)]|$)|\s+(?:to|and|for|against|out|while|but)\b)"
)
NOT = r"(?i)\b(?:no|not|never|nor|neither|cannot|without|rather\s+than|instead\s+of)\b|n[’']t\b"
IS_NOT = r"(?i)^[^.;]{0,12}\b(?:is|are)\s+(?:not|no)\b"
#: What stands between is told of something else: “the hypothesis that”.
APART = r"(?i)\b(?:that|which|who|whose|because|since|and)\b"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every sentence that makes a number of the table of hypotheses."""
    for passage in review.passages:
        if passage.place == "quote" or not _mentions(passage.text):
            continue
        for sentence in passage.sentences:
            for pattern, noun in ((AS_CHANCE, "a probability"), (AS_SCORE, "a score")):
                if number := _number(pattern, sentence.bare, bool(review.sheet.ach)):
                    told = " ".join(number[0].split())
                    message = f"“{told}” makes {noun} of the table of hypotheses, which only ranks them"
                    remedy = "say how many items speak against each, and give the likelihood in a judgement"
                    yield Remark(passage.mark(sentence.start + number.start()), message, remedy, passage.record)
                    break


def _mentions(text: str) -> bool:
    folded = text.casefold()
    return any(cue in folded for cue in CUES)


def _number(pattern: str, bare: str, has_table: bool) -> re.Match[str] | None:
    """Return the number or score that a sentence takes from the table, unless it says that it does not."""
    for number in compiled(pattern).finditer(bare):
        before, after = bare[max(0, number.start() - 45) : number.start()], bare[number.end() :]
        if found(NOT, before) or found(NOT, number[0]) or found(IS_NOT, after):
            continue
        if found(METHOD, bare) or (has_table and _is_told_of_a_part(bare, number)):
            return number
    return None


def _is_told_of_a_part(bare: str, number: re.Match[str]) -> bool:
    for part in compiled(PARTS).finditer(bare):
        between = bare[part.end() : number.start()] or bare[number.end() : part.start()]
        if len(between) < 60 and not found(APART, between):
            return True
    return False
