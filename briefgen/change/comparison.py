"""The changes of one sheet, with what it is and was."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from briefgen.change.both import Both
from briefgen.change.change import Change, Edit, Kind
from briefgen.change.comparing import changes
from briefgen.change.head import TOLD, Head, head, withheld
from briefgen.change.marks import document
from briefgen.change.note import Group, Sentence, note
from briefgen.change.sections import SECTIONS
from briefgen.change.voice import Indexed, Voice
from briefgen.edition import Edition
from briefgen.markings.scheme import Marking, highest

#: Marks in a text, and other words under the mark that they bore.
MARKED, REMARKED = re.compile("marks in the text|tear line"), re.compile("marks in the text .*: words$")


class Version(NamedTuple):
    """A sheet as it is, or was: its *path* as a message names it, and its head."""

    path: str
    head: Head


class Details(NamedTuple):
    """What is told of one section below the note: *sentences* that had no room in it, and *changes* field by field."""

    section: str
    sentences: tuple[Sentence, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Comparison:
    """What differs between two versions of a sheet; one of them is None for a sheet that is new, or gone.

    *continued*: the earlier version is the issue that the later one says it replaces, in a file of its own. *seen* are
    the markings in both.
    """

    before: Version | None
    after: Version | None
    both: Both
    seen: frozenset[Marking] = frozenset()
    continued: bool = False

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Everything that differs, field by field, with the ids of records."""
        return changes(self.both, Indexed)

    @cached_property
    def told(self) -> tuple[Change, ...]:
        """The same for readers who know no ids."""
        return changes(self.both, Voice)

    @property
    def is_news(self) -> bool:
        """Whether there is anything to tell: if only that the sheet is gone, where no more may be told of it."""
        return bool(self.changes) or self.after is None

    @cached_property
    def note(self) -> tuple[Group, ...]:
        """What a reader is told in sentences, what matters most first."""
        return note(self.both)

    @property
    def details(self) -> Iterator[Details]:
        """Yield what else is told, section by section: what the head and the note have told is no part of it."""
        rest = [one for group in self.note for one in group.rest]
        for section in SECTIONS:
            sentences = tuple(one for one in rest if one.section == section)
            found = tuple(self._left(one) for one in self.told if one.section == section and one.substance)
            left = tuple(one for one in found if one)
            if sentences or left:
                yield Details(section, sentences, left)

    def _left(self, change: Change) -> Change | None:
        """Return what of a change is not told elsewhere; None if that is nothing of substance."""
        sentences = self._sentences.get((change.section, change.id or change.name), [])
        edits = tuple(one for one in change.edits if not _is_told(change, one, sentences))
        if change.kind == "changed":
            return replace(change, edits=edits) if any(one.substance for one in edits) else None
        is_told = any(one.says_all for one in sentences) or (sentences and not edits)
        return None if is_told else replace(change, edits=edits)

    @cached_property
    def _sentences(self) -> dict[tuple[str, str], list[Sentence]]:
        found: dict[tuple[str, str], list[Sentence]] = {}
        for sentence in (one for group in self.note for one in group.sentences):
            for name in sentence.ids:
                found.setdefault((sentence.section, name), []).append(sentence)
        return found

    @property
    def minor(self) -> tuple[Change, ...]:
        """The changes without substance of which the note has not told, in the order of the sections."""
        return tuple(one for one in map(self._quiet, self.told) if one)

    def _quiet(self, change: Change) -> Change | None:
        left = self._left(change) if change.kind != "changed" else self._reworded(change)
        return left if left and not left.substance and (left.edits or not change.edits) else None

    def _reworded(self, change: Change) -> Change | None:
        """Return what is only worded otherwise in a record of whose substance is told above."""
        aside = tuple(one for one in change.edits if not one.substance)
        return self._left(replace(change, kind="minor", edits=aside)) if aside else None

    @property
    def counts(self) -> dict[str, Counter[Kind]]:
        """How many records of each section were changed, added and removed; the document itself is not counted."""
        found: dict[str, Counter[Kind]] = {name: Counter() for name in SECTIONS if name != "product"}
        for one in self.told:
            lost = self.both.lost(one.section) if one.kind == "removed" else 0
            if one.substance and one.section in found:
                found[one.section][one.kind] += lost or 1
        return {name: count for name, count in found.items() if count}

    @property
    def marking(self) -> str | None:
        """The marking of the note: the highest of all that it tells of, if the schemes of the sheets have one."""
        told = [one for one in self.seen if one.label in self.both.labels]
        return highest(told).label if told else None

    @property
    def above(self) -> tuple[str, ...]:
        """The markings, from the lowest up, of what the note has and the later document must not have."""
        own = next((one for one in self.seen if one.label == document(self.both.after)), None)
        found = [one for one in self.seen if own and one.label in self.both.marked and highest([own, one]) != own]
        return tuple(one.label for one in sorted(found, key=lambda one: (one.level.rank, one.caveats)))


def _is_told(change: Change, edit: Edit, sentences: list[Sentence]) -> bool:
    """Return whether an edit is told elsewhere: by the head, by a sentence, or by the text that cites or marks it."""
    if change.section == "product" and edit.field in TOLD:
        return True
    cites = edit.field.removeprefix("cited in ")
    if cites != edit.field and any(one.field == cites for one in change.edits if one.substance):
        return True
    if REMARKED.match(edit.field) and any(one.sort == "text" and not MARKED.match(one.field) for one in change.edits):
        return True
    return any(one.tells(edit.field) for one in sentences)


class Side(NamedTuple):
    """An edition, for the desk or for readers *outside*: the *path* of its sheet, the markings of all *seen* in it."""

    path: str
    edition: Edition
    seen: frozenset[Marking] = frozenset()
    outside: bool = False


def compared(before: Side | None, after: Side | None, continued: bool) -> Comparison:
    """Return the comparison of two editions, a discreet one for readers outside."""
    outside = any(one.outside for one in (before, after) if one)
    heading = withheld if outside and after is None else head
    old, new = (one and Version(one.path, heading(one.edition)) for one in (before, after))
    editions = (one and one.edition for one in (before, after))
    beside = Both.outside if outside else Both.of
    seen = frozenset[Marking]().union(*(one.seen for one in (before, after) if one))
    return Comparison(old, new, beside(*editions), seen, continued)
