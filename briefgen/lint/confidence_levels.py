"""Levels of confidence in a sentence, as analysts write them; the confidence of voters and markets is no level."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.lint.pattern import either

NEAR = 60  # characters in front of a level in which it is said whose it is
LEVEL = (
    r"(?:(?:very|fairly|quite|relatively|rather|only) )?"
    r"(?:high|moderate|medium|low|limited|little|strong|considerable|great|reasonable|full|complete|modest|some)"
)
LEVELS = rf"{LEVEL}(?:(?:[\s-]to[\s-]| or |\s?[-–/]\s?| and ){LEVEL})?"
THING = (
    r"(?:judge?ment|assessment|estimate|analysis|finding|conclusion|forecast|prediction|sourc|report|claim|evidence"
    r"|basis|view)"
)
#: What an analyst has confidence in.
OBJECT = rf"(?:(?:this|that|it|these|them|our|both|either|any)\b|(?:the|its|their|his|her|each) (?:\w+ )?{THING})"
NO_LEVEL = r"(?![\s‐‑-](?:building|votes?|motions?|measures?|intervals?|limits?|trick)\b)"
IS = (
    r"(?:is|are|was|were|remains?|stays?|stands? at|being|rated|assessed as|judged)"
    r"(?: (?:still|only|at best|therefore|thus|very|rather|quite|just|assessed as|rated|judged|no better than))*"
)
NAMED = r"(?:high|moderate|medium|low|limited|modest)(?:er)?\b(?! among\b)"
#: “with high confidence”, “moderate confidence in this”, “low-confidence”.
BEFORE = (
    rf"\b{LEVELS}(?: |-)(?:(?:degree|levels?) of )?(?:overall |analytic(?:al)? )?confidence\b{NO_LEVEL}"
    rf"(?! (?:among|from|of|ratings?|index|in\b(?! {OBJECT})))",
)
#: “confidence in this is low”, “confidence: moderate”.
AFTER = (
    rf"(?P<whose>[\w’'-]+ )?\bconfidence(?: levels?)?\b{NO_LEVEL}"
    rf"(?:(?: in {OBJECT}[^.;:]{{0,60}}?)? {IS} |\s*[:=(–—]\s*| ){NAMED}",
)
FIRM = (
    r"\b(?:highly|very|fairly|moderately|reasonably|quite|extremely|less|only moderately|not very) confident\b",
    r"\b(?:we|analysts) (?:are|remain|feel) (?:\w+ )?confident\b",
    r"\b(?:assess|judge|say|state|conclude|estimate|believe) with (?:\w+ )?confidence\b",
    # “our confidence in whatever is low”
    rf"\b(?:our|the desk['’]s|analytic(?:al)?) (?:\w+ )?confidence\b{NO_LEVEL}[^.;:]{{0,80}}?\s{IS} {NAMED}",
)
#: Whose confidence is no assessment of ours.
OTHERS = (
    r"\b(?:public|consumer|business|investor|markets?|popular|mutual|voters?|customer|industry|national|depositor|lender"
    r"|donor|electoral|political|self|[a-z]+['’]s?) $",
)
#: Somebody has or shows it, or is confident, who is not us.
THEIRS = (
    r"\b(?:enjoy|command|inspire|lack|regain|restore|show|express|voice|gain|win|speak with)(?:e?[sd]|ing)? $",
    r"\b(?:won|spoke with) $",
    r"\b(?!(?:we|us|analysts|desk)\b)[\w’'-]+ (?:is|are|was|were|remains?|remained|feels?|felt|seems?|sounds?) "
    r"(?:still )?$",
)


def levels(bare: str) -> Iterator[re.Match[str]]:
    """Yield where a sentence gives a level of confidence in an assessment."""
    if "confiden" not in bare.lower():
        return
    for one in either(*BEFORE, *FIRM).finditer(bare):
        if not either(*THEIRS).search(bare[max(0, one.start() - NEAR) : one.start()]):
            yield one
    for one in either(*AFTER).finditer(bare):
        if not either(*OTHERS).search(one["whose"] or ""):
            yield one
