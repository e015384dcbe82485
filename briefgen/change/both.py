"""Two editions beside each other: one name for each record, and which record of one is which of the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

from briefgen.change.datasets import summed_up
from briefgen.change.marks import document, labels, marks
from briefgen.change.matching import Pair, paired, renamed, renames
from briefgen.change.present import within
from briefgen.change.sections import SECTIONS, records
from briefgen.change.voice import Voice
from briefgen.edition import Edition, Record

MAPPINGS = ("marking", "product", "summary")
BLANK: dict[str, Any] = {field.name: {} if field.name in MAPPINGS else () for field in fields(Edition)}
NOTHING = Edition(**BLANK)


@dataclass(frozen=True)
class Both:
    """The edition *before*, its records under their later ids, and the one *after*.

    *whole* is all that was printed before. *before* is that as well, unless the note is *discreet*: for readers outside
    the desk, who are not told what this edition no longer has, since it may be marked higher now. Then *before* has no
    record that *after* has not.
    """

    before: Edition
    after: Edition
    whole: Edition
    earlier_ids: Mapping[str, str]
    discreet: bool = False

    @classmethod
    def of(cls, before: Edition | None, after: Edition | None) -> Both:
        """Return two editions for the desk, which is told everything; one side may not be there."""
        old, new = (summed_up(side or NOTHING) for side in (before, after))
        names = renames(old, new)
        whole = renamed(old, names)
        return cls(whole, new, whole, {later: earlier for earlier, later in names.items()})

    @classmethod
    def outside(cls, before: Edition | None, after: Edition | None) -> Both:
        """Return two editions for readers outside; of a sheet that they no longer get, nothing at all."""
        if before and not after:
            return cls(NOTHING, NOTHING, NOTHING, {}, discreet=True)
        both = cls.of(before, after)
        if not (before and after):
            return both
        return cls(within(both.whole, both.after), both.after, both.whole, both.earlier_ids, discreet=True)

    @property
    def is_same(self) -> bool:
        """Whether nothing differs at all."""
        return self.whole == self.after and not self.earlier_ids

    @property
    def is_one_sided(self) -> bool:
        """Whether the sheet is new, or gone."""
        return NOTHING in (self.whole, self.after)

    @cached_property
    def voices(self) -> tuple[Voice, Voice]:
        """What says the values of either side in a sentence."""
        return Voice(self.before), Voice(self.after)

    def mark(self, record: Record, side: int = 1) -> str:
        """Return the marking of a record before words on it: “(TLP:AMBER) ”; mostly nothing."""
        found = marks((self.before, self.after)[side], record)
        return f"({found}) " if found else ""

    @property
    def labels(self) -> frozenset[str]:
        """The markings of all records that differ, and of the documents."""
        return self.marked | {label for side in (self.before, self.after) if (label := document(side))}

    @cached_property
    def marked(self) -> frozenset[str]:
        """The markings that records which differ bear themselves, in whole or in part."""
        found = set[str]()
        for pair in (pair for section in SECTIONS for pair in self.pairs(section)):
            if pair[0] != pair[1]:
                found.update(label for record in pair if record for label in labels(record))
        return frozenset(found)

    def pairs(self, section: str) -> list[Pair]:
        """Return every record of a section beside its other self: in the later order, then what only was there before.

        Of a discreet note, what only was there before is no part.
        """
        if section not in self._found:
            self._found[section] = self._paired(section)
        pairs = self._found[section]
        return [pair for pair in pairs if pair[1] is not None] if self.discreet else pairs

    @cached_property
    def _found(self) -> dict[str, list[Pair]]:
        return {}

    def lost(self, section: str) -> int:
        """Return how many records of a section this edition no longer has, where no more is told of them."""
        if not self.discreet or section == "product":
            return 0
        pairs = paired(records(self.whole, section), records(self.after, section), SECTIONS[section])
        return sum(new is None for _, new in pairs)

    def _paired(self, section: str) -> list[Pair]:
        before, after = (records(side, section) for side in (self.before, self.after))
        if section == "product":
            return [(before[0] if before else None, after[0] if after else None)] if before or after else []
        return paired(before, after, SECTIONS[section])
