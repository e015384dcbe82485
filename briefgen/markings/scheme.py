"""A marking scheme is an ordered list of levels, from the widest to the narrowest audience, and caveats beside them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal

#: Between a level and its caveats, and between caveats, as in a CAPCO banner line.
FIRST, NEXT = "//", "/"
#: Readers whom a level may speak of, and whom the handling then has to name.
Readers = Literal["community", "recipients"]


@dataclass(frozen=True)
class Level:
    """One level: its exact label, its rank (0 is open to all), what a recipient may do, and how it is printed.

    *banner* is what stands at the head and foot of pages, the label where nothing is said; *portion* is short for it,
    before a part. *readers* are those whom the level speaks of; what *stays_inside* does not leave the organisation.
    """

    label: str
    rank: int
    colour: str
    sharing: str
    ground: str = "#000000"
    banner: str = ""
    portion: str = ""
    readers: Readers | None = None
    stays_inside: bool = False

    def __post_init__(self) -> None:
        for name in ("banner", "portion"):
            object.__setattr__(self, name, getattr(self, name) or self.label)


@dataclass(frozen=True)
class Marking:
    """What a part bears: a level, and the names of the caveats that narrow it further, in alphabetical order."""

    level: Level
    caveats: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The marking as it is written: ``TLP:AMBER``, ``TLP:AMBER//LEGAL/MEDICAL``."""
        return self.beside(self.level.label)

    @property
    def portion(self) -> str:
        """The marking as it is printed before a part: ``TLP:AMBER``, ``INT//LEGAL``."""
        return self.beside(self.level.portion)

    def beside(self, level: str) -> str:
        """Return the caveats behind words for the *level*."""
        return FIRST.join((level, *([NEXT.join(self.caveats)] if self.caveats else ())))


@dataclass(frozen=True)
class Scheme:
    """Ordered levels under one name, and what each caveat means by its name.

    *slips* are remedies by what writers take for one of its labels. If it *prints_portions*, every part of a page is
    preceded by its own marking.
    """

    name: str
    title: str
    levels: tuple[Level, ...]
    caveats: Mapping[str, str] = field(default_factory=dict)
    slips: Mapping[str, str] = field(default_factory=dict)
    prints_portions: bool = False

    @property
    def usual(self) -> Level:
        """The level of what bears no mark, if the desk names none: the second highest; of two, the highest."""
        return self.levels[-2 if len(self.levels) > 2 else -1]

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
