"""Words that make a forecast certain (“inevitable”, “will definitely”, “zero chance”), and those that do not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.lint.pattern import either, mentions

#: A sentence without one of these has nothing that is certain.
STEMS: tuple[str, ...] = ("certain", "sure", "guarant", "destin", "doom", "fated", "bound", "definite", "doubt")
STEMS += ("inevitab", "question", "indisput", "ever", "fail", "avoidable", "inescap", "foregone", "matter of")
STEMS += ("cannot but", "no way", "chance", "possib", "out of the", "ruled out", "rule out", "probabilit", "likelihood")
STEMS += ("in the bag", "done deal", "a given", "beyond", "cut and dried", "set in stone", "circumstances")
STEMS += ("prospect", "per cent", "percent", "%")
NEAR = 40  # characters in front of a word in which it may be softened
BE = r"(?:is|are|seems?|looks?|appears?|becomes?|remains?|['’]s|['’]re)"
STILL = r"(?: (?:now|also|thus|therefore|then|still|absolutely|quite|only))?"
ADVERB = r"(?:certainly|definitely|surely|undoubtedly|doubtless|inevitably|unquestionably|assuredly|indisputably)"
PCT = r"(?:\s?%|[\s-]per[\s-]?cent)"
#: Duties, which somebody is bound to: no forecast.
DUTY = (
    r"(?:the|an?|it|its|their|this|that|any|each|respect|observe|honou?r|comply|keep|abide|report|pay|consult|provide"
    r"|secrecy|confidentiality|obey|uphold|inform|protect)\b"
)
#: Of what is to come, whatever else the sentence says.
AHEAD = (
    rf"\b{BE}{STILL} (?:certain|sure) to (?!the\b|all\b|every\b)",
    rf"\b(?:be|{BE}){STILL} (?:guaranteed|destined|doomed|fated) to (?!the\b|all\b|every\b)",
    rf"\b(?:be|{BE}){STILL} bound to (?!{DUTY})",
    rf"\bwill{STILL} (?:not )?{ADVERB}\b|\b{ADVERB} (?:will|won['’]t)\b|\bwill never\b|\bwon['’]t ever\b",
    r"\bwill without (?:a )?(?:doubt|fail)\b",
    rf"\b{BE}{STILL} (?:inevitable|unavoidable|inescapable|a certainty|a foregone conclusion)\b",
    rf"\b{BE}{STILL} (?:in the bag|a done deal|a given|beyond (?:doubt|question)|cut and dried|set in stone)\b",
    r"\b(?:only|just|merely|simply) a (?:matter|question) of time\b",
    r"\bmakes?\b[^.;,]{0,50}\b(?:inevitable|unavoidable)\b",
    r"\b(?:under|in) no circumstances\b[^.;,]{0,40}\bwill\b|\bwill (?:under|in) no circumstances\b"
    r"|\b(?:neither|nor|nobody|none|not)\b[^.;]{0,40}\bunder any circumstances\b",
    r"\bcannot (?:but|fail to)\b|\bthere(?:['’]s| is) no way that\b",
)
#: Of anything: certain only where the sentence tells what is to come.
ADVERBS = (
    rf"\b{ADVERB}\b|\bwithout (?:a |any )?(?:doubt|question)\b|\bwithout fail\b",
    r"\bbeyond (?:all |any )?(?:reasonable )?doubt\b",
    r"\b(?:there (?:is|can be) )?no doubt\b|\bno question (?:that|but|about (?:it|that))\b",
    r"\bfor (?:certain|sure)\b|\bwith (?:absolute |complete |full )?certainty\b",
)
#: Of a state of things: certain also where the place tells what is to come.
STATES = (
    r"\b(?:can|may) (?:safely |now )?be ruled out\b|\bwe rule out\b|\bwe (?:are|feel) (?:quite |absolutely )?sure\b",
    rf"\b{BE}{STILL} (?:out of the question|impossible(?=\s*[.,;]| (?:that|before|by|until|in)\b|$))",
    rf"\b{BE}{STILL} (?:absolutely )?certain\b(?=\s*(?:[.,;]|$)| (?:that|by|before)\b)",
    rf"\bguarantees? (?:that|an?\b)|\b{BE}{STILL} guaranteed\b(?=\s*[.,;]|$)",
)
#: A chance of nothing or of all.
CHANCE = (
    rf"\b(?:100|one hundred|a hundred){PCT}[\s-](?:chance|probability|likelihood|certain|certainty|sure|likely)\b",
    rf"(?<![\d.,])(?:0{PCT}|zero(?:{PCT})?)[\s-](?:chance|probability|likelihood|prospect|possibility)\b",
    r"\b(?:chance|probability|likelihood)\b[^.;,]{0,40}?\s(?:of|at|is|as) "
    rf"(?:zero|nil|(?:0|100){PCT})(?=\s*(?:[.,;)]|$)| that\b)",
    r"\b(?:there(?:['’]s| is| are)|stands?|has|have|we see|with|sees?) (?:absolutely )?no (?:realistic |real )?"
    r"(?:chance|possibility)\b(?! (?:to|but)\b)",
    r"\bno chance (?:that|of|whatsoever|at all)\b",
)
#: Directly before a word, these take the certainty away.
SOFT = (
    r"\b(?:almost|nearly|virtually|practically|near|all but|not|never|no|hardly|scarcely|far from|by no means|nothing"
    r"|less than|neither|nor|cannot be|anything but|next to|as good as|barely|little|or|short of|nobody) "
    r"(?:yet |necessarily |be |at all |an? |entirely |absolutely )?$",
    r"n['’]t (?:\w+ )?$",
    r"\b(?:nothing|nobody|none|no|neither|few)(?: \w+){0,2} $",  # “no deal is certain”
)
SOFT_INSIDE = (
    r"\b(?:almost|nearly|virtually|practically|all but|not (?:yet |necessarily )?(?:certain|inevitable|sure|a\s))\b",
)


def may_be_certain(bare: str) -> bool:
    """Return whether it is worth a closer look whether a sentence makes something certain."""
    return mentions(bare.replace("{likelihood}", ""), STEMS)


def certain(bare: str, foretells: bool, looks_ahead: bool) -> Iterator[re.Match[str]]:
    """Yield where a sentence makes what it tells certain.

    *foretells*: it tells what is to come; *looks_ahead*: it stands where that is told, whatever its words.
    """
    spoken = (ADVERBS, STATES) if foretells else (STATES,) if looks_ahead else ()
    for ways in (AHEAD, CHANCE, *spoken):
        for one in either(*ways).finditer(bare):
            if not _is_softened(one, bare):
                yield one


def _is_softened(one: re.Match[str], bare: str) -> bool:
    before = bare[max(0, one.start() - NEAR) : one.start()]
    return bool(either(*SOFT).search(before) or either(*SOFT_INSIDE).search(one[0]))
