"""Whether something is told of the time after the information cut-off."""

from __future__ import annotations

import re
from datetime import date, timedelta

from briefgen.dates import MONTHS
from briefgen.lint.attribution import is_reported
from briefgen.lint.days import days
from briefgen.lint.pattern import compiled, found
from briefgen.lint.review import Review
from briefgen.prose import Sentence, sentences
from briefgen.sheet.model.assessment import Judgement

HALF_A_YEAR = timedelta(days=183)
MONTHS_AHEAD = 6
#: The auxiliary and its like, and not “the will of”, “at will”.
WILL = (
    r"(?<!\bthe\s)(?<!\bits\s)(?<!\ba\s)(?<!\bat\s)(?<!\bof\s)(?<!\btheir\s)(?<!\bpolitical\s)(?<!\bfree\s)(?<!\bpopular\s)"
    r"\bwill\b(?!\s+(?:of|to|power)\b)|\bwon['’]t\b|['’]ll\b|\b(?:is|are)\s+(?:going|about|set|poised|expected|sure|bound"
    r"|certain)\s+to\s+(?!have\b)|\blooks?\s+set\s+to\s"
)
MODAL = r"\b(?:may|might|could)\b(?!\s+(?:be\s+\w+ing|have)\b)"
SOON = (
    r"(?i)\b(?:within|over|in)\s+(?:the\s+)?(?:coming|next)\b|\bwithin\s+\w+\s+(?:days|weeks|months)\b|\bthis\s+(?:spring|summer"
    r"|autumn|winter|month|year)\b|\bnext\s+(?:week|month|year|spring|summer|autumn|winter)\b|\btomorrow\b|\bsoon\b"
)
NAMES = "January|February|March|April|May|June|July|August|September|October|November|December"
MONTH = (
    rf"\b(?P<bound>by|through|until|till|before|in|during)\s+(?:(?:early|mid|late|at\s+least|the\s+(?:end|start|middle)\s+of)[\s-])?"
    rf"(?P<month>{NAMES})\b(?:\s+(?P<year>20\d\d)\b|(?!\s+\d))"
)
YEAR = r"\b(?:in|by|before|until|through|during|of)\s+(?:(?:early|mid|late|the\s+end\s+of)[\s-])?(20\d\d)\b"
#: What is fixed and not foretold: “a ballot is planned for 20 February”.
PLANNED = (
    r"(?i)\b(?:planned|plans?|scheduled|due|announced|called|calls|deadline|expires?|ends?\s+on|postponed|valid|set\s+for|put\s+off"
    r"|dated|term)\b"
)


def is_forecast(review: Review, judgement: Judgement) -> bool:
    """Return whether a judgement is about the time after the cut-off: by its horizon or by its words."""
    return is_ahead(review, judgement) or any(foretells(review, one) for one in sentences(judgement.text))


def is_ahead(review: Review, judgement: Judgement) -> bool:
    """Return whether the horizon of a judgement lies after the cut-off."""
    horizon, cutoff = judgement.horizon, review.cutoff.last
    return bool(horizon and horizon.last and cutoff and horizon.last > cutoff)


def foretells(review: Review, sentence: Sentence) -> bool:
    """Return whether a sentence says in its own voice what is still to come."""
    bare = sentence.bare
    if any(not is_reported(bare, one.start()) for one in compiled(WILL).finditer(bare)):
        return True
    ahead = names_time_ahead(review, bare)
    if ahead and found(MODAL, bare):
        return True
    return ahead and not found(PLANNED, bare) and not found(r"(?i)\b(?:said|says|told)\b", bare)


def names_time_ahead(review: Review, bare: str) -> bool:
    """Return whether a sentence names a time after the cut-off."""
    cutoff = review.cutoff.last
    if cutoff is None:
        return False
    if found(SOON, bare):
        return True
    for day in days(bare):
        limit = None if day.year else cutoff + HALF_A_YEAR
        dates = day.dates(cutoff, limit) if day.year or day.bounding else ()
        if any(cutoff < one and (limit is None or one <= limit) for one in dates):
            return True
    if any(_is_later(one, cutoff) for one in compiled(MONTH).finditer(bare)):
        return True
    return any(int(one[1]) > cutoff.year for one in compiled(YEAR).finditer(bare))


def _is_later(month: re.Match[str], cutoff: date) -> bool:
    number = MONTHS.index(month["month"][:3].lower()) + 1
    if month["year"]:
        return (int(month["year"]), number) > (cutoff.year, cutoff.month)
    return 0 < (number - cutoff.month) % 12 <= MONTHS_AHEAD
