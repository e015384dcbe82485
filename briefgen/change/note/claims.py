"""Sentences on claims: what was taken back, what says something else, what is believed more or less, what is new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefgen.change.both import Both
from briefgen.change.matching import Pair
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
    yield from group("Claims graded differently", _regraded(both, kept))
    yield from group("Reports that contradict each other", _contradicting(both, pairs))
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


def _contradicting(both: Both, pairs: Iterable[Pair]) -> Iterator[Sentence]:
    """Yield the claims that contradict others now, each with these, and how that is treated; no two of them twice."""
    outlets = Outlets.now(both)
    fresh = {new["id"] for old, new in pairs if new and not old}
    told: set[frozenset[str]] = set()
    for old, new in pairs:
        earlier = {one.get("claim") for one in (old or {}).get("contradicts", ())}
        those = [one for one in (new or {}).get("contradicts", ()) if one.get("claim") and one["claim"] not in earlier]
        met = [one for one in those if new and frozenset((new["id"], one["claim"])) not in told]
        if new and (others := list(outlets.claims(one["claim"] for one in met))):
            told |= {frozenset((new["id"], one["id"])) for one in others}
            said = "; ".join(_said(both, outlets, one) for one in (new, *others))
            ids = tuple(one["id"] for one in (new, *others) if one["id"] in fresh) if old is None else (new["id"],)
            words = joined(f"{said}.", *_treatments(both, met))
            yield Sentence(words, SECTION, ids, ("",) if old is None else ("contradicts",))


def _said(both: Both, outlets: Outlets, claim: Record) -> str:
    words = quoted(_text(both, claim).removesuffix("."))
    return f"{both.mark(claim)}{words} ({outlets.standing(claim)})"


def _treatments(both: Both, contradicted: list[Record]) -> list[str]:
    """Return how the desk treats what contradicts a claim; of several claims, which of them that is said of."""
    found = {one["claim"]: stopped(plain(one["treatment"])) for one in contradicted if one["treatment"]}
    if len(set(found.values())) < 2:
        return list(found.values())[:1]
    return [f"Against {both.voices[1].statement(one)}: {words}" for one, words in found.items()]
