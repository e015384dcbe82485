"""What a reviewer has before them: the sheet, its sentences, its lineage, the scale, and what the desk asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from briefgen.dates import Edtf
from briefgen.desk import UNSET, LintSettings
from briefgen.lint.passage import Passage, passages
from briefgen.prose import Sentence
from briefgen.sheet.model import Sheet
from briefgen.sheet.model.evidence import Claim
from briefgen.sheet.model.ids import kind_of
from briefgen.sheet.model.record import Record
from briefgen.sheet.model.waiver import Waiver
from briefgen.tradecraft import DEFAULT_SCALE, SCALES, lineage
from briefgen.tradecraft.likelihood import Scale
from briefgen.tradecraft.lineage import Lineage


@dataclass(frozen=True)
class Review:
    """One sheet under review. *today* is None unless the user gave a day; *root* is the folder of captured files.

    *codes* are all rules, *waived* the keys of the waivers in use: known to the rules about waivers only.
    """

    sheet: Sheet
    settings: LintSettings = UNSET
    today: date | None = None
    root: Path | None = None
    codes: frozenset[str] = frozenset()
    waived: frozenset[str] = frozenset()

    @property
    def scale(self) -> Scale:
        """The likelihood scale of the document."""
        return SCALES[self.sheet.product.scale or DEFAULT_SCALE]

    @property
    def cutoff(self) -> Edtf:
        """The information cut-off."""
        return self.sheet.product.time.as_of

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All prose in reading order."""
        return tuple(passages(self.sheet))

    @cached_property
    def records(self) -> tuple[tuple[Record, str | None], ...]:
        """Every record, those inside others too, each with the id of the innermost record that has one."""
        return tuple(_records(self.sheet, None))

    @cached_property
    def parts(self) -> tuple[Any, ...]:
        """The records and paragraphs that have the marking of the document if they bear none of their own."""
        found = [record for section in vars(self.sheet).values() if isinstance(section, tuple) for record in section]
        summary = self.sheet.summary
        found += (block for part in (vars(summary).values() if summary else ()) for block in part)
        return tuple(one for one in found if hasattr(one, "portion") and not isinstance(one, Waiver))

    @cached_property
    def lineage(self) -> Lineage:
        """Who has what from whom."""
        sources = {
            one.id: lineage.Source(one.derived_from, one.access != "not-seen", one.kind != "tertiary")
            for one in self.sheet.sources
        }
        cited = {
            claim.id: [lineage.Citation(one.ref, one.via, one.untraced) for one in claim.sources]
            for claim in self.sheet.claims
        }
        return Lineage(sources, cited)

    @cached_property
    def _by_id(self) -> dict[str, Any]:
        return {record.id: record for record in self.sheet.records()}

    def get(self, record_id: str) -> Any | None:
        """Return the record with this id, or None."""
        return self._by_id.get(record_id)

    def passages_in(self, *places: str) -> Iterator[Passage]:
        """Yield the passages that stand in one of *places*, in reading order."""
        return (passage for passage in self.passages if passage.place in places)

    def sentences_in(self, *places: str) -> Iterator[tuple[Passage, Sentence]]:
        """Yield the sentences of those passages, each with its passage."""
        return ((passage, sentence) for passage in self.passages_in(*places) for sentence in passage.sentences)

    def claims_behind(self, record_id: str) -> tuple[Claim, ...]:
        """Return the claims that a record rests on: itself, if it is one, or those that it names."""
        record = self.get(record_id)
        if record is None or isinstance(record, Claim):
            return (record,) if record else ()
        found = (self.get(claim) for claim in getattr(record, "claims", ()))
        return tuple(claim for claim in found if claim is not None)


def _records(record: Record, owner: str | None) -> Iterator[tuple[Record, str | None]]:
    own = getattr(record, "id", None)
    owner = own if own and kind_of(own) else owner
    yield record, owner
    for value in vars(record).values():
        if isinstance(value, Record):
            yield from _records(value, owner)
        elif isinstance(value, (tuple, dict)):
            for one in value.values() if isinstance(value, dict) else value:
                if isinstance(one, Record):
                    yield from _records(one, owner)
