"""Sentences on what is not known: what is asked now, asked otherwise, asked for another day, or asked no more."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.change.both import Both
from briefgen.change.note.reworded import is_reworded
from briefgen.change.note.sentence import Group, Sentence, group, joined, stopped
from briefgen.edition import Record

SECTION = "gaps"


def groups(both: Both) -> Iterator[Group]:
    """Yield what is said of gaps, new ones first."""
    pairs = both.pairs(SECTION)
    told = [_new(both, new) for old, new in pairs if new and old is None]
    told += [sentence for old, new in pairs if old and new and (sentence := _changed(both, old, new))]
    told += [_gone(both, old) for old, new in pairs if old and new is None]
    yield from group("Open questions, new or changed", iter(told))


def _new(both: Both, new: Record) -> Sentence:
    due = f"Due {both.voices[1].date(new['due'])}." if new["due"] else ""
    return Sentence(joined(f"New: {_text(both, new)}", due), SECTION, (new["id"],), ("text", "due"))


def _changed(both: Both, old: Record, new: Record) -> Sentence | None:
    text = f"Asked otherwise now: {_text(both, new)}" if is_reworded(old, new) else ""
    due = _due(both, old, new)
    if not (text or due):
        return None
    return Sentence(joined(text or _text(both, new), due), SECTION, (new["id"],), ("due",))


def _due(both: Both, old: Record, new: Record) -> str:
    was, now = (one["due"] and voice.date(one["due"]) for voice, one in zip(both.voices, (old, new), strict=True))
    if was == now:
        return ""
    return f"Due {now}{f' (before: {was})' if was else ''}." if now else f"No longer due by a day (before: {was})."


def _gone(both: Both, old: Record) -> Sentence:
    return Sentence(f"No longer asked: {_text(both, old, 0)}", SECTION, (old["id"],), ("",))


def _text(both: Both, gap: Record, side: int = 1) -> str:
    return stopped(both.voices[side].prose(gap, gap["text"]))
