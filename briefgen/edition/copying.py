"""The copy from Sheet to Edition: allowed fields only, nothing above the level, no reference to what is left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from briefgen import citations
from briefgen.dates import Edtf
from briefgen.edition.allow import ALLOWED
from briefgen.edition.edition import Edition, Plain
from briefgen.markings.scheme import Level
from briefgen.sheet.model import Sheet
from briefgen.sheet.model.dataset import Dataset
from briefgen.sheet.model.evidence import Citation, Source
from briefgen.sheet.model.fields import Prose, Ref
from briefgen.sheet.model.record import Record
from briefgen.sheet.model.summary import Figure
from briefgen.sheet.model.waiver import Waiver

WITHHELD = object()


def make(sheet: Sheet, level: Level) -> Edition:
    """Return what a reader cleared for *level* may see of *sheet*, marked with that level.

    A record, paragraph or list item marked higher is left out, and so is every reference to it, in fields and in
    prose; what cannot stand without the reference goes with it. A source whose name is protected keeps its
    descriptor only.
    """
    visible = _visible(sheet, level)
    made = _copied(sheet, level, visible)
    # what cannot stand without a withheld record is missing now: what refers to it must not
    while (left := frozenset(record["id"] for record in made.records())) < visible:
        visible, made = left, _copied(sheet, level, left)
    return made


def _copied(sheet: Sheet, level: Level, visible: frozenset[str]) -> Edition:
    copier = _Copier(level, visible, {source.id: source.derived_from for source in sheet.sources})
    sections = [field.name for field in fields(Edition) if field.name != "marking"]
    copied = {name: copier.copy(getattr(sheet, name)) for name in sections}
    marking = {"label": level.label, "colour": level.colour, "ground": level.ground, "sharing": level.sharing}
    return Edition(marking=marking, **copied | {"summary": copied["summary"] or {}})


def _visible(sheet: Sheet, level: Level) -> frozenset[str]:
    hidden = {id(one) for record in sheet.records() if above(record, level) for one in _owned(record)}
    return frozenset(record.id for record in sheet.records() if id(record) not in hidden)


def _owned(record: Any) -> tuple[Any, ...]:
    return (record, *getattr(record, "undertakings", ()))


def above(record: Any, level: Level) -> bool:
    """Return whether a record of the sheet is marked higher than *level*."""
    portion = getattr(record, "portion", None)
    return portion is not None and portion.rank > level.rank


class _Copier:
    def __init__(self, level: Level, visible: frozenset[str], repeats: Mapping[str, tuple[str, ...]]) -> None:
        self.level, self.visible, self.repeats = level, visible, repeats

    def copy(self, value: Any) -> Plain:
        """Return *value* as plain data, or WITHHELD."""
        match value:
            case Record():
                return self._record(value)
            case tuple():
                return tuple(one for one in map(self.copy, value) if one is not WITHHELD)
            case dict():
                return {str(key): self.copy(one) for key, one in value.items() if self.copy(key) is not WITHHELD}
            case Ref():
                return str(value) if value in self.visible else WITHHELD
            case Prose():
                return citations.keeping(str(value), self.visible)
            case Edtf():
                return str(value.text)
            case Level():
                return value.label
            case str():
                return str(value)
            case None | bool() | int() | float():
                return value
        raise TypeError(f"an edition cannot hold {type(value).__name__}")

    def _lost_its_origin(self, citation: Citation) -> bool:
        """Return whether nobody is left whom *citation* has it from: it must not pass for an origin of its own."""
        earlier = citation.via or self.repeats.get(citation.ref, ())
        return bool(earlier) and self.visible.isdisjoint(earlier)

    def _record(self, record: Record) -> Plain:
        if above(record, self.level) or (isinstance(record, Waiver) and not self.visible.issuperset(record.record)):
            return WITHHELD
        copied = {name: self.copy(getattr(record, name)) for name in ALLOWED[type(record)]}
        if any(copied[name] is WITHHELD and type(record).model_fields[name].is_required() for name in copied):
            return WITHHELD
        if isinstance(record, Figure) and record.records and not copied["records"]:
            return WITHHELD  # it would draw all that fit instead
        if isinstance(record, Dataset):
            copied |= vars(record.summed)
        if isinstance(record, Source) and record.protect is not None:
            copied |= _protected(record.protect.descriptor)
        if isinstance(record, Citation) and self._lost_its_origin(record):
            copied["untraced"] = True
        return {name: None if one is WITHHELD else one for name, one in copied.items()}


def _protected(descriptor: str) -> dict[str, Plain]:
    telling = ("author", "publisher", "url", "archived", "original_title", "note", "basis", "attribution", "published")
    return {name: () if name == "author" else None for name in telling} | {"title": descriptor}
