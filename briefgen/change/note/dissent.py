"""Sentences on who of the desk judges otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.change.both import Both
from briefgen.change.note.grade import banded, term
from briefgen.change.note.sentence import stopped
from briefgen.change.voice import quoted
from briefgen.edition import Record


def dissents(both: Both, old: Record | None, new: Record) -> Iterator[str]:
    """Yield who dissents from a judgement now, or otherwise than before, and who no longer does."""
    was = {one["by"]: one for one in (old or {}).get("dissent", ())}
    now = {one["by"]: one for one in new.get("dissent", ())}
    for who, one in now.items():
        if one != was.get(who):
            yield _said(both, one, "now dissents otherwise" if who in was else "dissents")
    # outside it may be marked higher, and then nobody has given way
    yield from (f"{who} no longer dissents." for who in was if who not in now and not both.discreet)


def _said(both: Both, dissent: Record, verb: str) -> str:
    graded = term(both.voices[1], dissent)
    text = both.voices[1].prose({}, dissent["text"]) if dissent.get("text") else ""
    words = f"{dissent['by']} {verb}{f': {banded(graded)}' if graded else ''}."
    return f"{words} {stopped(quoted(text))}" if text else words
