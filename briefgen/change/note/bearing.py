"""What a record bears on: judgements by what they are about, and those that it did not bear on before."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.change.both import Both
from briefgen.change.note.bottom_line import OPENING, opens
from briefgen.change.note.sentence import listed
from briefgen.change.voice import THAT, WHETHER, quoted
from briefgen.compose.library import together

#: What a judgement is called where the note tells of one new judgement only.
ONLY_NEW = "the new judgement"


def judged(both: Both, judgements: Sequence[str]) -> list[str]:
    """Return judgements as phrases: “the judgement that opens the bottom line”, “what we judge of whether it rains”."""
    found = [_judgement(both, one) for one in judgements]
    others = [one for one in found if one != OPENING]
    return [*([OPENING] if OPENING in found else []), *([f"what we judge of {listed(others)}"] if others else [])]


def also(both: Both, old: Sequence[str], new: Sequence[str]) -> str:
    """Return which judgements came to those that a record bore on: “now also for the new judgement”; mostly nothing."""
    came = [one for one in new if one not in old]
    if not came:
        return ""
    fresh = [one["id"] for was, one in both.pairs("judgements") if one and not was]
    named = [f"{both.mark(both.voices[1].record(came[0]))}{ONLY_NEW}"] if came == fresh else judged(both, came)
    return f"now also for {together(named)}"


def _judgement(both: Both, judgement: str) -> str:
    """Return a judgement as what it is about, “whether it rains”; in short where the note has printed it."""
    record = both.voices[1].record(judgement)
    if opens(both, record):
        return OPENING
    about = both.voices[1].thesis(record).removesuffix(".")
    return f"{both.mark(record)}{WHETHER}{about.removeprefix(THAT)}" if about.startswith(THAT) else quoted(about)
