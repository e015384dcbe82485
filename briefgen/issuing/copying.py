"""The copy from sheet to plain data: allowed fields only, nothing above the reader, no name of what is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from briefgen import citations, portions
from briefgen.citations import LIKELIHOOD
from briefgen.dates import Edtf
from briefgen.edition.edition import Edition, Plain
from briefgen.issuing.allow import ALLOWED, TELLING, TORN
from briefgen.markings.reader import Insider, Reader
from briefgen.markings.scheme import Marking, highest
from briefgen.sheet.model import Sheet
from briefgen.sheet.model.dataset import Dataset
from briefgen.sheet.model.evidence import Citation, Source
from briefgen.sheet.model.fields import Prose, Ref
from briefgen.sheet.model.product import Handling, Product
from briefgen.sheet.model.record import Record
from briefgen.sheet.model.summary import Figure, Summary
from briefgen.sheet.model.waiver import Waiver

WITHHELD = object()
#: Who names what a waiver is for: a record that nothing else leads to is not there for its waiver's sake.
NOBODY = "-"
#: What a field holds that says nothing.
NOTHING: tuple[Plain, ...] = (None, (), {})
SECTIONS = tuple(field.name for field in fields(Edition) if field.name != "marking")


@dataclass(frozen=True)
class Copied:
    """The *sections* of a sheet as one reader may see them; the product is WITHHELD from one who may not see even that.

    *listed* are the ids of the records in it, in order, of those in *torn* only the tear line; *seen* are the markings
    of all that is in it, *mentions* what each record names, under "" what the rest of the sheet does. *made* is
    what became of each record that is in it, by its identity in the sheet: those without an id are among them.
    """

    sections: dict[str, Plain]
    listed: tuple[str, ...]
    torn: frozenset[str]
    seen: frozenset[Marking]
    mentions: Mapping[str, frozenset[str]]
    made: Mapping[int, Plain]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the records in it."""
        return frozenset(self.listed)


def copy(sheet: Sheet, reader: Reader, unmarked: Marking, names: Mapping[str, str], torn: frozenset[str]) -> Copied:
    """Return what a *reader* may see of a sheet.

    What bears no mark has the marking *unmarked*, or that of what it stands in. *names* are what the records that may
    be named are called, by their ids. Of the records in *torn*, only the tear line may be seen.
    """
    copier = _Stamping if sheet.scheme.prints_portions else _Copier
    return _copied(sheet, copier(reader, unmarked, names, torn, _repeats(sheet)))


def copy_telling(sheet: Sheet, unmarked: Marking, names: Mapping[str, str]) -> Copied:
    """Return all of a sheet for the desk itself, which is told what bears marks in each record; see `_Telling`."""
    return _copied(sheet, _Telling(Insider(unmarked.level), unmarked, names, frozenset(), _repeats(sheet)))


def _copied(sheet: Sheet, copier: _Copier) -> Copied:
    sections = {name: copier.copy(getattr(sheet, name)) for name in SECTIONS}
    sections["summary"] = {} if sections["summary"] in (None, WITHHELD) else sections["summary"]
    return copier.noted.copied(sections, copier.torn)


def _repeats(sheet: Sheet) -> dict[str, tuple[str, ...]]:
    return {source.id: source.derived_from for source in sheet.sources}


class _Noted(list[tuple[str, Any]]):
    """What is to be known of what was copied; what was noted of a record that is withheld after all is taken back."""

    def copied(self, sections: dict[str, Plain], torn: frozenset[str]) -> Copied:
        """Return the *sections* with what was noted of them."""
        mentions: dict[str, set[str]] = {}
        for owner, named in self._all("mention"):
            mentions.setdefault(owner, set()).add(named)
        frozen = {owner: frozenset(named) for owner, named in mentions.items()}
        listed, seen = tuple(self._all("listed")), frozenset(self._all("seen"))
        return Copied(sections, listed, torn, seen, frozen, dict(self._all("made")))

    def _all(self, kind: str) -> Iterator[Any]:
        return (value for noted, value in self if noted == kind)


