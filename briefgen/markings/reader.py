"""Who reads: the highest level that somebody is cleared for, and the caveats that they hold."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.markings.scheme import Level, Marking


@dataclass(frozen=True)
class Reader:
    """Somebody cleared up to a *level* who holds some *caveats*."""

    level: Level
    caveats: frozenset[str] = frozenset()

    @classmethod
    def of(cls, marking: Marking) -> Reader:
        """Return the reader who may just read what bears this *marking*."""
        return cls(marking.level, frozenset(marking.caveats))

    @property
    def marking(self) -> Marking:
        """The highest marking that they may read."""
        return Marking(self.level, tuple(sorted(self.caveats)))

    def may_read(self, marking: Marking) -> bool:
        """Return whether the level is high enough and every caveat is held."""
        return marking.level.rank <= self.level.rank and self.caveats.issuperset(marking.caveats)


class Insider(Reader):
    """The desk itself, which may read what it has written."""

    def may_read(self, marking: Marking) -> bool:
        """Return that it may."""
        return True
