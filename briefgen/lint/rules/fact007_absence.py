"""An absence told without window, scope or baseline

“No attacks were reported” is worth what the search was worth. A reader must know from when to when it was looked for,
and either where one looked (scope) or how many there are otherwise (baseline), in the sentence or in the note in the
margin. Somebody else's words, dead and injured of one event, and “nobody has claimed it so far” are left alone.

Bad:

```yaml bad
summary:
  narrative:
    - text: No attacks on trains were reported.
```

Good:

```yaml good
summary:
  narrative:
    - text: No attacks on trains were reported.
      note: "Window: 15 January to 5 February 2024. Scope: our three sources. Baseline: two a year."
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from briefgen.findings import Severity
from briefgen.lint.attribution import is_reported
from briefgen.lint.days import days
from briefgen.lint.margins import Margins, cited
from briefgen.lint.passage import OURS, Passage
from briefgen.lint.pattern import found
from briefgen.lint.places import where
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.prose import Sentence

Ways: TypeAlias = tuple[tuple[str, str], ...]

#: Where “nobody has claimed it” is an argument; elsewhere it is the state of things.
ARGUING = ("judgement", "basis")

CODE = "FACT007"
SEVERITY: Severity = "warning"
STANDARD = "ACH, absence of evidence (Heuer)"
HAPPENINGS = (
    r"(?:attacks?|incidents?|clash(?:es)?|violations?|breaches|bombings?|shelling|strikes|raids|ambush(?:es)?|protests?"
    r"|demonstrations?|riots?|sightings?|movements?|activit(?:y|ies)|fighting|infiltrations?|crossings?|abductions?"
    r"|kidnappings?|explosions?|launch(?:es)?|flights?|hostilities|violence|reports|claims|signs?|indications?|evidence"
    r"|sabotage|outages?|cases?)\b"
)
SEEN = (
    r"(?:reported|recorded|seen|observed|registered|detected|noted|found|logged|documented|claimed|noticed|counted"
    r"|spotted|picked up|confirmed)\b"
)
WAS = r"(?:was|were|has been|have been|had been)"
NO = r"(?:no|zero|not a single|not one)\s+(?:[\w’'-]+\s+){0,3}?"
#: Anything may be “reported”; deaths and the like of one event are told as a count of none.
ANYTHING = (
    r"(?:no|zero)\s+(?!(?:\w+\s+)?(?:casualties|deaths|fatalities|injuries|damage|losses|victims|one)\b)"
    r"(?:[\w’'-]+\s+){1,6}?"
)
#: Ways to tell an absence, each behind the words without which there is none: soon told, where it takes its time.
ABSENT = (
    (
        r"\b(?:no|zero)\b|\bnot (?:a single|one)\b",
        rf"\b{ANYTHING}{WAS}\s+(?:\w+ly\s+)?(?:reported|recorded|registered|observed|documented|detected|logged|seen"
        r"|notified|received|noticed|spotted|heard)\b"
        r"|\b(?:ha[sd]|have|had|saw|seen|found|picked up|caught) (?:had )?no "
        r"(?:sight|trace|sign|word|news|glimpse)s? of\b"
        rf"|\b{NO}{HAPPENINGS}[^,;:.]{{0,40}}?\b(?:took place|occurred|happened)\b"
        r"|\bno (?:reports?|word|news)\b[^,;:.]{0,40}?\b(?:reached|has reached|came|has come|arrived)\b"
        r"|\b(?:we|(?:the|this) desk) knows? of no\b"
        r"|\b(?:images?|imagery|photographs?|footage|data|records?|logs?) (?:[\w’'-]+ ){0,4}?show(?:s|ed)? no "
        r"(?!change|increase|growth)"
        rf"|\b{NO}{HAPPENINGS}[^,;:.]{{0,60}}?\b{WAS}\s+(?:\w+ly\s+)?{SEEN}"
        rf"|\bthere\s+{WAS}\s+{NO}{HAPPENINGS}"
        r"|\bthere\s+(?:is|are)\s+no\s+(?:reports?|signs?|indications?|evidence)\s+of\b"
        rf"|\bwe\s+(?:have\s+)?(?:saw|seen|found|observed|noted|detected|recorded)\s+{NO}{HAPPENINGS}",
    ),
    (
        r"\bany\s",
        r"\b(?:did not|didn['’]t|have not|haven['’]t|has not)\s+(?:see|seen|observed?|f[io]u?nd|detect(?:ed)?"
        rf"|record(?:ed)?|report(?:ed)?)\s+any\s+(?:[\w’'-]+\s+){{0,3}}?{HAPPENINGS}"
        r"|\b(?:we|(?:the|this) desk) (?:are|is) not aware of any\b",
    ),
    (
        r"\b(?:has|have|had) not\b",
        r"\b(?:has|have|had) not (?:yet |so far )?(?:come to light|surfaced|come in)\b"
        r"|\b(?:has|have|had) not (?:yet )?been (?:detected|observed|recorded|registered|sighted|reported)\b",
    ),
    (r"\bneither\b", rf"\bneither\b[^.;]{{1,40}}\bnor\b[^.;]{{1,40}}\b{WAS}\s+{SEEN}"),
    (r"\bnone of\b", r"\bnone of (?:the|our|its) [\w-]+ (?:saw|reported|recorded|noted|detected|heard)\b"),
    (
        r"\bnothing\b",
        r"\bnothing to (?:suggest|indicate|show)\b"
        r"|\b(?:search|survey|check|inspection|inquiry|investigation|sweep|patrol)s? (?:[\w’'-]+ ){0,3}?"
        r"(?:turned up|found|produced|yielded|revealed|brought) nothing\b(?! (?:but|else)\b)"
        r"|\bnothing (?:points? to|suggests?|indicates?|hints? at"
        r"|(?:was|has been|had been) (?:seen|heard|found|reported|observed|detected|recorded|noticed))\b",
    ),
    (
        r"\b(?:nobody|no[- ]one)\b",
        r"\b(?:nobody|no[- ]one)\s+(?:has|have|had)\s+(?:yet\s+)?(?:reported|seen|observed|spotted|detected|recorded)\b"
        r"|\b(?:nobody|no[- ]one)\s+(?:was|has been|have been|had been)\s+(?:seen|observed|spotted|detected)\b",
    ),
)
OBJECT = r"(?:responsibility|credit|the|it|any|either|both|them|this|an?)\b"
UNCLAIMED = (
    (
        r"\bclaim",
        r"(?<!which\s)(?<!that\s)\b(?:nobody|no[- ]one|no (?:armed )?(?:group|faction|party|organi[sz]ation))\s+"
        rf"(?:(?:has|have|had)\s+)?(?:yet\s+)?claim(?:ed|s)\s+{OBJECT}"
        rf"|\b(?:has|have|had) not (?:yet )?claimed\s+{OBJECT}|\bclaimed none of\b",
    ),
)
UNCERTAIN = r"(?i)\b(?:if|unless|whether|would|should|will|might|could)\b"
MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
WINDOW = (
    r"(?i)\b(?:window|between|since|until|through(?:out)?|during|over the|within|up to|by the cut-?off|as of|from \d+"
    r"|on \d+|when (?:it|they) (?:was|were) reported|at the (?:time|cut-?off)|in (?:the (?:first|second|last|week|month"
    rf"|period|days|hours|year|quarter)|early|mid|late|{MONTH}|\d{{4}}))\b"
)
SO_FAR = r"(?i)\b(?:so far|yet|to date|up to now|still)\b"
SCOPE = (
    r"(?i)\b(?:scope|baseline|counted|counts?|logs?|register|monitor\w*|sources?|we (?:read|searched|checked|looked)"
    r"|reports? (?:that )?we|search\w*|data ?set|survey\w*|coverage|channels?|accounts?|outlets?|usual(?:ly)?|average"
    r"|normal(?:ly)?|ordinary|typical(?:ly)?|compared|previous(?:ly)?|otherwise|a (?:week|month|year|day)"
    r"|against (?:\w+ ){1,2}(?:a|in|per|on))\b"
)


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every argument from absence in our own voice that does not say what was searched."""
    margins = Margins(review)
    for passage, sentence in review.sentences_in(*OURS, "caption"):
        at, needs_scope = _absence(sentence.bare)
        if not needs_scope and passage.place not in ARGUING:
            continue
        if at >= 0 and not is_reported(sentence.bare, at):
            beside = _beside(review, margins, passage, sentence)
            if not _has_window(beside, needs_scope) or (needs_scope and not found(SCOPE, beside)):
                yield _remark(passage, sentence, at, needs_scope)


