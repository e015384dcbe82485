"""A marking scheme is an ordered list of levels, from the widest to the narrowest audience, and caveats beside them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

#: Between a level and its caveats, and between caveats, as in a CAPCO banner line.
FIRST, NEXT = "//", "/"


@dataclass(frozen=True)
class Level:
    """One level: its exact label, its rank (0 is open to all), what a recipient may do, its colours and scheme."""

    label: str
    rank: int
    colour: str
    sharing: str
    ground: str = "#000000"
    scheme: str = ""


@dataclass(frozen=True)
class Marking:
    """What a part bears: a level, and the names of the caveats that narrow it further, in alphabetical order."""

    level: Level
    caveats: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The marking as it is written and printed: ``TLP:AMBER``, ``TLP:AMBER//LEGAL/MEDICAL``."""
        return FIRST.join((self.level.label, *([NEXT.join(self.caveats)] if self.caveats else ())))


@dataclass(frozen=True)
class Scheme:
    """Ordered levels under one name, and what each caveat means by its name."""

    name: str
    title: str
    levels: tuple[Level, ...]
    caveats: Mapping[str, str] = field(default_factory=dict)

    def find(self, label: str) -> Level | None:
        """Return the level with exactly this *label*, or None."""
        return next((level for level in self.levels if level.label == label), None)

    def read(self, text: str) -> Marking | None:
        """Return the marking that *text* is the label of, or None: ``TLP:AMBER//LEGAL`` with a caveat of the scheme."""
        label, *more = text.split(FIRST)
        names = [name for part in more for name in part.split(NEXT)]
        level = self.find(label)
        if level is None or len(more) > 1 or not self.caveats.keys() >= set(names) or len(set(names)) < len(names):
            return None
        return Marking(level, tuple(sorted(names)))


def highest(markings: Collection[Marking]) -> Marking:
    """Return what a whole of parts with these *markings* bears: the highest level and every caveat (CAPCO roll-up)."""
    level = max((part.level for part in markings), key=lambda level: level.rank)
    return Marking(level, tuple(sorted({name for part in markings for name in part.caveats})))
