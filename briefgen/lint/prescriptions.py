"""Where a sentence tells somebody what to do, in our own voice; what is likely, legal or reported is not meant."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from briefgen.lint.attribution import is_reported
from briefgen.lint.pattern import compiled, found
from briefgen.lint.wordlists import words

NOT = r"(?P<no>n[’']t\b|\b\s+(?:not|never)\b|\b)"
ADVERB = r"(?:,[^,;]{1,30},|\s+(?:\w+ly|also|now|therefore|still|at\s+least|first|only|always))?"
MODAL = (
    rf"(?i)\b(?:(?P<should>should|ought)|(?P<must>must|ha(?:s|ve)|needs?)){NOT}(?P<adverb>{ADVERB})(?P<to>\s+to\b)?{ADVERB}"
    r"\s+(?P<verb>[\w’'-]+)(?:\s+(?:\w+ly\s+)?(?P<next>[\w’'-]+))?"
)
#: Which of these words need a “to” to oblige anybody: “has to”, not “has”.
WITH_TO = ("ought", "has", "have", "need", "needs")
URGENT = r"(?i)\b(?:urgently|immediately|quickly|swiftly|promptly)\b"
#: What such a sentence begins with when there is no modal.
ADVICE = (
    r"(?i)\b(?:we|I|this\s+(?:desk|office|brief|report)|the\s+desk)\s+(?:strongly\s+|therefore\s+|would\s+|also\s+)*"
    r"(?:recommends?|advis(?:e|es)|urges?|counsels?|calls?\s+(?:for|on)|suggest\s+that)\b"
    r"|\b(?:it|caution|restraint|vigilance|postponement)\s+is\s+(?:strongly\s+)?(?:recommended|advised)\b"
    r"|\b(?:are|is)\s+(?:called\s+up\s?on|urged|encouraged)\s+to\b"
    r"|\bcan(?:not|\s+no\s+longer)\s+(?:stand\s+(?:by|idle)|look\s+away|sit\s+back)\b"
    r"|\b(?:are|is)\s+(?:strongly\s+|well\s+)?advised\s+(?:to|against)\b|\bour\s+(?:recommendation|advice)\b"
    r"|\bit\s+is\s+(?:essential|imperative|vital|crucial|incumbent|advisable|prudent|time)\s+(?:up)?(?:on|that|to|for)\b"
    r"(?!\s+(?:note|remember|distinguish|see|understand|stress|know)\b)"
    r"|\bhad\s+better\s+(?:not\s+)?[a-z]+\b|\bwould\s+(?:do\s+well|be\s+(?:wise|(?:well|better|ill)[\s-]advised|prudent))\s+to\b"
    r"|\bit\s+is\s+high\s+time\b|\bit\s+is\s+about\s+time\s+(?:that|for|to|the|they)\b|\bthe\s+time\s+(?:has\s+come|is\s+ripe)\s+(?:for|to)\b"
    r"|\bnow\s+is\s+the\s+(?:time|moment)\s+(?:for|to)\b|\b(?:best|safest|right|wisest|(?:only\s+)?(?:sensible|prudent|responsible|reasonable|safe))\s+"
    r"(?:option|course|response|step|choice|way)\s+(?:for\s+[^,;.]{1,40}?\s+)?(?:is|would\s+be)\s+(?:to\b|for\s)"
    r"|^\s*recommend(?:ed|ation)?s?(?::|\s+(?:that|staff|all|course|action|option)\b)"
)
COMMAND = (
    r"^\s*(?:Avoid|Ensure|Make\s+sure|Refrain\s+from|Postpone|Evacuate|Keep\s+(?:staff|all|away|clear|your)|Stay\s+(?:away|clear)"
    r"|Consider\s+\w+ing|Be\s+prepared|(?:Limit|Reduce|Suspend|Restrict|Stop)\s+(?:all|any|travel|movements?|operations)"
    r"|(?:Do\s+not|Don[’']t)(?!\s+(?:confuse|read|mistake|take)\b))\b"
)
#: Somebody else asks for it, or a law; or it is a question.
ASKED = (
    r"(?i)\b(?:demand|urg|request|propos|recommend|requir|stipulat|insist|order|rul|decid|agree)(?:e?[sd]|ing)?\b"
    r"|\b(?:asks|asked|calls|called|wants|wanted|whether|resolution|decree|laws?|constitution(?:al)?|treaty"
    r"|accord|statutes?|rules|regulations?|article|clause|deadline|mandates?|obligations?|terms)\b"
    r"|\bwho\s*$|\b(?:why|how|what)\s+(?:\w+\s+){0,4}$"
)
CONDITION = r"(?i)\b(?:if|unless|lest|in\s+case|in\s+the\s+event)\b[^,;]*$"
#: A need for some end is a fact: “has to win four seats to form a government”.
PURPOSE = (
    r"(?i)\bin\s+order\s+to\b|\bif\b[^,]*\b(?:is|are)\s+to\b"
    r"|\bto\s+(?:form|win|pass|qualify|reach|secure|obtain|get|survive)\b"
)
#: “The ministry should publish its figures on Friday”: a timetable.
WHEN = (
    r"(?i)\b(?:within|before|after|until|once|when|then|soon|shortly|today|tomorrow|noon|midnight|next"
    r"|this (?:week|month|year)|in (?:early|mid|late|the (?:coming|spring|summer|autumn|winter))"
    r"|(?:on|by|in|at) (?:the (?:\d|end)|\d|(?-i:[A-Z])))"
)
BY_LAW = r"(?i)\b(?:under|by)\s+(?:the\s+)?(?:law|constitution|rules?|accord|agreement|treaty|statute)\b"
#: Directly before the modal: it is denied that there is a need.
DENIED = r"(?i)\b(?:not|n[’']t|no\s+longer|never|nobody|hardly)\s*$"
#: A subject that can be told something: one of these, a person’s pronoun or a name, and what belongs to it.
ENDING = r"(?:\s+(?:in|of|at|from|with|near|on|outside|around)\b[^,;]{1,40})?\s*$"
NAME = rf"\S\s+[A-Z][\w’-]+{ENDING}"  # the first word of a sentence has its capital from there


class Advice(NamedTuple):
    """The words of a sentence that prescribe, and where they begin."""

    start: int
    words: str


def prescription(bare: str, names: Collection[str] = ()) -> Advice | None:
    """Return what a sentence prescribes, or None; *names* are of actors and places, in small letters."""
    folded = bare.casefold()
    for pattern in (ADVICE, COMMAND) if any(cue in folded for cue in _list("cues")) else ():
        advice = found(pattern, bare)
        if advice and not is_reported(bare, advice.start()) and not re.match(r"\s+by\b", bare[advice.end() :]):
            return _advice(advice, advice.end())
    for modal in compiled(MODAL).finditer(bare) if any(cue in folded for cue in _list("modals")) else ():
        if _prescribes(modal, bare, names):
            return _advice(modal, modal.end("next" if modal["verb"].casefold() == "be" else "verb"))
    return None


def _advice(match: re.Match[str], stop: int) -> Advice:
    words = match.string[match.start() : stop]
    return Advice(match.start() + len(words) - len(words.lstrip()), " ".join(words.split()))


def _prescribes(modal: re.Match[str], bare: str, names: Collection[str]) -> bool:
    before, verb = bare[: modal.start()], modal["verb"].casefold()
    needs_to = (modal["should"] or modal["must"]).casefold() in WITH_TO
    if needs_to != bool(modal["to"]) or not before.strip() or verb in _list("inverted"):  # “should the pause end, …”
        return False
    if found(ASKED, before) or found(CONDITION, before) or found(BY_LAW, bare) or is_reported(bare, modal.start()):
        return False
    is_told = _is_told(before, names)
    return _advises(modal, is_told) if modal["should"] else _requires(modal, is_told, before, bare[modal.end("verb") :])


def _advises(modal: re.Match[str], is_told: bool) -> bool:
    """Return whether “should” is advice and no expectation; *is_told*: its subject can be told what to do."""
    verb, following = modal["verb"].casefold(), (modal["next"] or "").casefold()
    if verb == "be":
        return following in _list("states") or _is_act(following)
    if verb in _list("of people"):
        return is_told
    if verb in _list("of will") and is_told:
        return not found(WHEN, modal.string[modal.end("verb") :])
    return verb not in _list("expected") and (is_told or verb in _list("prescribed"))


def _is_act(participle: str) -> bool:
    """Return whether “be” and a *participle* tell of something to be done, and not of how to read something."""
    is_done = participle in _list("done") or participle.endswith("ed")
    return is_done and participle not in _list("described")


def _requires(modal: re.Match[str], is_told: bool, before: str, after: str) -> bool:
    """Return whether “must” is advice and no plain necessity."""
    verb, following = modal["verb"].casefold(), (modal["next"] or "").casefold()
    if found(DENIED, before) or found(PURPOSE, after):
        return False
    if verb == "be":
        is_prescribed = following in _list("states") or not _list("prescribed").isdisjoint(_bases(following))
        return is_prescribed or (modal["must"].casefold() == "must" and _is_act(following))
    if is_told and modal["must"].casefold() in ("must", "need") and verb not in _list("expected"):
        return _list("in need").isdisjoint(before.casefold().split())
    stressed = modal["no"].strip() or found(URGENT, modal["adverb"])
    if stressed and is_told:
        return modal["must"].casefold() == "must" or not modal["no"].strip()
    return verb in _list("prescribed") or f"{verb}-{following}" in _list("prescribed phrases")


def _is_told(before: str, names: Collection[str]) -> bool:
    """Return whether the subject in front of a modal is somebody who can be told what to do."""
    if found(NAME, before):
        return True
    subjects = compiled(rf"(?=\b([\w-]+)(?:[’']s\s+[\w-]+)?{ENDING})").finditer(before)
    return any((word := one[1].casefold()) in _list("people") or word in names for one in subjects)


def _bases(participle: str) -> set[str]:
    """Return the verbs that a word can be the participle of, and the word itself."""
    stem = participle.removesuffix("ed")
    return {participle, stem, f"{stem}e", f"{stem.removesuffix('i')}y"}


def _list(name: str) -> frozenset[str]:
    return words("prescriptions.txt")[name]
