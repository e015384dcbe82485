"""Where a text uses a term of likelihood: the forms of all scales, told from the same words in another sense."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from briefgen.tradecraft import SCALES
from briefgen.tradecraft.likelihood import Scale, Term

NEAR = 100  # characters looked at on either side of a form; what is farther away decides nothing
GAP = r"(?:\s{1,9}|[-‐‑])"  # between the words of a form
BE = r"(?:is|are|was|were|be|been|being|remains?|remained|seems?|looks?|appears?|becomes?)"
STILL = r"(?:\s+(?:still|now|as|only|very|at\s+best|rather|quite))?"
CHANCE = r"(?:chances?|prospects?|possibilit(?:y|ies)|probabilit(?:y|ies)|likelihoods?|odds|risks?)"
OUTCOME = r"(?:outcomes?|scenarios?|eventualit(?:y|ies)|escalation|breakthroughs?|settlements?|collapse)"
#: "more likely", "as likely as": how two things compare, not how likely one is. "quite probable": a word of no scale.
COMPARED = (
    r"\b(?:more|less|most|least|equally|so|too|how|however|than|increasingly|very|highly|extremely|exceptionally"
    r"|remotely|quite|rather|fairly|pretty|reasonably|somewhat|slightly|moderately|overwhelmingly"
    r"|(?:(?:is|are|was|were|be|been|just|at\s+least|twice|times|half|equally|about|nearly|almost)\s+as))"
)


@dataclass(frozen=True)
class Condition:
    """What must stand directly *before* or *after* a form, or must not; *own*: it counts in its own scale only."""

    before: str | None = None
    after: str | None = None
    not_before: str | None = None
    not_after: str | None = None
    either: bool = False  # one of *before* and *after* is enough
    own: bool = False

    def met(self, before: str, after: str) -> bool:
        """Return whether a form between two texts is an estimate."""
        if _ends(self.not_before, before) or _begins(self.not_after, after):
            return False
        wanted = [_ends(self.before, before)] if self.before else []
        wanted += [_begins(self.after, after)] if self.after else []
        return not wanted or (any if self.either else all)(wanted)


_REMOTE = Condition(
    before=rf"\b(?:{CHANCE}|{OUTCOME})\b[^.!?;:,]{{0,60}}\b{BE}{STILL}",
    after=rf"(?:{CHANCE}|that)\b",
    either=True,
)
# "an improbable hero" is a surprise, no estimate
_IMPROBABLE = Condition(
    before=rf"\b(?:{BE}|considered|thought|deemed|judged|held|assessed\s+as){STILL}",
    after=rf"(?:that|{OUTCOME})\b",
    either=True,
    not_before=COMPARED,
    not_after=r"(?:as|than)\b",
)
_IMPOSSIBLE = Condition(before=rf"\b{BE}", not_after=r"(?:to|for)\b", own=True)
_EVEN = Condition(before=r"\b(?:an|roughly|about|approximately|near|nearly)")
#: When an ambiguous form is an estimate; a form that is not here always is one.
CONDITIONS: dict[str, Condition] = {
    "remote": _REMOTE,
    "likely": Condition(not_before=COMPARED, not_after=r"(?:as|than|story|stories|voters?|or\s+not)\b"),
    "unlikely": Condition(not_before=COMPARED, not_after=r"(?:as|than)\b"),
    "probable": Condition(not_before=COMPARED, not_after=r"(?:as|than|causes?)\b"),
    "improbable": _IMPROBABLE,
    "probably": Condition(not_before=COMPARED),
    "improbably": Condition(not_before=COMPARED, not_after=","),
    "even chance": _EVEN,
    "even chances": _EVEN,
    "almost impossible": Condition(not_after=r"(?:to|for)\b"),
    "impossible": _IMPOSSIBLE,
    "impossibility": Condition(own=True),
    "certain": Condition(before=rf"\b{BE}{STILL}", after=r"(?:to|that)\b|[.,;]", own=True),
    "certainty": Condition(before=r"\b(?:a|of)", own=True),
}
#: What turns a term round, directly before it or with a small word between.
NEGATION = (
    r"(?:\b(?:not|never|hardly|scarcely|neither|nor|no|no\s+longer)|n['’]t)"
    r"(?:\s+(?:a|an|any|be|been|seem|look|appear|considered|thought|deemed|judged|now|yet|at\s+all|necessarily)){0,2}"
)


@dataclass(frozen=True)
class Use:
    """A *term* of a *scale* from *start* to *end* of a text, as a word of row A (label) or row B (synonym).

    *negated*: a "not" stands beside it ("not likely", "probably not"), so that its band is not plainly what is meant.
    """

    term: Term
    scale: Scale
    row: str
    start: int
    end: int
    negated: bool = False


def uses(text: str, scale: Scale) -> tuple[Use, ...]:
    """Return every use of a likelihood term in *text*: of *scale* where it has the form, else of the first that has."""
    found = (_use(text, match, scale) for match in _forms_of_all().finditer(text))
    return tuple(one for one in found if one)


def _use(text: str, match: re.Match[str], scale: Scale) -> Use | None:
    start, end = match.span()
    form = " ".join(re.split(r"[\s‐‑-]+", match[0].casefold()))
    if form.endswith(" not") and form not in _forms(scale.id) and form[:-4] in _forms(scale.id):
        form, end = form[:-4], start + len(re.sub(r"[\s‐‑-]+$", "", match[0][:-3]))  # Kent's term is not meant
    owner, term, row = _owner(form, scale)
    before, after = text[max(0, start - NEAR) : start], text[end : end + NEAR]
    condition = CONDITIONS.get(form, Condition())
    if term is None or (condition.own and owner is not scale) or not condition.met(before, after):
        return None
    return Use(term, owner, row, start, end, negated=_ends(NEGATION, before) or _begins(r"not\b", after))


def _owner(form: str, scale: Scale) -> tuple[Scale, Term | None, str]:
    """Return the scale that has a form, with the term and the row: *scale* itself before all others."""
    for one in (scale, *SCALES.values()):
        if found := _forms(one.id).get(form):
            return one, *found
    return scale, None, ""  # letters that are equal without regard to case, but not in their folded form


@cache
def _forms(scale_id: str) -> dict[str, tuple[Term, str]]:
    """Return the forms of a scale, each with its term and row."""
    pairs = ((term, row, form) for term in SCALES[scale_id].terms for row, forms in term.rows.items() for form in forms)
    return {form.casefold(): (term, row) for term, row, form in pairs}


@cache
def _forms_of_all() -> re.Pattern[str]:
    forms = sorted({form for scale in SCALES for form in _forms(scale)}, key=lambda form: (-len(form), form))
    words = "|".join(GAP.join(map(re.escape, form.split())) for form in forms)
    return re.compile(rf"(?<![\w‐‑-])(?:{words})(?![\w]|[-‐‑]\w)", re.IGNORECASE)


def _ends(pattern: str | None, text: str) -> bool:
    return pattern is not None and _compiled(rf"(?:{pattern})\s*$").search(text) is not None


def _begins(pattern: str | None, text: str) -> bool:
    return pattern is not None and _compiled(rf"\s*(?:{pattern})").match(text) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
