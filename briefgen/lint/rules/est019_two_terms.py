"""A judgement whose text has another term than its likelihood

The page prints the term of `likelihood`, at `{likelihood}` or in front of the text. If the text has a second, different
term, the judgement says two things, and the one that is scored later is not the one that was read. A term in a
subordinate clause, or before a noun (“an unlikely ally”), is about something else and is left alone.

Bad:

```yaml bad
judgements:
  - id: j-2
    key: false
    text: Freight is likely to run again by 5 March 2024.
    likelihood: very-likely
    confidence: low
    basis: The depot has power again.
    evidence: {for: c-1}
    alternatives: h-2
    changed: {from: new, why: The depot burnt.}
    horizon: "2024-03-05"
```

Good:

```yaml good
judgements:
  - id: j-2
    key: false
    text: Freight is {likelihood} to run again by 5 March 2024.
    likelihood: very-likely
    confidence: low
    basis: The depot has power again.
    evidence: {for: c-1}
    alternatives: h-2
    changed: {from: new, why: The depot burnt.}
    horizon: "2024-03-05"
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.citations import LIKELIHOOD
from briefgen.findings import Severity
from briefgen.lint.attribution import is_reported
from briefgen.lint.forecast import is_forecast
from briefgen.lint.likelihoods import named, uses_in
from briefgen.lint.passage import Passage
from briefgen.lint.pattern import compiled, found
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.prose import Sentence
from briefgen.sheet.model.assessment import Judgement
from briefgen.tradecraft.likelihood import Term
from briefgen.tradecraft.terms import Use

CODE = "EST019"
SEVERITY: Severity = "error"
STANDARD = "ICD 203 D.6.e.(6)"
NEAR = 200  # characters before a term in which its clause begins
NOUNS = ("chance", "odds", "possibility", "even", "impossibility", "certainty")
#: A clause of its own, which is about something else.
SUBORDINATE = (
    r"(?i)\b(?:which|who|whose|whom|where|although|though|while|whereas|even\s+if|if|unless|because|since|as|given|despite|than|whether"
    r"|after|until|once|when)\b[^,;:–—]*$|\bthat\s+(?:is|are|was|were|seems?|looks?|appears?|will|would)\s+(?:\w+\s+)?$"
)
#: Words that stand before a noun as well (“unlikely allies”), and what they follow when they do not.
ADJECTIVES = ("unlikely", "probable", "improbable")
PREDICATE = (
    r"(?i)(?:\b(?:is|are|was|were|be|been|being|seems?|looks?|remains?|appears?|becomes?|it|and|or|but|not|now|still|also|even)"
    r"|[,;:])\s+$"
)
ARTICLE = r"(?i)\b(?:an?|the|its|their|his|her|our|most|any|no|some|one|two|other|this|these|such)\s+$"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every term in a judgement that is not the one of its field."""
    for passage in review.passages_in("judgement"):
        judgement = review.get(passage.record or "")
        if isinstance(judgement, Judgement):
            yield from _remarks(review, passage, judgement)


def _remarks(review: Review, passage: Passage, judgement: Judgement) -> Iterator[Remark]:
    used = [(sentence, use) for sentence in passage.sentences for use in uses_in(sentence.bare, review.scale)]
    term = review.scale.find(judgement.likelihood)
    if not used or (term is None and is_forecast(review, judgement)):
        return  # the second is EST001
    is_filled_in = LIKELIHOOD in passage.text
    if not is_filled_in and any(_says(use, sentence, term) for sentence, use in used):
        return
    for sentence, use in used:
        if use.scale is review.scale and _is_second(use, sentence, term, is_filled_in):
            word = sentence.bare[use.start : use.end]
            yield Remark(
                passage.mark(sentence.start + use.start),
                f"judgement {judgement.id} says “{word}” in its text, and its likelihood is "
                f"{named(term) if term else 'n/a'}: a reader cannot tell which of them is meant",
                _remedy(use, is_filled_in),
                judgement.id,
            )


def _says(use: Use, sentence: Sentence, term: Term | None) -> bool:
    return use.term is term and not _is_denied(use, sentence)


def _is_denied(use: Use, sentence: Sentence) -> bool:
    """Return whether a “not” stands before the term; “probably not” is the term, of what does not happen."""
    return use.negated and not compiled(r"\s+not\b").match(sentence.bare, use.end)


def _is_second(use: Use, sentence: Sentence, term: Term | None, is_filled_in: bool) -> bool:
    before = sentence.bare[max(0, use.start - NEAR) : use.start]
    if found(SUBORDINATE, before) or is_reported(sentence.bare, use.start):
        return False
    word = sentence.bare[use.start : use.end].lower()
    is_noun, is_adjective = word.split()[-1] in NOUNS, word in ADJECTIVES
    if not is_noun and found(ARTICLE, before):
        return False
    if is_adjective and not found(PREDICATE, before):
        return False
    if _is_denied(use, sentence):
        return use.term is term and not is_filled_in
    return use.term is not term


def _remedy(use: Use, is_filled_in: bool) -> str:
    if is_filled_in:
        return "make a second judgement of it, with a likelihood of its own, or leave it out"
    return f"write {{likelihood}} there, and likelihood: {use.term.id} if that is what you mean"
