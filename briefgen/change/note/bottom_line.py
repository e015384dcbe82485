"""Sentences on the bottom line, and on what the news means for each reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen import citations
from briefgen.change.both import Both
from briefgen.change.gist import gist
from briefgen.change.marks import labels
from briefgen.change.note.sentence import Group, Sentence, group, joined
from briefgen.change.sections import SECTIONS
from briefgen.change.voice import quoted
from briefgen.edition import Record
from briefgen.figures.telling import plain
from briefgen.prose import sentences

#: Where a sentence goes on to explain itself.
EXPLAINED = re.compile(r"[:;] ")
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
            words = joined(f"{new['reader']}: {_prose(both, new, bare)}", _before(both, old, bare) if old else "")
            yield Sentence(words, "impact", (new["id"],), ("",) if old is None else ("for whom", *_told(both)))


def _before(both: Both, old: Record, now: str) -> str:
    """Return what was said before, if that is one sentence, up to where it explains itself; not if it is said still.

    Readers outside are not told, for it may be marked higher now; nor is what bore a mark told without it.
    """
    said = [plain(one.text) for one in sentences(citations.JUDGEMENT.sub("", old["text"]))]
    if both.discreet or len(said) != 1 or any(labels(old)):
        return ""
    main = EXPLAINED.split(said[0])[0].removesuffix(".")
    return "" if gist(main) == gist(now)[: len(gist(main))] else f"Before: {quoted(main)}."


def _told(both: Both) -> tuple[str, ...]:
    """Return which fields a sentence with the new text tells enough of; the desk reads the old text as well."""
    return ("cited in text", "text") if both.discreet else ("cited in text",)


def _prose(both: Both, record: Record, text: str) -> str:
    return both.voices[1].prose(record, text)
