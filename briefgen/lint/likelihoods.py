"""How likely a sentence says that something is: the terms in it, the one of the judgement's own field among them."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from briefgen.citations import LIKELIHOOD
from briefgen.lint.passage import OURS, Passage
from briefgen.lint.pattern import found, mentions
from briefgen.lint.review import Review
from briefgen.prose import Sentence
from briefgen.sheet.model.assessment import Judgement
from briefgen.tradecraft import SCALES
from briefgen.tradecraft.likelihood import Scale, Term
from briefgen.tradecraft.terms import Use, uses

#: Where the document speaks for itself: what assesses, and the other lines that an analyst writes in their own words.
VOICE = ("title", *OURS, "would_change", "change", "dissent", "scenario", "scenario_impact")
#: Every form of a term has one of these in it; a sentence without one is not looked at any further.
STEMS = ("likely", "probab", "chance", "certain", "odds", "remote", "possibilit", "impossib")
#: A degree that no scale has; “more likely”, “how likely” and “most likely” compare, and are left alone.
LOOSE = (
    r"(?i)\b(?:quite|rather|fairly|pretty|somewhat|reasonably|slightly|moderately|overwhelmingly|extremely"
    r"|exceptionally|highly|very)\s+(?:(?:un)?likely|(?:im)?probabl[ey])\b"
    r"|\bmore\s+(?:likely|probable)\s+than\s+not\b|\bas\s+likely\s+as\s+not\b"
    r"|\b(?:strong|high|low|great|big|significant|substantial|considerable|fair|reasonable|small|slim|slight|real|increased)"
    r"\s+(?:likelihood|probability)(?=\s+(?:of|that)\b)"
    r"|\b(?:better|worse|more|less|higher|lower|greater)\s+than\s+(?:even|fifty-fifty|50[\s–:/-]+50)\b"
    r"|\bmost\s+probably\b|(?<=\bwill\s)most\s+likely\b|(?<=\bwould\s)most\s+likely\b"
)
NUMBER = r"(?i)(?:%|\bper\s?cent|\bin\s+(?:\d+|ten|five|four|three|two))\W{0,3}(?:chance|probability|likelihood|likely)"


class Estimate(NamedTuple):
    """A *term* from *start* to *end* of a sentence; *use* is None where ``{likelihood}`` stands for it."""

    term: Term
    start: int
    end: int
    use: Use | None = None


def uses_in(text: str, scale: Scale) -> tuple[Use, ...]:
    """Return every use of a likelihood term in *text*."""
    return _uses(text, scale.id) if mentions(text, STEMS) else ()


@lru_cache(8192)
def _uses(text: str, scale: str) -> tuple[Use, ...]:
    return uses(text, SCALES[scale])


def judged(review: Review, passage: Passage) -> Term | None:
    """Return the term that the judgement of a passage has in its field, or None."""
    judgement = review.get(passage.record) if passage.record else None
    return review.scale.find(judgement.likelihood) if isinstance(judgement, Judgement) else None


def estimates(review: Review, passage: Passage, sentence: Sentence) -> list[Estimate]:
    """Return the estimates of a sentence, in order."""
    made = [Estimate(use.term, use.start, use.end, use) for use in uses_in(sentence.bare, review.scale)]
    term = judged(review, passage) if passage.place == "judgement" else None
    at = sentence.bare.find(LIKELIHOOD)
    if term and at >= 0:
        made.append(Estimate(term, at, at + len(LIKELIHOOD)))
    return sorted(made, key=lambda one: one.start)


def is_estimated(review: Review, sentence: Sentence) -> bool:
    """Return whether a sentence says how likely something is: a term, a number, a degree of no scale."""
    bare = sentence.bare
    return bool(
        LIKELIHOOD in bare
        or uses_in(bare, review.scale)
        or found(LOOSE, bare)
        or found(NUMBER, bare)
        or found(r"(?i)\bmore\s+likely\s+than\s+not\b", bare)
    )


def printed_in_front(review: Review, passage: Passage, sentence: Sentence) -> bool:
    """Return whether the page prints the judgement's term in front of this sentence (“**Likely:** …”)."""
    return (
        passage.place == "judgement"
        and LIKELIHOOD not in passage.text
        and sentence is passage.sentences[0]
        and judged(review, passage) is not None
    )


def named(term: Term) -> str:
    """Return a term as a message names it: ``“likely” (55–80 per cent)``."""
    return f"“{term.label}” ({term.band} per cent)"


def examples(scale: Scale) -> str:
    """Return two terms of *scale* that a remedy may name."""
    low, high = scale.terms[len(scale.terms) // 3], scale.terms[-3]
    return f"“{low.label}” or “{high.label}”"


def nearest(scale: Scale, term: Term) -> Term:
    """Return the term of *scale* whose band lies nearest to that of a *term* of another scale."""
    return min(scale.terms, key=lambda one: abs(one.low + one.high - term.low - term.high))
