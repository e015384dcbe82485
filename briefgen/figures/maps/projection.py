"""Equal-area projections of the sphere (Snyder, Map Projections: A Working Manual, USGS 1987, chapters 10, 14 and 24).

Each maps longitude and latitude in degrees to x (east) and y (north) in radii of the earth. A surface is as large on
the map as it is on the ground, so that shades and circles compare.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, atan2, cos, degrees, hypot, pi, radians, sin, sqrt
from typing import Protocol

from briefgen.geodata import Box, Point

NEARLY_FLAT = 0.12  # a cone with less than this constant is taken for a cylinder
WIDEST_CONE = 200.0  # degrees of longitude; more are laid on a cylinder
POLAR = 72.0  # degrees of latitude: a map whose middle is beyond is laid on a plane
WORLD = 37.5  # the parallels that keep their length on a map of the world


class Projection(Protocol):
    """Places of the earth on a plane and back."""

    @property
    def middle(self) -> float:
        """The meridian that runs straight up."""

    def place(self, lon: float, lat: float) -> Point:
        """Return x and y of a place."""

    def ground(self, x: float, y: float) -> Point:
        """Return longitude and latitude; where nothing of the earth is, those of the nearest that there is."""


@dataclass(frozen=True)
class Cone:
    """Albers' conic: two parallels keep their length."""

    middle: float
    constant: float
    c: float

    @classmethod
    def between(cls, middle: float, south: float, north: float) -> Cone:
        """Return the cone through two parallels."""
        constant = (sin(radians(south)) + sin(radians(north))) / 2
        return cls(middle, constant, cos(radians(south)) ** 2 + 2 * constant * sin(radians(south)))

    def place(self, lon: float, lat: float) -> Point:
        """Return x and y of a place."""
        radius = sqrt(max(0.0, self.c - 2 * self.constant * sin(radians(lat)))) / self.constant
        angle = self.constant * radians(lon - self.middle)
        return radius * sin(angle), -radius * cos(angle)

    def ground(self, x: float, y: float) -> Point:
        """Return longitude and latitude."""
        side = 1 if self.constant > 0 else -1
        angle = atan2(side * x, -side * y)
        height = (self.c - (self.constant * hypot(x, y)) ** 2) / (2 * self.constant)
        return self.middle + degrees(angle / self.constant), _latitude(height)


@dataclass(frozen=True)
class Cylinder:
    """Lambert's cylinder, pressed so that the parallels *kept* north and south keep their length."""

    middle: float
    kept: float

    def place(self, lon: float, lat: float) -> Point:
        """Return x and y of a place."""
        return radians(lon - self.middle) * cos(radians(self.kept)), sin(radians(lat)) / cos(radians(self.kept))

    def ground(self, x: float, y: float) -> Point:
        """Return longitude and latitude."""
        return self.middle + degrees(x / cos(radians(self.kept))), _latitude(y * cos(radians(self.kept)))


@dataclass(frozen=True)
class Plane:
    """Lambert's azimuthal: a plane that touches the earth at *middle*, *lat*."""

    middle: float
    lat: float

    def place(self, lon: float, lat: float) -> Point:
        """Return x and y of a place."""
        turn, own, there = radians(lon - self.middle), radians(self.lat), radians(lat)
        nearness = 1 + sin(own) * sin(there) + cos(own) * cos(there) * cos(turn)
        spread = sqrt(2 / max(nearness, 1e-9))
        up = cos(own) * sin(there) - sin(own) * cos(there) * cos(turn)
        return spread * cos(there) * sin(turn), spread * up

    def ground(self, x: float, y: float) -> Point:
        """Return longitude and latitude."""
        far, own = hypot(x, y), radians(self.lat)
        if far == 0:
            return self.middle, self.lat
        angle = 2 * asin(min(1.0, far / 2))
        height = cos(angle) * sin(own) + y * sin(angle) * cos(own) / far
        turn = atan2(x * sin(angle), far * cos(own) * cos(angle) - y * sin(own) * sin(angle))
        return self.middle + degrees(turn), _latitude(height)


def suited(box: Box) -> Projection:
    """Return the projection for a map of *box*: a cone; a cylinder about the equator; a plane about a pole."""
    west, south, east, north = box
    middle, height = (west + east) / 2, north - south
    if abs(south + north) / 2 > POLAR:
        return Plane(middle, (south + north) / 2)
    cone = Cone.between(middle, south + height / 6, north - height / 6) if abs(south + north) > 1 else None
    if cone is None or abs(cone.constant) < NEARLY_FLAT or east - west > WIDEST_CONE:
        return Cylinder(middle, min(WORLD, 0.6 * max(abs(south), abs(north))))
    return cone


def _latitude(height: float) -> float:
    return degrees(asin(min(1.0, max(-1.0, height)))) if abs(height) < 1 else (90.0 if height > 0 else -90.0)


SPHERE = 4 * pi  # the surface of the earth in squared radii
KILOMETRES = 6371.0  # the radius of a sphere with the earth's surface
