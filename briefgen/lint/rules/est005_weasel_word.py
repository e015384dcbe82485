"""A word that avoids the estimate

“The strike could spread” is true of a chance of 1 per cent and of 99. Readers fill such words with what they expect:
“a serious possibility” was once read as anything from 20 to 80 per cent. Where we assess, in a judgement, in the bottom
line and in the outlook, a term of the scale says how likely it is. Permission (“may not be used”), ability in the past
(“could not be reached”), what an indicator would show, conditions, and what others said are left alone.

Bad:

```yaml bad
summary:
  outlook: The strike could spread to the southern line in February 2024.
```

Good:

```yaml good
summary:
  outlook: The strike is unlikely to spread to the southern line in February 2024.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint import hedges
from briefgen.lint.attribution import is_reported
from briefgen.lint.likelihoods import examples, is_estimated
from briefgen.lint.passage import ASSESSED, Passage
from briefgen.lint.places import where
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.prose import Sentence

CODE = "EST005"
SEVERITY: Severity = "warning"
STANDARD = "ICD 203 D.6.e.(8); PHIA Probability Yardstick"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every sentence that assesses and has nothing but such a word for an estimate."""
    for passage, sentence in review.sentences_in(*ASSESSED):
        found = _weasel(review, passage, sentence)
        if found:
            yield _remark(review, passage, sentence, found)


def _weasel(review: Review, passage: Passage, sentence: Sentence) -> re.Match[str] | None:
    bare = sentence.bare
    if nobodys := hedges.nobodys(bare):
        return nobodys
    if hedges.stacked(bare):
        return None  # EST006
    words = (one for one in hedges.weasels(bare, strict=True) if not is_reported(bare, one.start()))
    first = next(words, None)
    return first if first and not is_estimated(review, sentence) else None


def _remark(review: Review, passage: Passage, sentence: Sentence, found: re.Match[str]) -> Remark:
    word = " ".join(found[0].split())
    is_judgement = passage.place == "judgement"
    instead = "{likelihood}" if is_judgement else f"a term, such as {examples(review.scale)}"
    return Remark(
        passage.mark(sentence.start + found.start()),
        f"{where(passage)} has only “{word}” for an estimate: it fits a chance of 5 per cent as well as one of 80",
        f"write {instead}, and say by when it can be told whether that was right",
        passage.record,
    )
