"""What an edition must not say, and what it may, as texts: for a search of the finished files.

Both are read off the sheet and its markings, not off the copy, so that a fault of the copy cannot hide itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from briefgen import portions
from briefgen.issuing.allow import ALLOWED, TELLING, TORN
from briefgen.issuing.issued import Issued, unmarked
from briefgen.markings.reader import Reader
from briefgen.markings.scheme import Marking
from briefgen.sheet.model import Sheet
from briefgen.sheet.model.dataset import Dataset
from briefgen.sheet.model.evidence import Source
from briefgen.sheet.model.fields import Prose, Ref
from briefgen.sheet.model.product import Handling, Product
from briefgen.sheet.model.record import Record
from briefgen.sheet.model.summary import Summary


@dataclass(frozen=True)
class Secrets:
    """The texts of a sheet that are *withheld* from a reader, and those that are *visible*."""

    withheld: tuple[str, ...]
    visible: tuple[str, ...]


def secrets(sheet: Sheet, issued: Issued, reader: Reader, default: Marking) -> Secrets:
    """Return what of *sheet* the edition that was *issued* for a *reader* must not say, and what it may."""
    sorter = _Sorter(reader, issued)
    for name in type(sheet).model_fields:
        sorter.sort(getattr(sheet, name), unmarked(sheet, default), True)
    return Secrets(tuple(dict.fromkeys(sorter.withheld)), tuple(dict.fromkeys(sorter.visible)))


class _Sorter:
    def __init__(self, reader: Reader, issued: Issued) -> None:
        self._reader, self._names, self._torn = reader, issued.names, issued.left.torn
        self.withheld: list[str] = []
        self.visible: list[str] = []

    def sort(self, value: Any, marking: Marking, is_open: bool) -> None:
        """Put the texts in *value*, which has a *marking* if it has none of its own, where they belong."""
        match value:
            case Record():
                self._record(value, getattr(value, "portion", None) or marking, is_open)
            case tuple() | list():
                for one in value:
                    self.sort(one, marking, is_open)
            case Mapping():
                for one in (*value, *value.values()):
                    self.sort(one, marking, is_open)
            case Prose() if is_open:
                self._prose(value)
            case Prose():
                self.withheld.append(_unmarked(str(value)))
            case Ref():
                pass
            case str():
                (self.visible if is_open else self.withheld).append(str(value))

    def _record(self, record: Record, marking: Marking, is_open: bool) -> None:
        whole = is_open and (self._is_seen(record, marking) or isinstance(record, Summary))
        for name, value in _told(record):
            shown = whole and name not in _protected(record)
            self.sort(value, marking, shown or (is_open and name in self._torn_fields(record)))
        if isinstance(record, Source) and record.protect:
            self.sort(record.protect.descriptor, marking, whole)
        for own, text in getattr(record, "releasable", {}).items():
            self.sort(text, own, is_open and self._reader.may_read(own))

    def _is_seen(self, record: Record, marking: Marking) -> bool:
        """Return whether the reader may see the record, which is in the edition if it has a name there."""
        own = "" if isinstance(record, Product) else getattr(record, "id", None) or ""
        is_there = not own or (own in self._names and own not in self._torn)
        return self._reader.may_read(marking) and is_there and not isinstance(record, Handling)

    def _torn_fields(self, record: Record) -> tuple[str, ...]:
        """Return the fields that stand beside the tear line of a record, if it has one for this reader."""
        has_one = any(map(self._reader.may_read, getattr(record, "releasable", {})))
        return TORN[type(record)] if has_one else ()

    def _prose(self, text: Prose) -> None:
        hidden = [span for span, marking in text.portions if not (marking and self._reader.may_read(marking))]
        self.visible.append(portions.keeping(str(text), hidden))
        self.withheld += (_unmarked(str(text)[slice(*span.inner)]) for span in hidden)


def _unmarked(text: str) -> str:
    """Return *text* without the markings in it, which stand on pages too."""
    return portions.keeping(text, ())


def _protected(record: Record) -> tuple[str, ...]:
    """Return the fields that would tell who a protected source is."""
    return ("title", *TELLING) if isinstance(record, Source) and record.protect else ()


def _told(record: Record) -> Iterator[tuple[str, Any]]:
    """Yield the fields of a record that say something of the situation, with what they hold."""
    for name in ALLOWED[type(record)]:
        yield name, getattr(record, name)
    if isinstance(record, Dataset):
        yield from vars(record.summed).items()
