"""What a reader gets of a sheet and what not, record by record, and why: for the desk, never for the reader."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from briefgen.edition.addresses import PROSE
from briefgen.issuing.copying import copy
from briefgen.issuing.issued import release, supporting, unmarked
from briefgen.markings.reader import Insider, Reader
from briefgen.markings.scheme import Marking
from briefgen.sheet.model import Sheet

Verdict = Literal["whole", "in part", "tear line", "withheld"]
SHOWN = 3  # ids in a reason


@dataclass(frozen=True)
class Fate:
    """What becomes of one *record*, called by its id or its place, that has a *marking*; *why*, unless it is whole."""

    record: str
    marking: str
    verdict: Verdict
    why: str = ""


def account(sheet: Sheet, reader: Reader, default: Marking) -> tuple[Fate, ...]:
    """Return what becomes of every record, paragraph and figure of *sheet* in the edition for a *reader*.

    *default* is the marking of a sheet that has none.
    """
    return tuple(_Account(sheet, reader, default).fates())


class _Account:
    def __init__(self, sheet: Sheet, reader: Reader, default: Marking) -> None:
        self._sheet, self._reader, self._plain = sheet, reader, unmarked(sheet, default)
        self._names = {record.id: record.id for record in sheet.records()}
        insider = Insider(self._plain.level)
        self._all = copy(sheet, insider, self._plain, self._names, frozenset())
        issued = release(sheet, reader, default)
        self._left = issued.left if issued else None

    def fates(self) -> Iterator[Fate]:
        """Yield them in the order of the sheet."""
        for name, record in _called(self._sheet):
            marking = getattr(record, "portion", None) or self._plain
            yield self._fate(name, record, marking)

    def _fate(self, name: str, record: Any, marking: Marking) -> Fate:
        if self._left is None:
            return Fate(name, marking.label, "withheld", "product is marked above the reader")
        if id(record) not in self._left.made:
            return Fate(name, marking.label, "withheld", self._reason(name, record, marking))
        if name in self._left.torn or not self._reader.may_read(marking):
            return Fate(name, marking.label, "tear line", self._reason(name, record, marking))
        if self._left.made[id(record)] == self._all.made[id(record)]:
            return Fate(name, marking.label, "whole")
        return Fate(name, marking.label, "in part", self._loss(name))

    def _reason(self, name: str, record: Any, marking: Marking) -> str:
        """Return why a record is not there itself."""
        level, caveats = self._reader.level, sorted(set(marking.caveats) - self._reader.caveats)
        if marking.level.rank > level.rank:
            return f"{marking.level.label} is above {level.label}"
        if caveats:
            return f"the caveat {', '.join(caveats)} is not held"
        if self._left and name in self._left.torn:
            return "what is left of its evidence does not bear it"
        if name in supporting(self._sheet):
            return "nothing that the reader gets names it"
        return f"it cannot stand {self._loss(name)}"

    def _loss(self, name: str) -> str:
        """Return what a record has lost, in words."""
        lost = self._all.mentions.get(name, frozenset()) - (self._left.ids if self._left else frozenset())
        if not lost:
            return "without what is marked higher in it"
        shown = sorted(lost)[:SHOWN]
        return f"without {', '.join((*shown, *([f'{len(lost) - SHOWN} more'] if len(lost) > SHOWN else [])))}"


def _called(sheet: Sheet) -> Iterator[tuple[str, Any]]:
    """Yield the frame, the records, paragraphs, figures and rows of *sheet*, each with its id or its place."""
    yield "product", sheet.product
    for record in sheet.records():
        yield record.id, record
    parts = {part: getattr(sheet.summary, part) for part in PROSE} if sheet.summary else {}
    for section, records in (parts | {"figures": sheet.figures, "ach": sheet.ach}).items():
        for place, record in enumerate(records, 1):
            if not getattr(record, "id", None):
                yield f"{section}/{place}", record
