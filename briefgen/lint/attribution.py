"""What a sentence tells as the words or the view of somebody else."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from briefgen.lint.pattern import either

MOST = 100  # speakers of one sentence; more has only a sentence that nobody meant
FAR = 400  # characters that a speaker reaches at most
NEAR = 60  # characters in front of a verb in which its subject stands
#: Verbs of saying and holding.
SAYS = (
    r"says|said|tells|told|warns|warned|writes|wrote|insists|insisted|believes|believed|expects|expected|predicts"
    r"|predicted|argues|argued|maintains|maintained|declares|declared|denies|denied|considers|considered|deems|deemed"
    r"|reckons|reckoned|thinks|thought|anticipates|anticipated|asserts|asserted|alleges|alleged|cautions|cautioned"
    r"|concludes|concluded|regards|regarded|assesses|assessed"
)
#: Words that are a verb of saying only before a clause.
THAT = (
    r"reports|reported|claims|claimed|forecasts?|estimates?|estimated|projects|projected|notes|noted|states|stated"
    r"|fears|feared|hopes|hoped|adds|added|judges|judged|announces|announced|confirms|confirmed|admits|admitted"
    r"|doubts|doubted|acknowledges|acknowledged|agrees|agreed|suspects|suspected"
)
#: Verbs that a plural has: “officials say”.
SAY = r"say|expect|believe|think|warn|predict|argue|insist|fear|estimate|forecast|reckon|anticipate|consider|judge"
SEES = (
    r"sees?|saw|calls?|called|rates?|rated|views?|viewed|puts?|describes?|described|judges?|judged|deems?|deemed|considers?"
    r"|holds?|held|regards?|gives?|gave"
)
LIKELY = r"(?:very |highly )?(?:(?:un)?likely|(?:im)?probable)|almost certain"
VIEW = (
    r"view|opinion|estimate|forecast|assessment|projection|prediction|judge?ment|words|account|reckoning|count|reading"
    r"|eyes|mind|belief|thinking|analysis|calculations?|expectation|verdict|model"
)
HOLDS = r"of the (?:view|opinion)|confident|convinced|persuaded|afraid|worried|hopeful|optimistic|pessimistic"
VERBS = (
    rf"\b(?:{SAYS})\b",
    rf"\b(?:{THAT})(?= (?:that|it|there)\b)",
    rf"(?:(?<=s\s)|(?<=police\s)|(?<=people\s)|(?<=staff\s)|(?<=crew\s)|(?<=military\s))(?:{SAY})\b",
    rf"\b(?:{SAY})(?= that\b)",
    r"\b(?:holds?|held|finds?|found|feels?|felt|stresse[sd]|point(?:s|ed) out|ma(?:kes|de) clear)(?= that\b)",
    rf"\b(?:is|are|was|were|remains?) (?:\w+ly )?(?:{HOLDS})(?= that\b)",
    # “rates it”, “puts the chance”, “describes a default as”, “calls a default unlikely”
    rf"\b(?:{SEES})(?= (?:it|the (?:chances?|probability|likelihood|odds|risk))\b)",
    rf"\b(?:{SEES})(?= [\w’'-]+(?: [\w’'-]+){{0,4}} (?:as|{LIKELY})\b)",
)
#: “…, the agency fears.”
BEHIND = (rf"\b(?:{THAT})(?=\s*(?:[.,]|$))",)
PHRASES = (
    r"\baccording to\b(?! (?:us|our)\b)",
    rf"\b(?:in|by) (?:his|her|its|their|the same) (?:own )?(?:{VIEW})\b",
    rf"\bin the (?:{VIEW}) of\b(?! (?:us|our)\b)",
    # “to the agency a default looks unlikely”, “a default strikes the agency as unlikely”
    r"^\W*(?:to|for) (?!us\b|our\b|this desk\b|the desk\b)[^,;:.]{2,60}\b(?:looks|seems|appears|sounds)\b",
    r"\bper the\b|\bif [^,;.]{1,40} (?:is|are) to be believed\b",
    r"\bstrikes (?!us\b)[^,;:.]{2,40}\bas\b",
    rf"(?<!desk)(?:(?<=\w)['’]s|(?<=s)['’]) (?:own |latest )?(?:{VIEW})\b",
)
NOBODY = (
    r"\b(?:reportedly|allegedly|supposedly|purportedly)\b",
    r"\b(?:is|are|was|were|been) (?:\w+ly )?(?:said|reported|alleged|claimed|believed|thought|rumou?red)\b",
)
#: Directly before a word that is then no verb of saying: “is expected”, “the expected crest”, “we say”.
NOT_SAID = (
    r"\b(?:is|are|was|were|be|been|being)(?: \w+ly)? $",
    r"\b(?:the|an?|its|their|his|her|than|as|this|these|so-called|to) $",
    r"\b(?:we|this (?:desk|office|brief|issue)|the desk|our \w+|issue \d+)\b[^,;:.]{0,30}$",
)
#: What ends the reach of a speaker.
BREAKS = (
    r"[;—]|\s–\s",
    r", (?:and|but|so|yet|while|whereas|although|though|which|nor|hence|therefore)\b",
    r"\s(?:whereas|so that|because|but)\s",
)
SUBORDINATE = (
    r"\b(?:after|since|when|because|now that|although|though|while|if|once|given|whatever|which|who|whose)\b[^,;:]*$",
)


class Reach(Enum):
    """What a speaker's words are: all the rest, the rest of a clause, or what stands before."""

    FAR = 1
    BOTH = 2
    CLAUSE = 3
    BEHIND = 4


