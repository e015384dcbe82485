"""Sentences on indicators: what is seen now, what is still not, what is watched from now on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from briefgen.change.both import Both
from briefgen.change.note.sentence import Group, Sentence, group
from briefgen.change.voice import Voice
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
            words = f"{new['text']}: now {_state(new)} (before: {_state(old)})."
            yield Sentence(words, SECTION, (new["id"],), TOLD)
    for old, new in pairs:
        if new and old is None:
            yield Sentence(
                f"{new['text']}: {_state(new)} (newly watched).", SECTION, (new["id"],), ("state", "last checked")
            )
        elif old and new is None:
            yield Sentence(f"{old['text']}: no longer watched.", SECTION, (old["id"],), ("",))
    yield from _checked(both, [new for old, new in pairs if old and new and _is_same(old, new)])


def _is_same(old: Record, new: Record) -> bool:
    return bool(new["checked"] and old["checked"] != new["checked"] and old["state"] == new["state"])


def _checked(both: Both, those: list[Record]) -> Iterator[Sentence]:
    """Yield what was checked again with the outcome of the last time, those of one outcome and day together."""
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for one in those:
        found[f"Still {_state(one)} on {_day(both.voices[1], one)}"].append(one)
    for said, same in found.items():
        mark = len(same) > 1  # of one alone, the sentence bears the marking
        texts = "; ".join(f"{both.mark(one) if mark else ''}{one['text'].removesuffix('.')}" for one in same)
        yield Sentence(f"{said}: {texts}.", SECTION, tuple(one["id"] for one in same), TOLD)


def _day(voice: Voice, one: Record) -> str:
    return voice.date(one["checked"])


def _state(one: Record) -> str:
    return "not known" if one["state"] == "unknown" else str(one["state"]).replace("-", " ")
