"""Sentences on scenarios: whose likelihood moved, which are new, which are gone."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.change.both import Both
from briefgen.change.note.grade import banded, term, turn
from briefgen.change.note.sentence import Group, Sentence, group
from briefgen.change.voice import quoted
from briefgen.edition import Record

SECTION = "scenarios"


def groups(both: Both) -> Iterator[Group]:
    """Yield what is said of scenarios."""
    yield from group("Scenarios", _sentences(both))


def _sentences(both: Both) -> Iterator[Sentence]:
    for old, new in both.pairs(SECTION):
        if new is None and old:
            yield Sentence(f"No longer considered: {_text(both, old, 0)}", SECTION, (old["id"],), ("",))
        elif new and old is None:
            graded = term(both.voices[1], new)
            said = f"New, {banded(graded)}" if graded else "New"
            yield Sentence(f"{said}: {_text(both, new)}", SECTION, (new["id"],), ("likelihood",))
        elif old and new and old["likelihood"] != new["likelihood"]:
            yield Sentence(f"{turn(both, old, new)}: {_text(both, new)}", SECTION, (new["id"],), ("likelihood",))


def _text(both: Both, scenario: Record, side: int = 1) -> str:
    voice = both.voices[side]
    return quoted(voice.marked(scenario, voice.prose({}, scenario["text"])))
