"""Sentences on assumptions, and which judgements fall with them."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.change.both import Both
from briefgen.change.note.reworded import is_reworded, reworded
from briefgen.change.note.sentence import Group, Sentence, group, joined, listed, stopped
from briefgen.change.voice import WHETHER, quoted
from briefgen.edition import Record

SECTION = "assumptions"


def groups(both: Both) -> Iterator[Group]:
    """Yield what is said of assumptions."""
    yield from group("Assumptions, new or changed", _sentences(both))


def _sentences(both: Both) -> Iterator[Sentence]:
    for old, new in both.pairs(SECTION):
        if new is None:
            if old:
                yield Sentence(f"No longer assumed: {_text(both, old, 0)}", SECTION, (old["id"],), ("",))
        elif old is None:
            yield Sentence(_new(both, new), SECTION, (new["id"],), ("text", "judgements that fall"))
        elif is_reworded(old, new):
            yield Sentence(reworded(both, old, new, "assumption"), SECTION, (new["id"],), ("text",))


def _new(both: Both, new: Record) -> str:
    names = [_judgement(both, one) for one in new["if_wrong"]]
    falling = f"If it does not hold, neither does what we judge of {listed(names)}." if names else ""
    return joined(f"New: {_text(both, new)}", falling)


def _judgement(both: Both, judgement: str) -> str:
    """Return a judgement in full, as what it is about: “whether it rains”."""
    record = both.voices[1].record(judgement)
    about = both.voices[1].thesis(record).removesuffix(".")
    return f"{both.mark(record)}{WHETHER}{about.removeprefix('that ')}" if about.startswith("that ") else quoted(about)


def _text(both: Both, assumption: Record, side: int = 1) -> str:
    return stopped(both.voices[side].prose(assumption, assumption["text"]))
