"""Vague attribution: “sources say”, “it is believed”

Who says so decides what a statement is worth, and “sources” or “experts” may be one person on the telephone (ICD 206).
In our own text such words need a citation in the sentence, so that a reader can look. A claim tells what its source
says, so “reportedly” is fine there; but “sources said” hides whom the source has it from, unless the citation tells it
(`note`, `via`, `untraced`) or the claim names a speaker (`said_by`).

Bad:

```yaml bad
summary:
  narrative: Sources say that the depot will stay closed until summer.
```

Good:

```yaml good
summary:
  narrative: The union says that the depot will stay closed until summer [@c-3].
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.hearsay import Words, hidden, unsourced
from briefgen.lint.margins import Margins, cited
from briefgen.lint.passage import OURS, Passage
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.prose import Sentence
from briefgen.sheet.model.evidence import Claim

CODE = "SRC018"
SEVERITY: Severity = "warning"
STANDARD = "ICD 206, source descriptor; CIA Tradecraft Note 5"

EVIDENCE = ("s-", "c-", "e-", "q-", "g-")


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every sentence that says that somebody says so, and leaves open who."""
    margins = Margins(review)
    for passage, sentence in review.sentences_in(*OURS):
        words = unsourced(sentence.bare)
        if words and not cited(sentence) and not _is_sourced_beside(margins, passage, sentence):
            yield _remark(passage, sentence, words, "name who says so, and cite it, such as “the union says … [@c-3]”")
    for passage, sentence in review.sentences_in("claim"):
        words = hidden(sentence.bare)
        if words and not _tells_whose(review.get(passage.record or "")):
            remedy = "name the speaker (said_by), or say in the citation how the source puts it (note, via, untraced)"
            yield _remark(passage, sentence, words, remedy)


def _is_sourced_beside(margins: Margins, passage: Passage, sentence: Sentence) -> bool:
    """Return whether the paragraph or the judgement shows its sources, though the sentence cites none.

    That is no excuse for a basis that says “analysts say”.
    """
    beside = any(ref.startswith(EVIDENCE) for ref in margins.of(passage).refs)
    return beside and not (passage.place in ("judgement", "basis") and hidden(sentence.bare))


def _tells_whose(claim: Claim | None) -> bool:
    return (
        claim is None
        or bool(claim.said_by or claim.note)
        or any(one.note or one.via or one.untraced for one in claim.sources)
    )


def _remark(passage: Passage, sentence: Sentence, words: Words, remedy: str) -> Remark:
    message = f"“{words.text}” does not tell who says so: a reader cannot weigh it (ICD 206)"
    return Remark(passage.mark(sentence.start + words.start), message, remedy, passage.record)
