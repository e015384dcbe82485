"""Sentences on the outlook: what to watch from now on."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen import citations
from briefgen.change.both import Both
from briefgen.change.gist import gist
from briefgen.change.note.sentence import Group, Sentence, group

SECTION = "outlook"


def groups(both: Both) -> Iterator[Group]:
    """Yield what the outlook says now, without the judgements that it repeats."""
    yield from group("What to watch", _sentences(both))


def _sentences(both: Both) -> Iterator[Sentence]:
    for old, new in both.pairs(SECTION):
        if new is None or (old and gist(old["text"]) == gist(new["text"])):
            continue
        if bare := citations.JUDGEMENT.sub("", new["text"]).strip():
            name = both.voices[1].called(new, ("heading",) if new["heading"] else ("text",))
            fields = ("cited in text", "text") if old is None or both.discreet else ("cited in text",)
            yield Sentence(f"{both.mark(new)}{both.voices[1].prose(new, bare)}", SECTION, (name,), fields)