class _Copier:
    def __init__(
        self,
        reader: Reader,
        unmarked: Marking,
        names: Mapping[str, str],
        torn: frozenset[str],
        repeats: Mapping[str, tuple[str, ...]],
    ) -> None:
        self._reader, self._names, self.torn, self._repeats = reader, names, torn, repeats
        self._marking, self._owner, self._start = unmarked, "", 0
        self.noted = _Noted()

    def copy(self, value: Any) -> Plain:
        """Return *value* as plain data, or WITHHELD."""
        match value:
            case Record():
                return self._around(value)
            case tuple():
                return tuple(one for one in map(self.copy, value) if one is not WITHHELD)
            case dict():
                named = ((self.copy(key), one) for key, one in value.items())
                return {key: self.copy(one) for key, one in named if key is not WITHHELD}
            case Ref():
                return self._reference(value)
            case Prose():
                return self._prose(value)
            case Edtf():
                return str(value.text)
            case Marking():
                return value.label
            case str():
                return str(value)
            case None | bool() | int() | float():
                return value
        raise TypeError(f"an edition cannot hold {type(value).__name__}")

    def _reference(self, value: str) -> Plain:
        if value not in self._names:
            return WITHHELD
        self._note("mention", (self._owner, str(value)))
        return self._names[value]

    def _note(self, kind: str, *values: Any) -> None:
        self.noted += ((kind, value) for value in values)

    def _prose(self, value: Prose) -> Plain:
        """Return the text without what is marked higher; WITHHELD if nothing is left, or a judgement's term is gone."""
        hidden = [span for span, marking in value.portions if not self._may_read(marking)]
        shown = [
            marking
            for span, marking in value.portions
            if marking and not any(one.start <= span.start and span.stop <= one.stop for one in hidden)
        ]
        text = portions.keeping(str(value), hidden)
        kept = citations.keeping(text, self._names)
        if not kept or (LIKELIHOOD in value and LIKELIHOOD not in kept):
            return WITHHELD
        self._note("seen", *shown)
        named = (*citations.mentions(text), *citations.judgements(text))
        self._note("mention", *((self._owner, one) for _, one in named))
        return kept

    def _may_read(self, marking: Marking | None) -> bool:
        return marking is not None and self._reader.may_read(marking)

    def _around(self, record: Record) -> Plain:
        """Return what a record says, under its own marking and name."""
        marking, owner, start = self._marking, self._owner, self._start
        self._marking = getattr(record, "portion", None) or marking
        self._owner = NOBODY if isinstance(record, Waiver) else _id(record) or owner
        self._start = len(self.noted)
        try:
            copied = self._marked(record)
            if copied is not WITHHELD:
                self._note("made", (id(record), copied))
            return copied
        finally:
            self._marking, self._owner, self._start = marking, owner, start

    def _marked(self, record: Record) -> Plain:
        if self._is_gone(record):
            return WITHHELD
        if isinstance(record, Summary):
            return self._fields(record)  # it is its paragraphs, each of which has a marking
        if not self._may_read(self._marking) or self._owner in self.torn:
            return self._tear_line(record)
        before = len(self.noted)
        copied = self._fields(record)
        if copied is WITHHELD:
            del self.noted[before:]
            return self._tear_line(record)
        self._note("seen", self._marking)
        return self._stamped(copied)

    def _is_gone(self, record: Record) -> bool:
        """Return whether the record, or what it is a waiver for, has no name here."""
        if isinstance(record, Waiver):
            return not self._names.keys() >= set(record.record)
        return bool(_id(record)) and _id(record) not in self._names

    def _fields(self, record: Record) -> Plain:
        copied = {name: self.copy(getattr(record, name)) for name in ALLOWED[type(record)]}
        if any(copied[name] is WITHHELD and type(record).model_fields[name].is_required() for name in copied):
            return WITHHELD
        if isinstance(record, Handling):
            copied["marking"] = record.marking.label  # whichever key it was written under
        if isinstance(record, Figure) and record.records and not copied["records"]:
            return WITHHELD  # it would draw all that fit instead
        if isinstance(record, Dataset):
            copied |= vars(record.summed)
        if isinstance(record, Source) and record.protect is not None:
            copied |= _protected(record.protect.descriptor)
        if isinstance(record, Citation) and self._lost_its_origin(record):
            copied["untraced"] = True
        if all(one is WITHHELD or one in NOTHING for one in copied.values()):
            return WITHHELD  # it would only tell that something is not there
        return self._named(copied)

    def _named(self, copied: Mapping[str, Plain]) -> dict[str, Plain]:
        whole = {name: None if one is WITHHELD else one for name, one in copied.items()}
        own: str = whole.get("id") or ""
        if own not in self._names:
            return whole
        self._note("listed", own)
        return whole | {"id": self._names[own]}

    def _tear_line(self, record: Record) -> Plain:
        """Return what the writer has released of a record to the highest reader that this one is, or WITHHELD."""
        lines = getattr(record, "releasable", {})
        marking = max(filter(self._may_read, lines), key=lambda marking: marking.level.rank, default=None)
        said = self._prose(lines[marking]) if marking else WITHHELD
        if marking is None or said is WITHHELD:
            return WITHHELD
        self._note("seen", marking)
        blank = {name: type(record).model_fields[name].get_default() for name in ALLOWED[type(record)]}
        kept = {name: self.copy(getattr(record, name)) for name in TORN[type(record)]}
        return self._stamped(self._named(blank | kept | {"text": said, "portion": marking.label}))

    def _stamped(self, copied: dict[str, Plain]) -> dict[str, Plain]:
        """Return what is *copied* of a record, with what is printed of its marking."""
        return copied

    def _lost_its_origin(self, citation: Citation) -> bool:
        """Return whether nobody is left whom *citation* has it from: it must not pass for an origin of its own."""
        earlier = citation.via or self._repeats.get(citation.ref, ())
        return bool(earlier) and self._names.keys().isdisjoint(earlier)


