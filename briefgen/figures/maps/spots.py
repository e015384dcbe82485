"""Where something happened, as exactly as it is known and no more."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import hypot
from typing import Literal, TypeAlias

from briefgen.edition import Record
from briefgen.figures.maps.lines import meet
from briefgen.geodata import Atlas, Box, Point, Unit

Known: TypeAlias = Literal["site", "area", "province", "country", "nowhere"]
EXACT = ("site", "town", None)
SMALL = 0.2  # degrees on each side of a place that is known to a site
OFFSHORE = 0.15  # degrees: coasts are generalised, so a port can seem to lie at sea


@dataclass(frozen=True)
class Spot:
    """A place by what it is *known* by: a position, an area about a position, a province, a country, or nothing.

    *key* tells it from every other; *at* is where it stands, nothing for a country, whose middle depends on the map.
    """

    key: str
    name: str
    known: Known
    country: str = ""
    unit: Unit | None = None
    at: Point | None = None

    @property
    def box(self) -> Box | None:
        """The box of what it is known by, for the extent of a map."""
        if self.known in ("site", "area") and self.at:
            lon, lat = self.at
            return lon - SMALL, lat - SMALL, lon + SMALL, lat + SMALL
        return self.unit.box if self.known == "province" and self.unit else None


def located(atlas: Atlas, place: Record, *, by_province: bool) -> Spot:
    """Return where a place of the edition is on a map by province, or else by point."""
    country, unit = atlas.units_of(place["iso"], place["admin"])
    at = _position(place)
    if at and unit is None and place["precision"] != "country":
        unit = holding(atlas, at, country)
    code = country.code if country else unit.country if unit else ""
    exact = Spot(place["id"], place["name"], "site" if place["precision"] in EXACT else "area", code, unit, at)
    if at and not by_province and (place["precision"] in (*EXACT, "district", "area") or not code):
        return exact
    if unit:
        return of_province(unit)
    if country and not _has_code(place):
        return of_country(country)
    return replace(exact, known="nowhere")


def of_province(unit: Unit) -> Spot:
    """Return a province as a spot."""
    return Spot(unit.key, unit.name, "province", unit.country, unit, unit.at)


def of_country(country: Unit) -> Spot:
    """Return a country as a spot: what happened in it, nobody knows in which province."""
    return Spot(country.key, f"{country.name}, not by province", "country", country.code)


def joined(atlas: Atlas, spots: Sequence[Spot]) -> Spot:
    """Return the narrowest spot that holds all *spots*: its number is not to be shared out among them."""
    if len({spot.key for spot in spots}) == 1:
        return spots[0]
    units, countries = {spot.unit.key if spot.unit else "" for spot in spots}, {spot.country for spot in spots}
    if len(units) == 1 and spots[0].unit:
        return of_province(spots[0].unit)
    country = atlas.unit(spots[0].country)
    if len(countries) == 1 and country:
        return of_country(country)
    names = list(dict.fromkeys(spot.name for spot in spots))
    return Spot("+".join(spot.key for spot in spots), " and ".join(names), "nowhere")


def holding(atlas: Atlas, point: Point, country: Unit | None) -> Unit | None:
    """Return the province that a position lies in."""
    countries = [country] if country else [one for one in atlas.countries if _in_box(one.box, point)]
    units = [unit for one in countries for unit in atlas.provinces(one.code) if _in_box(unit.box, point)]
    for unit in units:
        if sum(_crosses(atlas.points(ring), *point) for ring in unit.rings) % 2:
            return unit
    return min(
        ((far, unit) for unit in units if (far := _apart(atlas, unit, point)) < OFFSHORE),
        default=(0, None),
        key=lambda one: one[0],
    )[1]


def _apart(atlas: Atlas, unit: Unit, point: Point) -> float:
    """Return how far a point is from the nearest corner of a unit, in degrees."""
    return min(hypot(lon - point[0], lat - point[1]) for ring in unit.rings for lon, lat in atlas.points(ring))


def _has_code(place: Record) -> bool:
    return "-" in (place["iso"] or "")


def _position(place: Record) -> Point | None:
    return None if place["lat"] is None or place["lon"] is None else (place["lon"], place["lat"])


def _in_box(box: Box, point: Point) -> bool:
    return meet(box, (point[0] - OFFSHORE, point[1] - OFFSHORE, point[0] + OFFSHORE, point[1] + OFFSHORE))


def _crosses(ring: Iterable[Point], lon: float, lat: float) -> int:
    """Return how often a ring crosses the parallel of a point east of it: an odd number of times around it."""
    points = list(ring)
    count = 0
    for (x, y), (end_x, end_y) in itertools.pairwise(points):
        if (y > lat) != (end_y > lat) and lon < x + (lat - y) * (end_x - x) / (end_y - y):
            count += 1
    return count
