"""Sentences on who of the desk judges otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.change.both import Both
from briefgen.change.gist import Gist, gist
from briefgen.change.note.grade import banded, term
from briefgen.change.note.sentence import stopped
from briefgen.change.voice import quoted
from briefgen.edition import Record
from briefgen.figures.telling import plain


def dissents(both: Both, old: Record | None, new: Record) -> Iterator[str]:
    """Yield who dissents from a judgement now, or otherwise than before, and who no longer does."""
    was = {one["by"]: one for one in (old or {}).get("dissent", ())}
    now = {one["by"]: one for one in new.get("dissent", ())}
    for who, one in now.items():
        if who not in was:
            yield _said(both, one, "New dissent" if old else "Dissent")
        elif _substance(one) != _substance(was[who]):
            yield _said(both, one, "The dissent now reads")
    gone = [who for who in was if who not in now]
    if gone and both.discreet:  # it may be marked higher, and then nobody has given way
        yield "This edition no longer carries a dissent that the last one had."
    else:
        yield from (f"{who} no longer dissents." for who in gone)


def _substance(dissent: Record) -> tuple[str | None, Gist]:
    """Return what a dissent says, whoever may read it."""
    return dissent.get("likelihood"), gist(dissent.get("text") or "")


def _said(both: Both, dissent: Record, lead: str) -> str:
    graded = term(both.voices[1], dissent)
    text = both.voices[1].marked(dissent, plain(dissent.get("text") or ""))
    words = f"{both.mark(dissent)}{lead} ({dissent['by']}){f': {banded(graded)}' if graded else ''}."
    return f"{words} {stopped(quoted(text))}" if text else words
