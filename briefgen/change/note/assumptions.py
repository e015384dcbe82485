"""Sentences on assumptions, and which judgements fall with them."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.change.both import Both
from briefgen.change.note.as_before import as_before, footed
from briefgen.change.note.bottom_line import OPENING, opens
from briefgen.change.note.reworded import is_reworded, reworded
from briefgen.change.note.sentence import Group, Sentence, joined, listed, stopped
from briefgen.change.voice import THAT, WHETHER, quoted
from briefgen.compose.library import together
from briefgen.edition import Record

SECTION = "assumptions"


def groups(both: Both) -> Iterator[Group]:
    """Yield what is said of assumptions."""
    yield from footed("Assumptions, new or changed", list(_sentences(both)), lambda: _standing(both))


def _sentences(both: Both) -> Iterator[Sentence]:
    for old, new in both.pairs(SECTION):
        if new is None:
            if old:
                yield Sentence(f"No longer assumed: {_text(both, old, 0)}", SECTION, (old["id"],), ("",))
        elif old is None:
            yield Sentence(_new(both, new), SECTION, (new["id"],), ("text", "judgements that fall"))
        elif is_reworded(old, new):
            yield Sentence(reworded(both, old, new, "assumption"), SECTION, (new["id"],), ("text",))


def _standing(both: Both) -> Sentence | None:
    """Return which assumptions stand as before, the linchpins by what they say."""
    kept = [new for old, new in both.pairs(SECTION) if old and new and not is_reworded(old, new)]
    linchpins = [f"{both.mark(one)}{quoted(_text(both, one).removesuffix('.'))}" for one in kept if one["linchpin"]]
    return as_before(SECTION, [f"{one} (a linchpin)" for one in linchpins], len(kept))


def _new(both: Both, new: Record) -> str:
    names = [_judgement(both, one) for one in new["if_wrong"]]
    falling = f"If it does not hold, neither {_fallen(names)}." if names else ""
    return joined(f"New: {_text(both, new)}", falling)


def _fallen(names: list[str]) -> str:
    """Return what falls with an assumption: “does what we judge of whether it rains”."""
    others = [one for one in names if one != OPENING]
    parts = [*([OPENING] if OPENING in names else []), *([f"what we judge of {listed(others)}"] if others else [])]
    return f"{'does' if len(parts) == 1 else 'do'} {together(parts)}"


def _judgement(both: Both, judgement: str) -> str:
    """Return a judgement as what it is about, “whether it rains”; in short where the note has printed it."""
    record = both.voices[1].record(judgement)
    if opens(both, record):
        return OPENING
    about = both.voices[1].thesis(record).removesuffix(".")
    return f"{both.mark(record)}{WHETHER}{about.removeprefix(THAT)}" if about.startswith(THAT) else quoted(about)


def _text(both: Both, assumption: Record, side: int = 1) -> str:
    return stopped(both.voices[side].prose(assumption, assumption["text"]))
