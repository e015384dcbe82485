"""Vague attribution: words that say that somebody says so, but not who."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefgen.lint.pattern import compiled, mentions


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: Words before a noun that narrow nobody down.
ANY = _set(
    "some many most several various multiple numerous certain a an few other one two three four five at least key our "
    "unnamed unidentified anonymous undisclosed unspecified informed well-informed well-placed reliable credible "
    "trusted trustworthy knowledgeable independent outside local regional foreign international western diplomatic "
    "military security intelligence government official police army tribal medical hospital court legal media social "
    "press news open open-source senior top high-ranking high-level seasoned veteran political defence defense "
    "humanitarian aid industry market business trade financial field initial early unconfirmed unverified preliminary "
    "recent fresh conflicting widespread persistent new latest eyewitness"
)
#: Words that a clause can begin behind: what stands before a noun there belongs to it.
OPENERS = _set("that but and while as although though because since where whereas yet however moreover meanwhile")
SOURCES = r"(?:sources?|contacts?|interlocutors?|informants?|circles|quarters)"
WATCHERS = (
    r"(?:experts?|analysts?|observers?|commentators?|critics|pundits|insiders?|specialists|academics|scholars|watchers)"
)
REPORTS = r"(?:reports?|reporting|accounts|rumou?rs?|chatter|(?:media|press)(?!\s+(?:reports|reporting|accounts)\b))"
BYSTANDERS = (
    r"(?:officials?|diplomats?|residents|locals|(?:eye-?)?witnesses|onlookers|bystanders|villagers|activists|netizens"
    r"|bloggers|(?:social\s+media|online)\s+(?:users|posts)|partners|elders|(?:community|local)\s+(?:members|leaders)|(?:[\w-]+\s+)?workers"
    r"|doctors|nurses|medics|farmers|traders|shopkeepers|drivers|passengers|travellers|commuters|parents|teachers|fishermen"
    r"|refugees|returnees|neighbours|those\s+present)"
)
#: “Put the delay down to the harvest”, “blame the owners for it”.
TRACE = (
    r"(?:(?:attribut|blam|accus)(?:e|es|ed)|puts?(?=\s[^,.;]{1,40}\sdown\sto\b)"
    r"|trac(?:e|es|ed)(?=\s[^,.;]{1,40}\s(?:back\s)?to\b))"
)
INSIDE = r"(?:\s+(?:close\s+to|familiar\s+with|in|within|inside|at|near|from|on|with)(?:\s+[\w’'-]+){1,6}?)?"
ADVERB = (
    r"(?:(?:have|has|had|(?:are|is|were|was)(?=\s+\w+ing\b)|also|now|still|widely|privately|publicly|generally|often"
    r"|recently|already|all|in\s+\w+)\s+){0,2}"
)
VERB = (
    r"(?:sa(?:y|ys|id|ying)|t(?:ells?|old|elling)|thinks?|thought|sees?|saw|speaks?\s+of|spoke\s+of|ha(?:ve|d)\s+it"
    r"|den(?:y|ies|ied)|(?:report|suggest|confirm|fear|warn|insist|hint|predict|caution|contend|assert|maintain|expect"
    r"|suspect|reveal|doubt|admit|complain|explain|claim|point|stress|forecast)(?:s|t?ed|t?ing)?"
    r"|(?:indicat|believ|alleg|not|argu|speculat|estimat|disclos|agre|conced|acknowledg|describ|conclud|stat|declar"
    r"|anticipat|advis|hop|emphasi[sz])(?:e|es|ed|ing))\b"
)
SAYING = (
    r"(?:sa(?:y|ys|id|ying)|t(?:ells?|old|elling)|(?:report|suggest|confirm|warn|insist|claim|complain)(?:s|ed|ing)?"
    r"|(?:indicat|alleg|not|describ|stat|believ|conced|acknowledg|hop)(?:e|es|ed|ing)|(?:admit|fear|expect|think)(?:s|t?ed)?"
    r"|den(?:y|ies|ied))\b"
)
OPINION = r"(?:say|believed?|think|thought|argued?|fear(?:ed)?|claim|suggest|warn|contend|speculated?|suspect|doubt)\b"
KNOWN = (
    r"(?:believed|thought|understood|reported|said|rumou?red|alleged|claimed|suggested|speculated|feared|whispered"
    r"|hinted)"
)
LINK = r"(?:by|in|to|on|at|as|from|for|with|here|above|below|and|or|when|only)\b"
NAMED = r"(?!\s+(?:by|from|of|at|in|with|on|for)\b)"
BEING = r"\b(?:is|are|was|were|ha(?:s|ve)\s+been)\s+(?:\w+ly\s+|also\s+|now\s+)?"


class Phrase(NamedTuple):
    """Words that hide somebody; a sentence without one of the *hints* has none of them."""

    hints: tuple[str, ...]
    pattern: str


class Kind(NamedTuple):
    """Nouns that can be anybody, as the *subject* of a verb and behind “according to”; and whole *phrases*.

    A sentence without one of the *hints* has none of the nouns.
    """

    hints: tuple[str, ...]
    subject: str
    according: str
    phrases: tuple[Phrase, ...]


#: Nobody in particular, whoever quotes it: a slip in a claim as well.
HIDDEN = Kind(
    (
        *("source", "contact", "interlocutor", "informant", "circles", "quarters", "expert", "analyst", "observer"),
        *("commentator", "critic", "pundit", "insider", "specialist", "academic", "scholar", "watcher", "report"),
        *("account", "rumo", "chatter", "media", "press"),
    ),
    rf"(?i)\b(?:{SOURCES}{INSIDE}|{WATCHERS}|{REPORTS})\s+{ADVERB}(?:{VERB}|{TRACE}\b)",
    rf"(?i)\baccording\s+to\s+((?:[\w’'-]+,?\s+){{0,4}}?)(?:{SOURCES}\b|(?:{WATCHERS}|{REPORTS})\b{NAMED})",
    (
        Phrase(
            ("some", "many"),
            rf"(?i)^\W*(?:some|many)\s+(?:(?:in|within|inside)\s+(?:[\w’'-]+\s+){{1,4}}?|people\s+)?{ADVERB}{OPINION}",
        ),
        Phrase(
            ("believed", "thought", "understood", "rumo", "alleged", "claimed"),
            rf"(?i){BEING}(?:believed|thought|understood|rumou?red|alleged|claimed)\s+to\b",
        ),
        Phrase(("people",), r"(?i)\bpeople\s+(?:familiar\s+with|close\s+to|briefed\s+on|with\s+knowledge\s+of)\b"),
        Phrase(
            (
                *("believed", "thought", "understood", "reported", "said", "rumo", "alleged", "claimed", "suggested"),
                *("speculated", "feared", "whispered", "hinted"),
            ),
            rf"(?i)(?<!when\s)(?<!as\s)(?<!after\s)(?<!before\s)(?<!until\s)(?<!once\s)(?<!where\s)(?<!since\s)\bit\s+"
            rf"(?:is|was|ha[sd]\s+been)\s+(?:\w+ly\s+|also\s+|now\s+)?{KNOWN}\b(?=,?\s+(?!{LINK})\w)",
        ),
        Phrase(
            ("unnamed", "unidentified", "anonymous", "undisclosed", "unspecified"),
            rf"(?i)\b(?:unnamed|unidentified|anonymous|undisclosed|unspecified)\s+(?:[\w-]+\s+){{0,2}}?{BYSTANDERS}",
        ),
        Phrase(
            ("reports", "rumo", "claims", "allegations", "talk", "speculation"),
            r"(?i)\bthere\s+(?:are|were|is|was|ha(?:ve|s)\s+been)\s+(?!no\b)(?:[\w-]+\s+){0,2}?"
            r"(?:reports|rumou?rs|claims|allegations|talk|speculation)\s+(?:that|of|about)\b",
        ),
        Phrase(
            ("word", "talk", "gossip", "rumo", "chatter", "whisper", "sense", "feeling", "mood"),
            r"(?i)^\W*(?:the\s+)?(?:word|talk|gossip|rumou?r|chatter|whisper|sense|feeling|mood\s+music)\b"
            r"[^,;:.]{0,40}?\s(?:is|was)\s+that\b",
        ),
        Phrase(
            ("consensus", "belief", "view", "feeling"),
            rf"(?i)\b(?:consensus|belief|view|feeling)\s+(?:among|of)\s+(?:[\w-]+\s+)?(?:{WATCHERS}|{BYSTANDERS})\b",
        ),
        Phrase(
            ("known", "accounts", "said", "believed", "claimed", "so we"),
            r"(?i)\bas\s+is\s+(?:\w+ly\s+|well\s+)known\b|\bby\s+all\s+accounts\b"
            r"|\bso\s+it\s+is\s+(?:said|believed|claimed)\b|\bso\s+we\s+(?:hear|understand|are\s+told)\b",
        ),
        Phrase(
            ("speculation", "rumo"),
            r"(?i)\b(?:speculation|rumou?rs?)\b[^,;:.]{0,40}?\s(?:is|are)\s+(?:rife|spreading|circulating|growing)\b",
        ),
        Phrase(
            ("anonymously", "reports"),
            r"(?i)\b(?:speaking|spoke|speaks)\s+anonymously\b|\bfrom\s+(?:press|media|news|unconfirmed)\s+reports\b",
        ),
        Phrase(
            ("rumo", "word", "known", "knowledge"),
            r"(?i)\b(?:rumou?r|word)\s+has\s+it\b|\bit\s+is\s+(?:(?:well|widely|commonly|generally)\s+known"
            r"|common\s+knowledge)\b",
        ),
    ),
)
#: What needs a source where we say it ourselves; in a claim the source is what says so.
UNSOURCED = Kind(
    (
        *("official", "diplomat", "resident", "locals", "witness", "onlooker", "bystander", "villager", "activist"),
        *("workers", "doctors", "nurses", "medics", "farmers", "traders", "shopkeepers", "drivers", "passengers"),
        *("travellers", "commuters", "parents", "teachers", "fishermen", "refugees", "returnees", "neighbours"),
        *("present", "netizen", "blogger", "users", "posts", "partner", "elders", "members", "leaders"),
    ),
    rf"(?i)\b{BYSTANDERS}\s+{ADVERB}{SAYING}",
    rf"(?i)\baccording\s+to\s+((?:[\w’'-]+,?\s+){{0,4}}?){BYSTANDERS}\b{NAMED}",
    (
        Phrase(
            ("reported", "said"),
            rf"(?i){BEING}(?:reported|said)\s+to(?=\s+(?:have|be|include|involve|hold|want|seek|plan|intend|favou?r"
            r"|consider|control|support|oppose|own|lead|number)\b)",
        ),
        Phrase(
            ("widely",),
            r"(?i)\bwidely\s+(?:held|believed|thought|seen|regarded|viewed|considered|reported|understood|rumou?red"
            r"|accepted)\b",
        ),
        Phrase(
            ("reportedly", "allegedly", "purportedly", "supposedly"),
            r"(?i)\b(?:reportedly|allegedly|purportedly|supposedly)\b",
        ),
        Phrase(
            ("understand", "gather", "hear", "told"),
            r"(?i)\bwe\s+(?:(?:understand|gather|hear)\s+that|are\s+told|have\s+(?:heard|been\s+told))\b",
        ),
        Phrase(
            ("belief", "perception", "feeling", "sense", "view", "consensus"),
            r"(?i)\bthere\s+is\s+(?:an?\s+)?(?:widespread|general|growing|common|broad|wide)\s+"
            r"(?:belief|perception|feeling|sense|view|consensus)\b",
        ),
        Phrase(
            ("anonymity", "named", "identified"),
            r"(?i)\bcondition\s+of\s+anonymity\b|\bnot\s+to\s+be\s+(?:named|identified)\b",
        ),
    ),
)
BEFORE = 80  # characters in front of a noun that are looked at


class Words(NamedTuple):
    """The words that hide somebody, and where they stand in the sentence."""

    start: int
    text: str


def hidden(bare: str) -> Words | None:
    """Return the words of a sentence that hide who says so: “sources said”, “it is believed”."""
    return min(_found(HIDDEN, bare), default=None)


def unsourced(bare: str) -> Words | None:
    """Return the words of a sentence that tell hearsay: “reportedly” and “officials said” beside the hidden ones."""
    return min((*_found(HIDDEN, bare), *_found(UNSOURCED, bare)), default=None)


def _found(kind: Kind, bare: str) -> Iterator[Words]:
    if mentions(bare, kind.hints):
        yield from _nouns(kind, bare)
    for phrase in kind.phrases:
        if mentions(bare, phrase.hints) and (match := compiled(phrase.pattern).search(bare)):
            yield _words(bare, *match.span())


def _nouns(kind: Kind, bare: str) -> Iterator[Words]:
    for one in compiled(kind.subject).finditer(bare):
        start = _start(bare, one.start())
        if start is not None and not _is_relative(bare, start, one.end()):
            yield _words(bare, start, one.end())
    for one in compiled(kind.according).finditer(bare) if "ccording" in bare else ():
        if all(word.lower() in ANY for word in one[1].replace(",", " ").split()):
            yield _words(bare, *one.span())


def _start(bare: str, noun: int) -> int | None:
    """Return where the subject that ends in a *noun* begins; None if something before the noun says whose it is."""
    words = list(compiled(r"[^\s,]+|,").finditer(bare, max(0, noun - BEFORE), noun))
    start = noun
    while words and words[-1][0].lower() in ANY:
        start = words.pop().start()
    before = words[-1][0] if words else ""
    begins = not before or before.lower() in OPENERS or not before[-1].isalnum()
    return start if begins else None


def _is_relative(bare: str, start: int, end: int) -> bool:
    """Return whether a clause only tells which thing is meant: “one thing that a source says.”"""
    return bool(compiled(r"(?i)\bthat\s+$").search(bare, 0, start)) and not compiled(r"\s*\w").match(bare, end)


def _words(bare: str, start: int, end: int) -> Words:
    text = bare[start:end]
    return Words(start + len(text) - len(text.lstrip(" \t\n*_>#-")), " ".join(text.split()))
