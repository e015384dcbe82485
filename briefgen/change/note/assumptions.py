"""Sentences on assumptions, and which judgements they bear on."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.change.both import Both
from briefgen.change.note.as_before import as_before, footed
from briefgen.change.note.bearing import also, judged
from briefgen.change.note.reworded import is_reworded, reworded
from briefgen.change.note.sentence import Group, Sentence, joined, stopped
from briefgen.change.voice import quoted
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
                yield Sentence(f"No longer listed: {_text(both, old, 0)}", SECTION, (old["id"],), ("",))
        elif old is None:
            yield Sentence(_new(both, new), SECTION, (new["id"],), ("text", "judgements that fall"))
        elif is_reworded(old, new):
            yield Sentence(reworded(both, old, new, "assumption"), SECTION, (new["id"],), ("text",))


def _standing(both: Both) -> Sentence | None:
    """Return which assumptions stand as before, the linchpins by what they say."""
    kept = [(old, new) for old, new in both.pairs(SECTION) if old and new and not is_reworded(old, new)]
    return as_before(SECTION, [_linchpin(both, *pair) for pair in kept if pair[1]["linchpin"]], len(kept))


def _linchpin(both: Both, old: Record, new: Record) -> str:
    notes = "; ".join(filter(None, ("a linchpin", also(both, old["if_wrong"], new["if_wrong"]))))
    return f"{both.mark(new)}{quoted(_text(both, new).removesuffix('.'))} ({notes})"


def _new(both: Both, new: Record) -> str:
    return joined(f"New: {_text(both, new)}", _bearing(judged(both, new["if_wrong"]), new["linchpin"]))


def _bearing(named: list[str], is_linchpin: bool) -> str:
    """Return what an assumption bears on; what rests on a linchpin falls with it."""
    if not named:
        return ""
    falls = f"If it does not hold, neither {'does' if len(named) == 1 else 'do'}"
    return f"{falls if is_linchpin else 'It bears on'} {together(named)}."


def _text(both: Both, assumption: Record, side: int = 1) -> str:
    return stopped(both.voices[side].prose(assumption, assumption["text"]))
