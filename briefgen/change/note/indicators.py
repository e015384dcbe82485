"""Sentences on indicators: what is seen now, what is still not, what is watched from now on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from briefgen.change.both import Both
from briefgen.change.note.outlets import Outlets
from briefgen.change.note.sentence import Group, Sentence, group, listed
from briefgen.change.voice import Voice, quoted
from briefgen.edition import Record

SECTION = "indicators"
TOLD = ("state", "last checked", "earlier check")


def groups(both: Both) -> Iterator[Group]:
    """Yield what turned, then what is new or gone, then what was checked and stands."""
    yield from group("Indicators", _sentences(both), 8)


def _sentences(both: Both) -> Iterator[Sentence]:
    pairs = both.pairs(SECTION)
    for old, new in pairs:
        if old and new and old["state"] != new["state"]:
            words = f"{_text(both, new)}: now {_state(new)} (before: {_state(old)})."
            yield Sentence(words, SECTION, (new["id"],), TOLD)
    for old, new in pairs:
        if new and old is None:
            yield Sentence(
                f"{_text(both, new)}: {_state(new)} (newly watched).", SECTION, (new["id"],), ("state", "last checked")
            )
        elif old and new is None:
            yield Sentence(f"{_text(both, old, 0)}: no longer watched.", SECTION, (old["id"],), ("",))
    same = [(old, new) for old, new in pairs if old and new and _is_same(old, new)]
    yield from (_again(both, old, new) for old, new in same if _sightings(old, new))
    yield from _checked(both, [new for old, new in same if not _sightings(old, new)])


def _sightings(old: Record, new: Record) -> list[str]:
    """Return the claims by which something is seen once more."""
    return [one for one in new["claims"] if one not in old["claims"]] if new["state"] == "seen" else []


def _again(both: Both, old: Record, new: Record) -> Sentence:
    outlets = Outlets.now(both)
    claims = outlets.claims(_sightings(old, new))
    said = listed(f"{quoted(_text(both, one))} ({outlets.standing(one)})" for one in claims)
    words = f"Seen again on {_day(both.voices[1], new)}: {_text(both, new)}: {said}."
    return Sentence(words, SECTION, (new["id"],), (*TOLD, "claims"))


def _text(both: Both, one: Record, side: int = 1) -> str:
    return both.voices[side].prose(one, one["text"]).removesuffix(".")


def _is_same(old: Record, new: Record) -> bool:
    return bool(new["checked"] and old["checked"] != new["checked"] and old["state"] == new["state"])


def _checked(both: Both, those: list[Record]) -> Iterator[Sentence]:
    """Yield what was checked again with the outcome of the last time, those of one outcome and day together."""
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for one in those:
        found[f"Still {_state(one)} on {_day(both.voices[1], one)}"].append(one)
    for said, same in found.items():
        mark = len(same) > 1  # of one alone, the sentence bears the marking
        texts = "; ".join(f"{both.mark(one) if mark else ''}{_text(both, one)}" for one in same)
        yield Sentence(f"{said}: {texts}.", SECTION, tuple(one["id"] for one in same), TOLD)


def _day(voice: Voice, one: Record) -> str:
    return voice.date(one["checked"])


def _state(one: Record) -> str:
    return "not known" if one["state"] == "unknown" else str(one["state"]).replace("-", " ")
