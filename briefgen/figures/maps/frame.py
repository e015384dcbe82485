"""The rectangle of paper that shows a part of the earth."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from briefgen.figures.maps.lines import bounds
from briefgen.figures.maps.projection import KILOMETRES, Projection
from briefgen.geodata import Box, Point

SMALLEST = 150.0  # kilometres from top to bottom; the shapes are generalised to one, and look coarse when enlarged
MAIN, WIDE = 308.0, 470.0  # widths of a map, in points: of the main column, and of the page for what is FLAT
FLAT = 0.48  # height as a share of the width
FLATTEST, TALLEST = 0.36, 0.66  # the same of a map: what is flatter or taller has something beside it
HIGHEST = 174.0  # points: a map takes no more of a page
MARGIN = 9.0  # points that what is to be seen keeps from the edge


@dataclass(frozen=True)
class Frame:
    """A map of *width* by *height* points; *scale* is points for a radius of the earth, *x* and *y* its middle."""

    projection: Projection
    width: float
    height: float
    scale: float
    x: float
    y: float

    @property
    def box(self) -> Box:
        """The rectangle in points."""
        return 0.0, 0.0, self.width, self.height

    @property
    def kilometre(self) -> float:
        """How many points a kilometre takes."""
        return self.scale / KILOMETRES

    def place(self, lon: float, lat: float) -> Point:
        """Return where a place stands, in points from the top left corner; its longitude may go beyond 180°."""
        x, y = self.projection.place(lon, lat)
        return self.width / 2 + (x - self.x) * self.scale, self.height / 2 - (y - self.y) * self.scale

    def spot(self, point: Point) -> Point:
        """Return where a place stands, its longitude taken on the side of the earth that the map shows."""
        middle = self.projection.middle
        return self.place((point[0] - middle + 180) % 360 - 180 + middle, point[1])

    def holds(self, point: Point, spare: float = 0.0) -> bool:
        """Return whether a place is on the map, *spare* points or more from its edge."""
        x, y = self.spot(point)
        return spare <= x <= self.width - spare and spare <= y <= self.height - spare

    def window(self) -> Box:
        """Return west, south, east and north of all that the frame shows."""
        ground = self.projection.ground
        spots = [self._back(x / 12, y / 12) for x in range(13) for y in range(13)]
        west, south, east, north = bounds(ground(*spot) for spot in spots)
        for pole in (-90.0, 90.0):
            x, y = self.place(self.projection.middle, pole)
            if 0 <= x <= self.width and 0 <= y <= self.height:
                west, east, south, north = -math.inf, math.inf, min(south, pole), max(north, pole)
        middle = self.projection.middle  # what is further than half the globe from there is on the other side
        return max(west - 0.5, middle - 180), south - 0.5, min(east + 0.5, middle + 180), north + 0.5

    def _back(self, across: float, down: float) -> Point:
        return self.x + (across - 0.5) * self.width / self.scale, self.y - (down - 0.5) * self.height / self.scale


def framed(points: Iterable[Point], projection: Projection, width: float | None, share: float) -> Frame:
    """Return the frame that shows all *points*, and what lies around.

    It is *width* points wide, or as its shape asks for; the points keep a *share* of the width from its edge.
    """
    left, bottom, right, top = bounds(projection.place(*point) for point in points)
    wide = max(right - left, 1e-6)
    high = max(top - bottom, SMALLEST / KILOMETRES)
    width = width or (WIDE if high / wide < FLAT else MAIN)
    height = min(min(max(high / wide, FLATTEST), TALLEST) * width, HIGHEST)
    margin = max(MARGIN, share * width)
    scale = min((width - 2 * margin) / wide, (height - 2 * margin) / high)
    return Frame(projection, width, height, scale, (left + right) / 2, (bottom + top) / 2)
