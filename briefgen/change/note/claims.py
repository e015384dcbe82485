"""Sentences on claims: what was taken back, what says something else, what is believed more or less, what is new."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.change.both import Both
from briefgen.change.note.outlets import Outlets
from briefgen.change.note.reworded import is_reworded, reworded
from briefgen.change.note.sentence import Group, Sentence, group, joined, stopped
from briefgen.change.voice import quoted
from briefgen.edition import Record
from briefgen.figures.telling import plain
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
    yield from group("Claims graded differently", _regraded(kept))
    new = [new for old, new in pairs if new and not old]
    yield from group("Reports that contradict each other", _contradicting(both, new))
    gone = (Sentence(_text(both, old, 0), SECTION, (old["id"],), ("",)) for old, new in pairs if old and not new)
    yield from group("Claims dropped", gone)


def _text(both: Both, claim: Record, side: int = 1) -> str:
    return both.voices[side].prose({}, claim["text"])


def _withdrawn(both: Both, kept: list[tuple[Record, Record]]) -> Iterator[Sentence]:
    for old, new in kept:
        if new["withdrawn"] and new["withdrawn"] != old["withdrawn"]:
            words = f"{quoted(_text(both, new))} Withdrawn {both.voices[1].whole(new['withdrawn'])}"
            yield Sentence(stopped(words), SECTION, (new["id"],), ("withdrawn",))


def _reworded(both: Both, kept: list[tuple[Record, Record]]) -> Iterator[Sentence]:
    for old, new in kept:
        if is_reworded(old, new):
            yield Sentence(reworded(both, old, new), SECTION, (new["id"],), ("text", "cited in text"))


def _regraded(kept: list[tuple[Record, Record]]) -> Iterator[Sentence]:
    for old, new in kept:
        was, now = old["credibility"], new["credibility"]
        if was != now and was and now:
            verb = "Now" if UNJUDGED in (was, now) else "Raised to" if now < was else "Lowered to"
            grades = f"{CREDIBILITY[now]} ({now}), before {CREDIBILITY[was]} ({was})"
            yield Sentence(f"{quoted(plain(new['text']))} {verb} {grades}.", SECTION, (new["id"],), ("credibility",))


def _contradicting(both: Both, new: list[Record]) -> Iterator[Sentence]:
    """Yield the new claims that contradict others, each with these, and how that is treated."""
    outlets = Outlets.now(both)
    ids = {one["id"] for one in new}
    told: set[str] = set()
    for claim in new:
        others = list(outlets.claims(one["claim"] for one in claim["contradicts"] if one.get("claim")))
        if others and claim["id"] not in told:
            those = tuple(one["id"] for one in (claim, *others) if one["id"] in ids)
            told |= set(those)
            said = "; ".join(_said(both, outlets, one) for one in (claim, *others))
            yield Sentence(joined(f"{said}.", *_treatments(claim)), SECTION, those, ("",))


def _said(both: Both, outlets: Outlets, claim: Record) -> str:
    return f"{both.mark(claim)}{quoted(_text(both, claim).removesuffix('.'))} ({_standing(outlets, claim)})"


def _standing(outlets: Outlets, claim: Record) -> str:
    """Return who says so, and how far that is believed: “Dawn, possibly true”."""
    notes = [plain(one["note"]) for one in claim["sources"] if one["note"]]
    grade = [CREDIBILITY[claim["credibility"]]] if claim["credibility"] else []
    return "; ".join([outlets.of([claim]), *grade, *notes])


def _treatments(claim: Record) -> list[str]:
    """Return how the desk treats what contradicts a claim, each way once."""
    return list(dict.fromkeys(stopped(plain(one["treatment"])) for one in claim["contradicts"] if one["treatment"]))
