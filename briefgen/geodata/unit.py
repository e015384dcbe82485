"""What the pack holds of a country, a province or a disputed line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]  # longitude, latitude; degrees, WGS 84
Box: TypeAlias = tuple[float, float, float, float]  # west, south, east, north
Arcs: TypeAlias = tuple[int, ...]  # numbers of arcs; ~n is arc n from its end


@dataclass(frozen=True, slots=True)
class Unit:
    """A country, a province, or a disputed line.

    *country* is the ISO 3166-1 code, empty where there is none, and *code* that of ISO 3166-2, or of 3166-1 for a
    country. *at* is the middle of its biggest part. *redrawn*: the limits of today are other ones. *held_by*: who
    holds it, where that is not its country. *rings* are the outlines of its parts, holes among them, or the pieces of
    a line.
    """

    country: str
    code: str
    name: str
    aliases: tuple[str, ...]
    box: Box
    at: Point | None
    redrawn: bool
    held_by: str
    rings: tuple[Arcs, ...]

    @property
    def key(self) -> str:
        """What tells it from every other unit: the code; without one, country, name and place."""
        return self.code or f"{self.country} {self.name} {self.box}"
