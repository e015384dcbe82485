"""No bottom line, one that is too long, or one that judges nothing

Many readers read the bottom line and nothing else. So it has to be there, it has to be short (75 words, counted as
printed, with the judgements that `{j-1}` puts in), and it has to say what we make of the facts: a judgement or a term
of likelihood. Where the sheet has no judgement, its bottom line may be of facts alone.

Bad:

```yaml bad
summary:
  bluf: Crews at Umeå walked out on 30 January [@c-1], and the ballot is on 20 February [@c-3].
```

Good:

```yaml good
summary:
  bluf: "{j-1} Crews at Umeå walked out on 30 January [@c-1], and the ballot is on 20 February [@c-3]."
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen import citations
from briefgen.findings import Severity
from briefgen.lint.absent import absent
from briefgen.lint.passage import Passage
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.prose import words
from briefgen.sheet.model.assessment import Judgement
from briefgen.tradecraft.terms import uses

CODE = "JUD012"
SEVERITY: Severity = "warning"
STANDARD = "ICD 203 D.6.e.(6); bottom line up front"

LONGEST = 75  # words


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for a bottom line that is missing, too long, or without a judgement."""
    yield from absent(review, CODE)
    bluf = list(review.passages_in("bluf"))
    if not bluf:
        return
    count = sum(words(_printed(one, review)) for one in bluf)
    if count > LONGEST:
        message = f"the bottom line has {count} words as printed: a reader with two minutes will not get to its end"
        remedy = f"keep to {LONGEST} words, and move the rest to the narrative"
        yield Remark(bluf[0].node.mark, message, remedy)
    if review.sheet.judgements and not any(_judges(one, review) for one in bluf):
        message = "the bottom line says what happened, but not what we make of it: it has no judgement and no term"
        remedy = f"begin it with the main judgement, such as `{{{review.sheet.judgements[0].id}}}`"
        yield Remark(bluf[0].node.mark, message, remedy)


def _judges(passage: Passage, review: Review) -> bool:
    named = any(review.get(name) for _, name in citations.judgements(passage.text))
    return named or any(uses(one.bare, review.scale) for one in passage.sentences)


def _printed(passage: Passage, review: Review) -> str:
    """Return the text of a paragraph with the judgements that it prints."""
    return citations.JUDGEMENT.sub(lambda found: _sentence(review.get(found[1]), review), passage.text)


def _sentence(judgement: Judgement | None, review: Review) -> str:
    if judgement is None:
        return ""
    term = review.scale.find(judgement.likelihood)
    if term and citations.LIKELIHOOD not in judgement.text:
        return f"{term.label}: {judgement.text}"
    return judgement.text.replace(citations.LIKELIHOOD, term.label if term else "")
