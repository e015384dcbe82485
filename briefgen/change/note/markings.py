"""Sentences on who may read what: records, parts of a text and tear lines that others may see now than before."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.change.both import Both
from briefgen.change.fields import KEYS, label, member
from briefgen.change.marks import document
from briefgen.change.note.sentence import Group, Sentence, capital, group, joined, stopped
from briefgen.change.sections import SECTIONS
from briefgen.change.voice import quoted, shortened
from briefgen.edition import Edition, Record

TOLD = ("marking of the record", "marks in the text", "tear line")
LEAD = "Marked differently"
#: Items of a record that bear markings of their own.
ITEMS = ("dissent",)
#: What a record bears that has no marking of its own.
OWN = "{}, as the document"


def groups(both: Both) -> Iterator[Group]:
    """Yield the records that are marked otherwise, in whole or in part."""
    yield from group(LEAD, _sentences(both))


def _sentences(both: Both) -> Iterator[Sentence]:
    for section in SECTIONS:
        for old, new in both.pairs(section):
            if old and new and section != "product" and (said := list(_said(both, old, new))):
                name = _name(both, section, new)
                words = joined(f"{quoted(shortened(name))}:", said[0], *map(capital, said[1:]))
                yield Sentence(words, section, (new.get("id") or name,), (*TOLD, *_inner_fields(section, new)))


def _inner_fields(section: str, record: Record) -> Iterator[str]:
    """Yield what the markings of the items of a record are called."""
    for name, key, _ in _items(record):
        yield from (label((section, name, member(key), field)) for field in ("marks", "portion"))


def _items(record: Record) -> Iterator[tuple[str, str, Record]]:
    """Yield the items of a record that one name tells apart: the field, the name, the item."""
    for name in ITEMS:
        for one in record.get(name, ()):
            yield name, one[KEYS[name][0]], one


def _name(both: Both, section: str, record: Record) -> str:
    fields = SECTIONS[section].name
    return both.voices[1].called(record, fields[:1] if record.get(fields[0]) else fields)


def _said(both: Both, old: Record, new: Record) -> Iterator[str]:
    if old.get("portion") != new.get("portion"):
        was, now = (_whole(side, one) for side, one in ((both.before, old), (both.after, new)))
        yield f"marked {now}, before {was}."
    yield from _parts(old, new)
    if old.get("releasable", {}) != new.get("releasable", {}):
        lines = "; ".join(f"{label}: {quoted(text)}" for label, text in new.get("releasable", {}).items())
        yield stopped(f"tear line for {lines}") if lines else "it no longer has a tear line."
    was_there = {(name, key): one for name, key, one in _items(old)}
    for name, key, one in _items(new):
        if earlier := was_there.get((name, key)):
            lead = f"in the {label(('', name))} ({key}),"
            yield from (f"{lead} {said}" for said in _said(both, earlier, one))


def _whole(side: Edition, record: Record) -> str:
    return record.get("portion") or OWN.format(document(side) or "by the desk’s settings")


def _parts(old: Record, new: Record) -> Iterator[str]:
    """Yield which words of a record bear another mark; words that are others under the mark they bore are no news."""
    was = [one for one in old.get("marks", ()) if one not in new.get("marks", ())]
    now = [one for one in new.get("marks", ()) if one not in old.get("marks", ())]
    for part in now:
        words, marking = part["words"], part["marking"]
        if other := _first(was, "words", words):
            yield f"the words {quoted(words)} are marked {marking}, before {other['marking']}."
        elif other := _first(was, "marking", marking):
            if _is_as_it_was(old, new):
                yield f"marked {marking} are the words {quoted(words)}, before {quoted(other['words'])}."
        else:
            yield f"the words {quoted(words)} are marked {marking}, before as the rest."
        was = [one for one in was if one is not other]
    yield from (f"the words {quoted(one['words'])} are no longer marked {one['marking']}." for one in was)


def _first(those: list[Record], field: str, value: str) -> Record | None:
    return next((one for one in those if one[field] == value), None)


def _is_as_it_was(old: Record, new: Record) -> bool:
    """Return whether the texts of a record are the same, its marks aside."""
    return all(old.get(name) == one for name, one in new.items() if isinstance(one, str))
