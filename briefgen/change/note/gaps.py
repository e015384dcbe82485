"""Sentences on what is not known: what is asked now, asked otherwise, asked for another day, or asked no more."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.change.both import Both
from briefgen.change.gist import gist
from briefgen.change.note.as_before import as_before, footed
from briefgen.change.note.bearing import also
from briefgen.change.note.reworded import is_reworded
from briefgen.change.note.sentence import Group, Sentence, joined, stopped
from briefgen.change.passage import pieces
from briefgen.change.voice import quoted
from briefgen.edition import Record
from briefgen.figures.telling import plain

SECTION = "gaps"


def groups(both: Both) -> Iterator[Group]:
    """Yield what is said of gaps, new ones first."""
    pairs = both.pairs(SECTION)
    told = [_new(both, new) for old, new in pairs if new and old is None]
    told += [sentence for old, new in pairs if old and new and (sentence := _changed(both, old, new))]
    told += [_gone(both, old) for old, new in pairs if old and new is None]
    yield from footed("Open questions, new or changed", told, lambda: _standing(both))


def _standing(both: Both) -> Sentence | None:
    """Return which questions stand as before, those first that a key judgement suffers from."""
    kept = [(old, new) for old, new in both.pairs(SECTION) if old and new and not _changed(both, old, new)]
    key = [one["id"] for one in both.after.judgements if one["key"]]
    named = [pair for judgement in key for pair in kept if judgement in pair[1]["blocks"]]
    return as_before(SECTION, list(dict.fromkeys(_kept(both, *pair) for pair in named)), len(kept))


def _kept(both: Both, old: Record, new: Record) -> str:
    more = also(both, old["blocks"], new["blocks"])
    return f"{both.mark(new)}{quoted(_text(both, new).removesuffix('.'))}{f' ({more})' if more else ''}"


def _new(both: Both, new: Record) -> Sentence:
    due = f"Due {both.voices[1].date(new['due'])}." if new["due"] else ""
    return Sentence(joined(f"New: {_text(both, new)}", due), SECTION, (new["id"],), ("text", "due"))


def _changed(both: Both, old: Record, new: Record) -> Sentence | None:
    text = f"{_asked(old, new)}: {_text(both, new)}" if is_reworded(old, new) else ""
    due = _due(both, old, new)
    if not (text or due):
        return None
    return Sentence(joined(text or _text(both, new), due), SECTION, (new["id"],), ("due",))


def _asked(old: Record, new: Record) -> str:
    """Return how a question changed: words that only came make it fuller, and those of one place are named."""
    words = iter(gist(new["text"]))
    if not all(one in words for one in gist(old["text"])):
        return "Now asked differently"
    return f"Now asked more exactly (added: {quoted(more)})" if (more := _added(old, new)) else "Now asked more exactly"


def _added(old: Record, new: Record) -> str:
    """Return the words that stand at one place of a question and did not before; nothing of one with marked words."""
    if new.get("marks"):
        return ""
    parts = [one for one in pieces(plain(old["text"]), plain(new["text"])) if one.state != "same"]
    came = " ".join(one.words for one in parts if one.state == "come").removesuffix(".")
    gone = " ".join(one.words for one in parts if one.state == "gone").removesuffix(".")
    return came.removeprefix(gone).strip() if len(parts) <= 2 and came.startswith(gone) else ""


def _due(both: Both, old: Record, new: Record) -> str:
    was, now = (one["due"] and voice.date(one["due"]) for voice, one in zip(both.voices, (old, new), strict=True))
    if was == now:
        return ""
    return f"Due {now}{f' (before: {was})' if was else ''}." if now else f"No longer due by a day (before: {was})."


def _gone(both: Both, old: Record) -> Sentence:
    return Sentence(f"No longer asked: {_text(both, old, 0)}", SECTION, (old["id"],), ("",))


def _text(both: Both, gap: Record, side: int = 1) -> str:
    return stopped(both.voices[side].prose(gap, gap["text"]))