class Speaker(NamedTuple):
    """Where a sentence names somebody else as its source, and how far that reaches."""

    start: int
    end: int
    reach: Reach


@lru_cache(2048)
def speakers(bare: str) -> tuple[Speaker, ...]:
    """Return where the words of a sentence are somebody else's: “the IMF says”, “according to”; “we say” is not."""
    made = [Speaker(*one.span(), Reach.FAR) for one in islice(either(*PHRASES).finditer(bare), MOST)]
    for one in islice(either(*VERBS).finditer(bare), MOST):
        before = bare[max(0, one.start() - NEAR) : one.start()]
        if _is_said(one, before, bare[one.end() :]):
            made.append(Speaker(*one.span(), Reach.CLAUSE if either(*SUBORDINATE).search(before) else Reach.BOTH))
    return tuple(sorted(made, key=lambda one: one[:2]))


def _is_said(verb: re.Match[str], before: str, after: str) -> bool:
    if either(*NOT_SAID).search(before):
        return False
    if re.search(r"(?i)\bthat\s+$", before) and after.startswith(","):  # “that said,”
        return False
    is_participle = verb[0].lower().endswith(("ed", "thought")) and after.startswith(" to ")  # “a group believed to”
    return not is_participle


def is_reported(bare: str, at: int) -> bool:
    """Return whether the word at *at* of a sentence is told as somebody else's."""
    near = (one for one in (*speakers(bare), *_behind(bare)) if one.start - FAR < at < one.end + FAR)
    return any(_reaches(one, bare, at) for one in near)


@lru_cache(2048)
def _behind(bare: str) -> tuple[Speaker, ...]:
    """Return where a sentence may end with a speaker: “…, the agency fears.”"""
    return tuple(Speaker(*one.span(), Reach.BEHIND) for one in islice(either(*BEHIND).finditer(bare), MOST))


def is_hearsay(bare: str) -> bool:
    """Return whether a sentence tells anything as said by somebody, be it by nobody in particular."""
    return bool(speakers(bare) or either(*NOBODY).search(bare))


def _reaches(speaker: Speaker, bare: str, at: int) -> bool:
    is_after = speaker.end <= at
    between = bare[speaker.end : at] if is_after else bare[at : speaker.start]
    if either(*BREAKS).search(between):
        return False
    if is_after:
        return speaker.reach is not Reach.BEHIND and not (speaker.reach is Reach.CLAUSE and "," in between)
    return speaker.reach is Reach.FAR or _is_behind(between, bare[speaker.end :])


def _is_behind(between: str, after: str) -> bool:
    """Return whether a verb stands behind what was said: “default is likely, the IMF says”, “…, said the IMF”."""
    subject = re.search(r",\s+((?:[\w’'.-]+\s+){0,6})$", between)
    if subject is None:
        return False
    return not subject[1] or not re.match(r"\s+(?:that|it|there|the|an?)\b", after)
