"""Sentences on scenarios: whose likelihood moved, which are new, which are gone."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.change.both import Both
from briefgen.change.note.grade import banded, term, turn
from briefgen.change.note.sentence import Group, Sentence, group
from briefgen.change.voice import quoted

SECTION = "scenarios"


def groups(both: Both) -> Iterator[Group]:
    """Yield what is said of scenarios."""
    yield from group("Scenarios", _sentences(both))


def _sentences(both: Both) -> Iterator[Sentence]:
    for old, new in both.pairs(SECTION):
        if new is None and old:
            yield Sentence(f"No longer considered: {quoted(old['text'])}", SECTION, (old["id"],), ("",))
        elif new and old is None:
            graded = term(both.voices[1], new)
            said = f"New, {banded(graded)}" if graded else "New"
            yield Sentence(f"{said}: {quoted(new['text'])}", SECTION, (new["id"],), ("likelihood",))
        elif old and new and old["likelihood"] != new["likelihood"]:
            yield Sentence(f"{turn(both, old, new)}: {quoted(new['text'])}", SECTION, (new["id"],), ("likelihood",))
