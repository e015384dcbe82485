"""The sheets of a build in two: those that have to be looked at, and those that are as they were."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefgen.build.order import Order


@dataclass(frozen=True)
class Gone:
    """A sheet that was there, by its path in the desk, and its product id, if that could be read."""

    path: str
    id: str | None

    def __str__(self) -> str:
        """Return it as it is told: “briefs/flood.yaml (PAK-FLOOD-2024-001)”."""
        return f"{self.path} ({self.id})" if self.id else self.path


@dataclass(frozen=True)
class Split:
    """The sheets that are *affected*, in their order, the product ids of the *others*, and what is *gone*.

    Of the affected, some are so only because they are *unread*: they could not be read, and that has not changed.
    """

    affected: tuple[Path, ...]
    others: tuple[str | None, ...] = ()
    gone: tuple[Gone, ...] = ()
    unread: frozenset[Path] = frozenset()


class Everything:
    """Compares with nothing, so that every sheet is affected."""

    def split(self, sheets: Sequence[Path], order: Order | None = None, look: str | None = None) -> Split:
        """Return all sheets."""
        return Split(tuple(sheets))
