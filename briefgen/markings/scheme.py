"""A marking scheme is an ordered list of levels, from the widest to the narrowest audience."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Level:
    """One marking: its exact label, its rank (0 is open to all), what a recipient may do, its colour and ground."""

    label: str
    rank: int
    colour: str
    sharing: str
    ground: str = "#000000"


@dataclass(frozen=True)
class Scheme:
    """Ordered levels under one name."""

    name: str
    title: str
    levels: tuple[Level, ...]

    def find(self, label: str) -> Level | None:
        """Return the level with exactly this *label*, or None."""
        return next((level for level in self.levels if level.label == label), None)
