"""Where each number stands on the map, and how large."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import sqrt

from briefgen.figures.drawing import Drawing
from briefgen.figures.maps.ground import Ground
from briefgen.figures.maps.rows import Row
from briefgen.figures.palette import GREY, WHITE
from briefgen.geodata import Point

LARGEST_CIRCLE = 0.034  # its radius as a share of the width
LEAST, DOT = 2.2, 1.1  # radius of the smallest circle, and of a dot, in points
FEW = 12  # a number that is lower has a smaller circle than the largest, even when it is the highest
RING = 25.0  # kilometres about a place that is known by its district or area only
DASHES, FILLED = "1.8 1.3", 0.6


@dataclass(frozen=True)
class Mark:
    """A row at *x*, *y* with a circle of *radius* (0: none) and a *ring* about it; *home* is whose ground it is on."""

    row: Row
    x: float
    y: float
    radius: float
    ring: float
    home: int

    @property
    def at(self) -> Point:
        """Where it stands."""
        return self.x, self.y

    @property
    def reach(self) -> float:
        """How far it reaches from there."""
        return max(self.radius, self.ring)

    def draw(self, drawing: Drawing, colour: str) -> None:
        """Draw the circle: dashed when only the province or country is known, open when nobody gives a number."""
        exact = self.row.spot.known in ("site", "area")
        if self.ring:
            drawing.dot(self.x, self.y, self.ring, "none", GREY, "0.8 1.6")
        if self.row.size:
            drawing.disc(self.x, self.y, self.radius, colour, FILLED)
        fill = "none" if self.row.size else WHITE
        drawing.dot(self.x, self.y, self.radius, fill, colour, None if exact else DASHES)


def marks(found: Iterable[Row], ground: Ground, *, circles: bool) -> Iterator[Mark]:
    """Yield the marks of the rows that are on the map, in their order; the areas of circles are as their numbers."""
    listed = list(found)
    most = max((row.size for row in listed), default=0)
    for row in listed:
        at = _middle(row, ground)
        if at and (row.spot.known != "country" or circles):
            radius = max(LEAST, LARGEST_CIRCLE * ground.frame.width * sqrt(row.size / max(most, FEW)))
            ring = RING * ground.frame.kilometre if row.spot.known == "area" else 0.0
            unit = row.spot.unit if row.spot.known == "province" else None
            home = ground.numbers[unit.key] if unit else ground.owners.at(*at)
            yield Mark(row, *at, radius if circles else 0.0, ring if circles and ring > radius else 0.0, home)


def _middle(row: Row, ground: Ground) -> Point | None:
    """Return where a row stands: a country in the middle of what is seen of it."""
    spot = row.spot
    if spot.known == "country":
        return _innermost(ground, spot.country)
    if spot.known == "nowhere" or spot.at is None or not ground.frame.holds(spot.at, 2):
        return None
    return ground.frame.spot(spot.at)


def _innermost(ground: Ground, country: str) -> Point | None:
    """Return the middle of the cells of a country that are on the map, or the cell of it that is nearest."""
    units = [country, *(unit.key for unit in ground.provinces if unit.country == country)]
    cells = [cell for key in units if key in ground.numbers for cell in ground.owners.cells(ground.numbers[key], 3)]
    if not cells:
        return None
    x, y = sum(cell[0] for cell in cells) / len(cells), sum(cell[1] for cell in cells) / len(cells)
    return min(cells, key=lambda cell: ((cell[0] - x) ** 2 + (cell[1] - y) ** 2, cell))