def _absence(bare: str) -> tuple[int, bool]:
    """Return where a sentence says that something was not seen, or -1, and whether a reader needs to know the scope."""
    for ways, needs_scope in ((ABSENT, True), (UNCLAIMED, False)):
        at = min(_said(ways, bare), default=-1)
        if at >= 0 and not found(UNCERTAIN, bare[:at]):
            return at, needs_scope
    return -1, False


def _said(ways: Ways, bare: str) -> Iterator[int]:
    """Yield where a sentence has one of these *ways* to tell a thing."""
    for cue, pattern in ways:
        if found(f"(?i){cue}", bare) and (said := found(f"(?i){pattern}", bare)):
            yield said.start()


def _beside(review: Review, margins: Margins, passage: Passage, sentence: Sentence) -> str:
    """Return the sentence and the next one, the note in the margin, and the notes on the claims that are cited."""
    claims = [claim for one in cited(sentence) for claim in review.claims_behind(one)]
    notes = (str(claim.note or "") for claim in claims)
    here = passage.sentences.index(sentence)
    return " ".join([*(one.bare for one in passage.sentences[here : here + 2]), margins.of(passage).note, *notes])


def _has_window(text: str, needs_scope: bool) -> bool:
    return bool(days(text) or found(WINDOW, text) or (not needs_scope and found(SO_FAR, text)))


def _remark(passage: Passage, sentence: Sentence, at: int, needs_scope: bool) -> Remark:
    said = " ".join(sentence.bare[at : at + 60].split())
    asked = "from when to when, and where one looked or what is usual" if needs_scope else "until when"
    return Remark(
        passage.mark(sentence.start + at),
        f"{where(passage)} argues from an absence (“{said}”) without saying {asked}: it is worth what the search was",
        "add a note in the margin: “Window: … Scope: … Baseline: …”"
        if needs_scope
        else "say until which day this held",
        passage.record,
    )
