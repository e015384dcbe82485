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

ARTICLES = ("A", "An", "The")


def dissents(both: Both, old: Record | None, new: Record) -> Iterator[str]:
    """Yield who dissents from a judgement now, or otherwise than before, and who no longer does."""
    was = {one["by"]: one for one in (old or {}).get("dissent", ())}
    now = {one["by"]: one for one in new.get("dissent", ())}
    for who, one in now.items():
        if who not in was:
            yield _said(both, one, f"{_who(both, who)} {'now dissents' if old else 'dissents'}")
        elif _substance(one) != _substance(was[who]):
            yield _said(both, one, f"The dissent ({who}) now reads")
    gone = [who for who in was if who not in now]
    if gone and both.discreet:  # it may be marked higher, and then nobody has given way
        yield "This edition no longer carries a dissent that the last one had."
    else:
        yield from (f"{_who(both, who)} no longer dissents." for who in gone)


def _substance(dissent: Record) -> tuple[str | None, Gist]:
    """Return what a dissent says, whoever may read it."""
    return dissent.get("likelihood"), gist(dissent.get("text") or "")


def _who(both: Both, name: str) -> str:
    """Return who dissents at the head of a sentence: “The regional analyst”, “A clerk”, “Maria Perez”."""
    first, _, rest = name.partition(" ")
    if first in ARTICLES or not rest.split(" ")[-1].islower():
        return name
    is_name = not first.istitle() or any(
        first in one["name"].split() for one in (*both.after.actors, *both.after.places)
    )
    return f"The {name if is_name else name[:1].lower() + name[1:]}"


def _said(both: Both, dissent: Record, lead: str) -> str:
    graded = term(both.voices[1], dissent)
    text = both.voices[1].marked(dissent, plain(dissent.get("text") or ""))
    words = f"{both.mark(dissent)}{lead}{f': {banded(graded)}' if graded else ''}."
    return f"{words} {stopped(quoted(text))}" if text else words
