"""Words that avoid an estimate (“could”, “possibly”, “cannot be ruled out”), told from the same words in earnest.

The patterns are read by `either`: a space is any white space, and capitals do not matter but for the modal verbs, since
“May” is a month and “Could …?” asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefgen.lint.pattern import either, mentions

#: A sentence without one of these has no hedge.
STEMS: tuple[str, ...] = ("may", "might", "could", "possib", "perhaps", "conceiv", "potential", "probabl", "presum")
STEMS += ("likely", "appear", "seem", "suggest", "indicat", "hint", "exclu", "ruled out", "rule out", "out of the")
STEMS += ("discount", "unthink", "chance", "believ", "thought", "fear", "assum", "rumo", "suspect", "odds", "in all")
STEMS += ("dismiss", "risk", "danger", "surpris")
#: Of these, what can only be a modal verb, part of a stack, or an estimate of nobody.
ELSEWHERE = frozenset(("may", "might", "could", "likely", "appear", "seem", "suggest", "indicat", "hint", "probabl"))
IN_PHRASES = (*(stem for stem in STEMS if stem not in ELSEWHERE), "maybe", "probability")
NEAR = 80  # characters looked at on either side of a modal verb
MODAL = r"\b(?-i:may|might|could)\b"
DOUBT = r"(?:possibly|perhaps|maybe|conceivably|potentially|probably|likely|presumably)"
SMALL = r"(?:also |well |then |still |even |just |yet |quite |very )?"
TERM = r"(?:likely|unlikely|probable|improbable|possible|conceivable|\{likelihood\})"
#: The rest of a clause, as long as no other clause begins.
CLAUSE = r"(?:(?!\b(?:who|which|whom|that|whether|what|how)\b)[^,;:.]){0,70}?"

#: Whatever avoids an estimate without a modal verb.
PHRASES = (
    r"(?<!\bnot\s)(?<!\bcannot\s)\b(?:possibly|conceivably|presumably)\b",
    # “perhaps 30 crews” is about the number
    r"\b(?:perhaps|maybe)\b(?! (?:\d|some|an?\b|half|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|as|more"
    r"|less|most|the (?:most|least|only|first|last|best|worst|\w+est)|because|surprisingly"
    r"|unsurprisingly|not (?:the|as)))",
    r"\b(?:it|that|this)(?:['’]s| is| remains| seems) (?:\w+ )?(?:possible|conceivable)\s*,? that\b",
    # “possible to cross”, “possible by boat” is about what can be done
    r"\b(?:is|are|remains?|seems?) (?:(?:still|also|quite|entirely|well|perfectly) )?(?:possible|conceivable)\b"
    r"(?=\s*(?:[.;,)]|$)| (?:that|before|within|this|next|until|after|as early|at any|by (?:\d|the end|(?-i:[A-Z]))"
    r"|in (?:early|mid|late|\d|(?-i:[A-Z])|the (?:coming|next))))",
    r"\b(?:can\s?not|can['’]t|could not|should not|must not) (?:yet )?(?:\w+ly )?be (?:\w+ly )?"
    r"(?:ruled out|excluded|discounted|dismissed)\b",
    r"\b(?:we|one) (?:cannot|can not|can['’]t|do not|don['’]t|should not|must not) (?:\w+ )?"
    r"(?:rule out|exclude|discount)\b",
    r"\b(?:nobody|no one) can (?:\w+ )?(?:rule out|exclude|discount)\b",
    r"\b(?:thought|deemed|held|considered|judged) (?:possible|conceivable)\b|\bamong the possibilities\b",
    r"\bpossibilit(?:y|ies) (?:of|that) [^.;,]{1,60} (?:exists?|remains?)\b",
    r"\bthere(?:['’]s| is| remains| exists) (?:also |still )?an? "
    r"(?:(?:real|serious|grave|high|growing|distinct|clear|considerable|significant|strong|some|small) )?"
    r"(?:risk|danger) (?:that|of)\b",
    r"\bwould (?:not be (?:surprising|a surprise)|be no surprise|come as no surprise|hardly (?:be a )?surprise)\b",
    r"^\W*potentially\b",
    r"\bnor can\b[^.;]{0,80}\bbe (?:ruled out|excluded)\b|\bnot to be (?:ruled out|excluded)\b",
    r"\b(?:in|within) the (?:realms?|bounds) of (?:the )?possib(?:le|ility)\b",
    r"\bnot (?:ruled out|out of the question|impossible|inconceivable|unthinkable)\b(?! (?:to|for)\b)",
    r"\b(?:there(?:['’]s| is| are| remains)|we see|stands?|has|have|with) (?:(?:still|also|only|always) )?"
    r"(?:some|an?|every|little|(?:an? )?(?:good|fair|real|slim|small|slight|decent|reasonable|strong|high|low|serious"
    r"|better|outside|distinct|fighting)) chances?\b(?! (?:to|meeting|encounter|find|discovery|remark)\b)",
    r"\bsome chance\b(?! to\b)",
    r"\b(?:there(?:['’]s| is| remains| exists)|we see) (?:(?:still|also|always) )?(?:an?|some|the) "
    r"(?:\w+ )?possibility\b",
    r"\b(?:is|remains) (?:still )?an? (?:(?:real|distinct|strong|serious|clear|live|remaining) )?possibility\b",
    r"\bit(?:['’]s| is) (?:\w+ly )?(?:believed|thought|feared|assumed|rumou?red|suspected)\b",
    r"\b(?:is|are) (?:\w+ly )?(?:believed|thought|rumou?red|suspected|feared|presumed) to\b",
    r"\b(?:the )?(?:chances|odds) are (?:that|good|high|slim|low|fair|strong|in favour)\b",
    r"\bin all (?:likelihood|probability)\b",
)
#: A term does not mend these: whose estimate it is remains open.
NOBODYS = (
    r"\b(?:reportedly|allegedly|supposedly|purportedly|(?:said|believed|thought) to be) (?:very |highly )?"
    r"(?:(?:un)?likely|(?:im)?probable)\b",
)
STACKS = (
    rf"{MODAL}\s*,? (?:not )?(?:have )?{SMALL}{DOUBT}\b(?! (?:targets?|the|for|with)\b)",
    rf"\b{DOUBT} {SMALL}{MODAL}(?! (?:have the|not be reached))",
    rf"^\W*{DOUBT},? (?!\d|some\b|an?\b)(?:[\w’'-]+ ){{1,6}}{MODAL}",
    # “might be possible to cross” is about what can be done
    rf"{MODAL} {SMALL}(?:be|seem|become) (?:\w+ly |very |more )?{TERM}"
    r"(?! (?:to|for) (?:cross|reach|tell|say|see|verify|use|leave|move)\b)",
    rf"{TERM} that {CLAUSE}{MODAL}",
    rf"\b(?:possibility|chance|probability|likelihood) that {CLAUSE}{MODAL}",
    rf"\b(?:seem|appear)s? that {CLAUSE}{MODAL}",
    rf"{MODAL} (?:well )?be (?:an?|some) (?:\w+ )?(?:chance|possibility|probability)\b",
    r"\b(?:apparently|seemingly|reportedly) (?:possibly|perhaps|probably|conceivably|maybe)\b",
    r"(?:likely|probable|\{likelihood\}) to (?:possibly|perhaps|maybe|conceivably|potentially|probably)\b",
    rf"\b(?:possibly|perhaps|maybe|conceivably|potentially|probably|presumably) (?:{TERM}|possibly|perhaps)(?!\w)",
    r"\b(?:appear|seem)(?:s|ed)? to (?:suggest|indicate|imply|hint|possibly|perhaps|probably|potentially)\b",
    r"\b(?:would|may|might|could) (?:seem|appear) to (?:suggest|indicate|imply|hint|possibly|perhaps)\b",
    rf"{MODAL} (?:well )?(?:appear|seem) to\b",
    r"\b(?:believed|thought|understood) to (?:possibly|perhaps|probably|potentially)\b",
    rf"\b(?:suggest|indicate|hint)s? (?:that )?[^,;:.]{{0,50}}?{MODAL} (?:possibly|perhaps|potentially|be likely)\b",
)

#: Behind and before a modal verb that estimates nothing, whichever it is.
EMPTY_AFTER = (
    r"\s*(?:[.,;:?!)]|$)",
    r" as well\b",
    r" (?:recall|wonder|note|ask|remember|be forgiven|be read as)\b",
)
EMPTY_BEFORE = (
    r"\b(?:so that|in order that|lest|as \w+ as|whatever|wherever|whoever|whichever|however|what|how|whether|come"
    r"|be that as|as the case|try as|why)\b[^,;:]{0,60}$",
    r"\bwho $",
)
NOT_KNOWN = (r"\b(?:not known|unknown|unclear|not clear|do not know|no word|cannot (?:say|tell))\b",)
#: What was or was not possible: “could not be reached”, “could be heard”.
ABLE_AFTER = (
    r".*\b(?:after|once|when|until|because)\b[^.;]*\b(?:was|were|had)\b",
    r" (?:not|only|barely|hardly|no longer|neither|then|already)\b",
    r" be (?:\w+ly )?(?:seen|heard|felt|observed|confirmed|verified|established|reached|counted|checked|traced|read"
    r"|found|identified)\b",
)
ABLE_BEFORE = (
    r"\b(?:formerly|previously|at the time|neither|nobody|nor|no one|never|until then|used to)\b[^.;]{0,60}$",
    r"\b(?:after|once|when|until|before|because)\b[^.;]*\b(?:was|were|had)\b[^.;]*$",
)
#: What is allowed: “may not be used”, “who may vote”, “under the law they may”.
ALLOWED_AFTER = (
    r" (?:only|freely|\w+ only)\b",
    r" (?:not |also |only )?be (?:used|shared|quoted|cited|copied|forwarded|passed on|disclosed|distributed"
    r"|reproduced)\b",
    r" (?:not |also |only )?(?:apply (?:for|to)|appeal|register|marry|inherit)\b",
    r" vote\b(?=\s*(?:[.,;]|in\b|on\b|at\b|$))",
    r" not be (?:carried|sold|opened|moved|shown|named|kept|held for|released to)\b",
    r" not (?:enter|leave|travel|cross|carry|use|share|publish|vote|stand|serve|own|possess|strike|work)\b",
)
ALLOWED_BEFORE = (r"\b(?:only|no)\b[^,;]{0,40}$", r"\b(?:courts?|tribunal|judges?) $")
ALLOWING = (
    r"\b(?:under|by|in) (?:the |a |its |their )?(?:[\w’'-]+ )?(?:law|act|constitution|treaty|statutes?|rules?|charter"
    r"|convention|ordinance|licence|terms|agreement|accord|contract)\b",
    r"\bunder (?:the |a |an |its |their |this |these )?(?:[\w’'-]+ ){0,2}"
    r"(?:articles?|clause|section|paragraph|protocol|order|decree|list|scheme|permit|regulations?|ruling|truce|ceasefire|mandate)\b",
    r"\b(?:law|constitution|treaty|court|statutes?|rules?|charter|decree|ordinance|order|contract|agreement|clause"
    r"|article(?: \d+)?) (?:says|provides|allows|permits|lets|states)\b",
    r"\b(?:allowed|permitted|entitled|eligible)\b",
)
POWER_AFTER = (r" (?:of|and|is|was|are|in|to|alone|or|against)\b",)
POWER_BEFORE = (
    r"\b(?:the|its|their|his|her|our|military|naval|air|armed|economic|financial|political|full|all|sheer|own"
    r"|industrial|\w+['’]s?) $",
)
AGAINST_FACT = (r"\b(?:had|but for|would have|if)\b",)
CONDITION = (r"\b(?:if|unless|provided|assuming|in case|in the event)\b", r"^\W*(?:should|were|had)\b")
#: What an indicator would show is no forecast: “a recall of crews could mean that …”.
SHOWS = (
    r" (?:well |also |then )?(?:indicate|show|suggest|signal|point|mean|reveal|herald|imply|reflect|explain|change)\b",
    r" (?:well |also |then )?be (?:an?|the|another|one) (?:\w+ )?(?:sign|signal|indication|hint)\b",
)
ANY = (r"^\W*(?:an?|any|another|further|more|such)\b",)


def weasels(bare: str, strict: bool) -> Iterator[re.Match[str]]:
    """Yield where a sentence avoids an estimate; *strict*: also where it does so under a condition."""
    if not mentions(bare, STEMS) or bare.rstrip().endswith("?"):
        return
    modals = () if _is_open(bare, strict) else either(MODAL).finditer(bare)
    found = (one for one in modals if _is_estimate(one, bare, _senses(bare)))
    phrases = either(*PHRASES).finditer(bare) if mentions(bare, IN_PHRASES) else ()
    yield from sorted([*phrases, *found], key=re.Match.start)


def nobodys(bare: str) -> re.Match[str] | None:
    """Return where a sentence tells an estimate of nobody: “reportedly likely”."""
    return either(*NOBODYS).search(bare) if mentions(bare, STEMS) else None


def stacked(bare: str) -> re.Match[str] | None:
    """Return the first stack of hedges in a sentence, or None."""
    return either(*STACKS).search(bare) if mentions(bare, STEMS) else None


def _is_open(bare: str, strict: bool) -> bool:
    """Return whether a modal verb only says what is not known, or what would follow under a condition."""
    if either(*NOT_KNOWN).search(bare):
        return True
    return not strict and either(*CONDITION).search(bare) is not None


class _Senses(NamedTuple):
    """What a whole sentence says about the modal verbs in it."""

    is_against_fact: bool
    is_sign: bool
    is_allowing: bool


def _senses(bare: str) -> _Senses:
    return _Senses(
        is_against_fact=either(*AGAINST_FACT).search(bare) is not None,
        is_sign=either(*CONDITION, *ANY).search(bare) is not None,
        is_allowing=either(*ALLOWING).search(bare) is not None,
    )


def _is_estimate(modal: re.Match[str], bare: str, senses: _Senses) -> bool:
    before, after = bare[max(0, modal.start() - NEAR) : modal.start()], bare[modal.end() : modal.end() + NEAR]
    if either(*EMPTY_AFTER).match(after) or either(*EMPTY_BEFORE).search(before):
        return False
    if senses.is_against_fact and re.match(r"\s*have\s+(?!to\b)", after):
        return False
    if senses.is_sign and either(*SHOWS).match(after):
        return False
    if modal[0] == "may" and senses.is_allowing:
        return False
    not_after, not_before = OTHER_SENSES[modal[0]]
    return not (either(*not_after).match(after) or either(*not_before).search(before))


#: What stands behind and before a modal verb in another sense: ability, permission, power.
OTHER_SENSES = {
    "could": (ABLE_AFTER, ABLE_BEFORE),
    "may": (ALLOWED_AFTER, ALLOWED_BEFORE),
    "might": (POWER_AFTER, POWER_BEFORE),
}
