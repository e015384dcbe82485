"""What validation meets on its way through a sheet: ids, references, prose and the records that are sound.

The validators of single values write it, so it is complete whatever else is wrong: a fault in one record hides
nothing in another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from briefgen.markings import tlp
from briefgen.markings.scheme import Scheme
from briefgen.sheet.document import Mapping, Text

if TYPE_CHECKING:
    from briefgen.sheet.model.fields import Prose, Ref
    from briefgen.sheet.model.record import Record

R = TypeVar("R", bound="Record")


@dataclass
class Census:
    """Each entry stands beside the id of the innermost record that it was met in, if that has one.

    Markings are those of the *scheme*.
    """

    scheme: Scheme = tlp.SCHEME
    ids: list[tuple[Text, str | None]] = field(default_factory=list)
    refs: list[tuple[Ref, str | None]] = field(default_factory=list)
    prose: list[tuple[Prose, str | None]] = field(default_factory=list)
    records: list[tuple[Record, str | None]] = field(default_factory=list)
    _inside: list[str | None] = field(default_factory=lambda: [None])

    @property
    def owner(self) -> str | None:
        """The id of the innermost record that is being validated."""
        return self._inside[-1]

    def enter(self, node: Any) -> None:
        """Note that validation goes into a record."""
        own = node.get("id") if isinstance(node, Mapping) else None
        self._inside.append(str(own) if isinstance(own, Text) else self.owner)

    def leave(self) -> None:
        """Note that validation comes out of a record."""
        self._inside.pop()

    def add(self, other: Census) -> None:
        """Add what *other* has met."""
        self.ids += other.ids
        self.refs += other.refs
        self.prose += other.prose
        self.records += other.records

    def of(self, kind: type[R]) -> Iterator[tuple[R, str | None]]:
        """Yield the sound records of one class, each with its owner's id."""
        for record, owner in self.records:
            if isinstance(record, kind):
                yield record, owner
