"""Sentences on claims: what was taken back, what says something else, what is believed more or less, what is new."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.change.both import Both
from briefgen.change.note.as_before import footed
from briefgen.change.note.contradictions import contradictions, standing
from briefgen.change.note.reworded import is_reworded, reworded
from briefgen.change.note.sentence import Group, Sentence, group, stopped
from briefgen.change.voice import quoted
from briefgen.edition import Record
from briefgen.tradecraft.admiralty import CREDIBILITY

SECTION = "claims"
#: The last grade says that nobody can tell, and stands beside the scale.
UNJUDGED = "6"


def groups(both: Both) -> Iterator[Group]:
    """Yield what is said of claims; new ones stand among the details, but for those that contradict."""
    pairs = both.pairs(SECTION)
    kept = [(old, new) for old, new in pairs if old and new]
    yield from group("Claims withdrawn by their sources", _withdrawn(both, kept))
    yield from group("Claims that say something else", _reworded(both, kept))
    yield from group("Claims graded differently", _regraded(both, kept))
    yield from footed("New contradictions between reports", list(contradictions(both)), lambda: standing(both))
    gone = (Sentence(_text(both, old, 0), SECTION, (old["id"],), ("",)) for old, new in pairs if old and not new)
    yield from group("Claims dropped", gone)


def _text(both: Both, claim: Record, side: int = 1) -> str:
    return both.voices[side].prose(claim, claim["text"])


def _withdrawn(both: Both, kept: list[tuple[Record, Record]]) -> Iterator[Sentence]:
    for old, new in kept:
        if new["withdrawn"] and new["withdrawn"] != old["withdrawn"]:
            words = f"{quoted(_text(both, new))} Withdrawn {both.voices[1].whole(new['withdrawn'])}"
            yield Sentence(stopped(words), SECTION, (new["id"],), ("withdrawn",))


def _reworded(both: Both, kept: list[tuple[Record, Record]]) -> Iterator[Sentence]:
    for old, new in kept:
        if is_reworded(old, new):
            yield Sentence(reworded(both, old, new, "claim"), SECTION, (new["id"],), ("text", "cited in text"))


def _regraded(both: Both, kept: list[tuple[Record, Record]]) -> Iterator[Sentence]:
    for old, new in kept:
        was, now = old["credibility"], new["credibility"]
        if was != now and was and now:
            verb = "Now" if UNJUDGED in (was, now) else "Raised to" if now < was else "Lowered to"
            grades = f"{CREDIBILITY[now]} ({now}), before {CREDIBILITY[was]} ({was})"
            yield Sentence(f"{quoted(_text(both, new))} {verb} {grades}.", SECTION, (new["id"],), ("credibility",))
