"""Sentences on the bottom line, and on what the news means for each reader."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen import citations
from briefgen.change.both import Both
from briefgen.change.gist import gist
from briefgen.change.note.sentence import Group, Sentence, group
from briefgen.change.sections import SECTIONS
from briefgen.change.voice import quoted
from briefgen.edition import Record

#: What a judgement is called whose words the note has printed already.
OPENING = "the judgement that opens the bottom line"


def groups(both: Both) -> Iterator[Group]:
    """Yield the bottom line whole, where it says something else: what it says of a judgement is lost without that."""
    yield from group("Bottom line", _paragraphs(both))


def impact(both: Both) -> Iterator[Group]:
    """Yield what the news means for each reader, without the judgements that it repeats."""
    yield from group("What it means", _statements(both))


def opens(both: Both, judgement: Record) -> bool:
    """Return whether the bottom line, as the note prints it, begins with a judgement: its words stand there."""
    first = next(_news(both), {"text": ""})
    found = citations.JUDGEMENT.match(first["text"].lstrip())
    return bool(found and found[1] == judgement["id"])


def _news(both: Both) -> Iterator[Record]:
    """Yield the paragraphs that say something else than before."""
    pairs = both.pairs("bluf")
    return (new for old, new in pairs if new and (old is None or gist(old["text"]) != gist(new["text"])))


def _paragraphs(both: Both) -> Iterator[Sentence]:
    for new in _news(both):
        name = both.voices[1].called(new, SECTIONS["bluf"].name)
        yield Sentence(f"{both.mark(new)}{_prose(both, new, new['text'])}", "bluf", (name,), _told(both))


def _statements(both: Both) -> Iterator[Sentence]:
    for old, new in both.pairs("impact"):
        if new is None:
            if old:
                words = f"{old['reader']}, no longer said: {quoted(both.voices[0].prose(old, old['text']))}"
                yield Sentence(words, "impact", (old["id"],), ("",))
        elif old is None or gist(old["text"]) != gist(new["text"]):
            bare = citations.JUDGEMENT.sub("", new["text"]).strip() or new["text"]
            words = f"{new['reader']}: {_prose(both, new, bare)}"
            yield Sentence(words, "impact", (new["id"],), ("",) if old is None else ("for whom", *_told(both)))


def _told(both: Both) -> tuple[str, ...]:
    """Return which fields a sentence with the new text tells enough of; the desk reads the old text as well."""
    return ("cited in text", "text") if both.discreet else ("cited in text",)


def _prose(both: Both, record: Record, text: str) -> str:
    return both.voices[1].prose(record, text)
