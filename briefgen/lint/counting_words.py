"""The words that say what a number counts: verbs and nouns of harm, and what stands around them."""

from __future__ import annotations

import re


def _words(*texts: str) -> frozenset[str]:
    return frozenset(word for text in texts for word in text.split())


EVENTS = (
    "attacks incidents events assaults bombings airstrikes strikes raids ambushes clashes protests demonstrations "
    "riots abductions kidnappings arrests explosions blasts breaches violations"
)
KIND = {
    **dict.fromkeys(_words("dead died fatalities fatality deaths death lives perished"), "killed"),
    **dict.fromkeys(_words("drowned killed slain martyred kia"), "killed"),
    **dict.fromkeys(_words("injuries injured wounded hurt maimed wia"), "injured"),
    **dict.fromkeys(_words("abducted kidnapped hostages captives"), "abducted"),
    **dict.fromkeys(_words("missing unaccounted"), "missing"),
    **dict.fromkeys(_words("displaced idps"), "displaced"),
    "affected": "affected",
}
#: Forms that may be a verb with an object as well: “bombs killed 28”, “28 were killed”.
VERBS = _words("killed slain martyred injured wounded hurt maimed abducted kidnapped displaced affected drowned")
HAS = _words("has have had still now also so far remain remained remains")
PASSIVE = _words(
    "was were been being be is are got get left found shot reported feared confirmed presumed believed listed counted"
)
PREPOSITIONS = _words("of in at on from near across around inside outside within with for to into aboard under")
DETERMINERS = _words("the a an its their his her this that these those")
#: What ends a noun: “two officials said dozens were killed” says nothing of two.
STOPS = _words(
    "and or but nor that which who whose where when while after before as because since until if than not no without",
    "another dozens hundreds thousands scores several many most few some they he she it we said says say told hit saw",
    "met made took went came gave held sent stood fought fled ran led won lost kept began broke blew drove fell rose",
    "spoke wrote will would could may might should must can",
)
ADJECTIVES = _words(
    "armed unarmed uniformed masked wanted unidentified suspected alleged hooded retired related hundred red united",
    "recorded reported documented coordinated claimed attempted verified unclaimed confirmed failed",
)
FOLLOWED = _words("in by during when after at on as near and while since across inside outside over between so")
NO_NOUNS = STOPS | DETERMINERS | HAS | PASSIVE
EVENT_NOUNS = _words(EVENTS)
PEOPLE = _words("police people men women children crew troops staff personnel")
NOUN, LONGEST = 3, 10

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
CLAUSE = re.compile(r"[^.;:,()—–?!¤]*")
ASIDE = r"([^.;:,()—–?!]*)(?:,\s[^,;.:]{1,80},(?=\s+(?:was|were|has|have|had|is|are)\b)|\([^)]*\))"
UNIT = (
    r"(?i)\s?-?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|nights?|kilomet\w+|met(?:re|er)s?|miles?|km|"
    r"yards?|feet|kg|tons?|tonnes?|times|hrs?)\b"
)
PART = r"(?i)\b(?:including|among (?:them|whom)|of (?:whom|them|which)|incl\.?|other than|another|a further|no)\s*\Z"
#: The last words of what PART and VERB find, to look closely only where it may be worth it.
PART_ENDS = _words("including them whom which incl. incl than another further no")
VERB_ENDS = (
    *(
        "kill",
        "kills",
        "killed",
        "killing",
        "of",
        "to",
        "at",
        "is",
        "was",
        "reaches",
        "hits",
        "passes",
        "reached",
        "number",
    ),
    *("numbered", "injures", "injured", "injuring", "wounds", "wounded", "wounding", "hurt", "hurting", "abducts"),
    *("abducted", "abducting", "kidnaps", "kidnapped", "kidnapping", "displaces", "displaced", "displacing", "affects"),
    *("affected", "affecting"),
)
PART_OF = r"(?i)\s+(?:of|more|further|additional|or so of|out of)\b"
OTHERS = r"(?i)\s+(?:[a-z]+ )?others?\b"
LOSES = r"(?i)(lost their lives)|(?:left|fled|lost)\s+(?:their )?homes?\b"
ELSEWHERE = r"(?i)\b(?:in|at|across|within|after|by|on|near|during|into|outside|inside|against|through)\s+\Z"
BOTH = r"(?i)\s*(?:,|and|or|and/or)\s+(?:killed|dead|injured|wounded|hurt|missing|abducted|displaced)\b"
COMBINED = r"(?i)\b(?:kill|injur|wound|hurt|dead|maim|abduct|kidnap)[a-z]*\s+(?:and|or|and/or)\s*\Z"
GROUPS = (
    r"(?i)\b(?:child|girl|boy|wom[ae]n|m[ae]n\b|police|officer|soldier|troop|civilian|guard|crew|passenger|student|worker"
    r"|militant|fighter|insurgent|terrorist|gunm[ae]n|attacker|assailant|bomber|ranger|villager|resident|pilgrim|teacher"
    r"|journalist|doctor|driver|trader|refugee|famil|household|house|shelter|relative|staff|candidate|lev(?:y|ies)"
    r"|paramilitar|personnel)"
)
STEMS = (
    r"(?i)dead|died|death|toll|kill|[kw]ia\b|idps|fatal|slain|lives|perish|drown|martyr|injur|wound|hurt|maim|abduct|kidnap|hostage"
    rf"|captiv|missing|unaccounted|displac|left|fled|lost|affect|\b(?:{EVENTS.replace(' ', '|')})\b"
)
NOBODY = (
    r"(?i)\b(?:nobody|no one|no people|no civilians)\s+(?:(?:was|were|is|has been|have been|had been)\s+"
    r"(?P<suffers>killed|injured|hurt|wounded)|(?:had |has )?(?P<dies>died))\b"
)
REACH = (
    r"\s+(?:has |have |had )?(?:now )?(?:is|was|reaches|hits|passes|climbs to|stands? at|stood at|rose to|rises to"
    r"|risen to|climbed to|reached|number(?:ed)?)"
)
#: What stands right before the number of those that it counts.
VERB = (
    r"(?i)(?:\b(?P<killed>kill(?:s|ed|ing)?|(?:claim(?:s|ed|ing)?|took|taking|cost(?:ing)?) the lives of|"
    rf"(?:dead|deaths|fatalities|toll){REACH}|(?:deaths|toll) of|toll (?:at|to)|put(?:s|ting)? the (?:dead|deaths) at|"
    r"(?:deaths|dead|fatalities|killed|kia):)|"
    rf"\b(?P<injured>injur(?:es|ed|ing)|wound(?:s|ed|ing)|hurt(?:ing)?|(?:injured|wounded){REACH}|"
    r"(?:injured|wounded|injuries|wia):)|"
    r"\b(?P<abducted>abduct(?:s|ed|ing)|kidnap(?:s|ped|ping)|abducted:)|\b(?P<missing>missing:)|"
    rf"\b(?P<displaced>displac(?:es|ed|ing)|displaced(?::|{REACH}))|\b(?P<affected>affect(?:s|ed|ing)|affected:))\s+\Z"
)
