"""Sentences on claims that contradict each other now: all of one matter together, and how the desk treats them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefgen.change.both import Both
from briefgen.change.note.as_before import as_before
from briefgen.change.note.outlets import Outlets
from briefgen.change.note.sentence import Sentence, joined, stopped
from briefgen.change.note.toll import credited
from briefgen.change.voice import quoted
from briefgen.edition import Record
from briefgen.figures.cases import KINDS
from briefgen.figures.telling import plain

SECTION = "claims"


class Matter(NamedTuple):
    """Claims that contradict each other, in the order in which they are told, and the *treatments* by claim."""

    claims: dict[str, Record]
    treatments: dict[str, str]
    #: Those of the claims that say of themselves that they contradict.
    holders: set[str]


def contradictions(both: Both) -> Iterator[Sentence]:
    """Yield each contradiction that is new once; of numbers that a new event gives, how they are treated alone."""
    for matter in _matters(both):
        event = _counting(both, matter)
        yield _numbers(both, matter, event) if event else _claims(both, matter)


def _numbers(both: Both, matter: Matter, event: Record) -> Sentence:
    words = f"The toll of {both.voices[1].mention(event['id'])}: {_figures(both, matter, event)}."
    ids = tuple(one for one in matter.claims if one in matter.holders)
    return Sentence(joined(words, *_treated(both, matter)), SECTION, ids, ("contradicts",))


def _figures(both: Both, matter: Matter, event: Record) -> str:
    """Return the numbers of an event with those who give them: “28 (Dawn); 26 (Amu TV)”."""
    outlets, counted = Outlets.now(both), [(kind, (event["harm"] or {}).get(kind)) for kind in KINDS]
    tolls = [(kind, toll["by_source"]) for kind, toll in counted if toll and toll["by_source"]]
    sources = dict.fromkeys(one.get("ref") for claim in matter.claims.values() for one in claim["sources"])
    given = [(kind, [credited(outlets, one, those[one]) for one in sources if one in those]) for kind, those in tolls]
    return "; ".join(f"{f'{kind} ' * (len(tolls) > 1)}{'; '.join(those)}" for kind, those in given if those)


def _claims(both: Both, matter: Matter) -> Sentence:
    earlier = {one["id"] for old, one in both.pairs(SECTION) if old and one}
    kept = tuple(one for one in matter.claims if one in matter.holders & earlier)
    fresh = tuple(one for one in matter.claims if one not in earlier)
    ids, fields = (kept, ("contradicts",)) if kept else (fresh, ("",))
    outlets = Outlets.now(both)
    shared = outlets.shared(matter.claims.values())
    standing = outlets.standing_apart if shared else outlets.standing
    said = [f"{_said(both, one, ids)} ({standing(one)})" for one in matter.claims.values()]
    link, all_of = (" stands against ", "Both") if len(said) == 2 else ("; ", "All")
    origin = f"{all_of} come from {shared}." if shared else ""
    return Sentence(joined(f"{link.join(said)}.", origin, *_treated(both, matter)), SECTION, ids, fields)


def _matters(both: Both) -> list[Matter]:
    """Return what contradicts what, of what is new; matters that share a claim are one."""
    known = {one["id"]: one for one in both.after.claims}
    found: list[Matter] = []
    for old, new in both.pairs(SECTION):
        earlier = {one.get("claim") for one in (old or {}).get("contradicts", ())}
        those = [one for one in (new or {}).get("contradicts", ()) if one.get("claim") in known.keys() - earlier]
        if new and those:
            _add(found, new, those, known)
    return found


def _add(found: list[Matter], claim: Record, those: list[Record], known: dict[str, Record]) -> None:
    """Add what one claim contradicts to the matters that share a claim with it."""
    claims = {one: known[one] for one in (claim["id"], *(one["claim"] for one in those))}
    treatments = {one["claim"]: stopped(plain(one["treatment"])) for one in those if one["treatment"]}
    holders = {claim["id"]}
    for one in [one for one in found if one.claims.keys() & claims.keys()]:
        found.remove(one)
        claims, treatments, holders = one.claims | claims, one.treatments | treatments, one.holders | holders
    found.append(Matter(claims, treatments, holders))


def standing(both: Both) -> Sentence | None:
    """Return which claims contradicted each other before and still do, two by two."""
    names = both.voices[1].mention
    kept = [
        f"{names(new['id'])} against {names(one['claim'])}"
        for old, new in both.pairs(SECTION)
        for one in (new or {}).get("contradicts", ())
        if old and new and one.get("claim") in {each.get("claim") for each in old["contradicts"]}
    ]
    return as_before(SECTION, kept, len(kept))


def _said(both: Both, claim: Record, ids: tuple[str, ...]) -> str:
    """Return what a claim says, behind its marking, unless that of a sentence on it alone stands there."""
    words = quoted(both.voices[1].prose(claim, claim["text"]).removesuffix("."))
    return f"{'' if ids == (claim['id'],) else both.mark(claim)}{words}"


def _treated(both: Both, matter: Matter) -> Iterator[str]:
    """Yield how the desk treats the claims, each way once; from the second on, with who makes the claim."""
    outlets, told = Outlets.now(both), set[str]()
    for claim, words in matter.treatments.items():
        if words not in told:
            yield f"As to {outlets.of([matter.claims[claim]])}: {words}" if told else words
            told.add(words)


def _counting(both: Both, matter: Matter) -> Record | None:
    """Return the new event that gives the number of every source of the claims, if there is one that all may see."""
    if any(map(both.mark, matter.claims.values())):
        return None
    new = (one for old, one in both.pairs("events") if one and not old)
    return next((one for one in new if all(_counts(one, claim) for claim in matter.claims.values())), None)


def _counts(event: Record, claim: Record) -> bool:
    """Return whether an event rests on a claim and gives the numbers of all who make it."""
    sources = {one.get("ref") for one in claim["sources"]}
    harm = event["harm"] or {}
    counted = set[str]().union(*((harm.get(kind) or {}).get("by_source", ()) for kind in KINDS))
    return claim["id"] in event["claims"] and bool(sources) and sources <= counted