class _Stamping(_Copier):
    """Puts on every record that can be marked the highest marking of all that is left in it, as it is printed."""

    def _stamped(self, copied: dict[str, Plain]) -> dict[str, Plain]:
        seen = [value for kind, value in self.noted[self._start :] if kind == "seen"]
        return copied | {"mark": highest(seen).portion} if "portion" in copied else copied


class _Telling(_Copier):
    """Puts on every record which parts of its text bear a mark, and its tear lines: they say who may read what."""

    def _fields(self, record: Record) -> Plain:
        copied = super()._fields(record)
        marks = tuple(one for name in ALLOWED[type(record)] for one in _marks(getattr(record, name)))
        lines = {marking.label: self.copy(text) for marking, text in getattr(record, "releasable", {}).items()}
        told = {"marks": marks, "releasable": lines}
        return copied if copied is WITHHELD else copied | {name: one for name, one in told.items() if one}


def _marks(value: Any) -> Iterator[dict[str, str]]:
    """Yield the parts of a text that bear a mark; nothing of what is no text. No field lists texts."""
    for span, marking in value.portions if isinstance(value, Prose) else ():
        if marking:
            yield {"marking": marking.label, "words": portions.keeping(value[slice(*span.inner)], ()).strip(" ,;:")}


def _id(record: Record) -> str:
    """Return the id of a record that others may name; the document's is none."""
    return "" if isinstance(record, Product) else getattr(record, "id", None) or ""


def _protected(descriptor: str) -> dict[str, Plain]:
    return {name: () if name == "author" else None for name in TELLING} | {"title": descriptor}
