"""The changes of one sheet, with what it is and was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from briefgen.change.change import Change, Kind
from briefgen.change.comparing import compare
from briefgen.change.head import TOLD, Head, head
from briefgen.change.sections import SECTIONS
from briefgen.edition import Edition


class Version(NamedTuple):
    """A sheet as it is, or was: its *path* as a message names it, and its head."""

    path: str
    head: Head


@dataclass(frozen=True)
class Comparison:
    """What differs between two versions of a sheet; one of them is None for a sheet that is new, or gone.

    *continued*: the earlier version is the issue that the later one says it replaces, in a file of its own.
    """

    before: Version | None
    after: Version | None
    changes: tuple[Change, ...]
    continued: bool = False

    @property
    def sections(self) -> Iterator[tuple[str, tuple[Change, ...]]]:
        """Yield the sections in which something of substance differs, with its changes there; heads are not told."""
        for section in SECTIONS:
            found = tuple(one for one in self.changes if one.section == section and one.substance and not _in_head(one))
            if found:
                yield section, found

    @property
    def minor(self) -> tuple[Change, ...]:
        """The changes without substance, in the order of the sections."""
        return tuple(one for one in self.changes if not one.substance)

    @property
    def counts(self) -> dict[str, Counter[Kind]]:
        """How many records of each section were changed, added and removed; the document itself is not counted."""
        return {name: Counter(one.kind for one in found) for name, found in self.sections if name != "product"}


def _in_head(change: Change) -> bool:
    """Return whether a change of the document itself is told by its head alone."""
    return change.section == "product" and all(edit.field in TOLD or not edit.substance for edit in change.edits)


def compared(before: tuple[str, Edition] | None, after: tuple[str, Edition] | None, continued: bool) -> Comparison:
    """Return the comparison of two editions, each with the path of its sheet."""
    editions = (before and before[1], after and after[1])
    versions = [Version(path, head(edition)) for path, edition in filter(None, (before, after))]
    old, new = (versions.pop(0) if one else None for one in (before, after))
    return Comparison(old, new, compare(*editions), continued)
