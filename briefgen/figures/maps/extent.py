"""How much of the earth a map shows: the countries of what is shown, or the part of them where it happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians, sin

from briefgen.figures.maps.lines import bounds
from briefgen.geodata import Atlas, Box, Point, Unit

NEAR = 3.0  # degrees of a great circle: parts of a country that are further apart are not one
PARTS = 80  # of a country, the biggest; the others do not change where it lies
STRETCH = 4.0  # what two parts take together, at most so many times what they take alone
CLOSE_UP = 0.12  # of the country: when all that is shown takes less, the map shows that
AROUND, LEAST = 0.6, 1.8  # of its size, and degrees at least, are shown round a close-up on each side


@dataclass(frozen=True)
class Shown:
    """Something on the map: where it is, the box of what it is known by, and its country."""

    country: str
    at: Point
    box: Box
    weight: float = 1.0


@dataclass(frozen=True)
class Part:
    """Parts of a country that lie together: their outlines and the box around them, which may go beyond 180° east."""

    rings: tuple[tuple[Point, ...], ...]
    box: Box


def extent(atlas: Atlas, shown: Sequence[Shown], whole: Iterable[str] = ()) -> tuple[Point, ...]:
    """Return points that the map is to hold, their longitudes running on beyond 180° where need be.

    The countries *whole* are on it with their biggest part at least.
    """
    entire = tuple(whole)
    countries = dict.fromkeys([*(one.country for one in shown), *entire])
    parts = [part for country in countries for part in _chosen(atlas, country, shown)]
    held = [one.box for one in shown if any(_holds(part.box, one.at) for part in parts)]
    near, far = grown(around(held or [one.box for one in shown])), around([part.box for part in parts])
    if not entire and (not parts or surface(near) < CLOSE_UP * surface(far)):
        return tuple(_corners(near))
    return tuple(_turned(point, far[0]) for part in parts for ring in part.rings for point in ring)


def around(boxes: Iterable[Box]) -> Box:
    """Return the smallest box around some boxes; it goes beyond 180° east where that makes it smaller."""
    spans = sorted((_west(west), east - west + _west(west), south, north) for west, south, east, north in boxes)
    if not spans:
        return 0.0, 0.0, 0.0, 0.0
    reach = max(east for _, east, *_ in spans) - 360
    widest, start = 0.0, spans[0][0]
    for west, east, *_ in spans:
        if west - reach > widest:
            widest, start = west - reach, west
        reach = max(reach, east)
    return start, min(span[2] for span in spans), start + 360 - widest, max(span[3] for span in spans)


def _west(lon: float) -> float:
    """Return a longitude from -180 up to 180 degrees."""
    return (lon + 180) % 360 - 180


def grown(box: Box) -> Box:
    """Return a box with what lies around it."""
    west, south, east, north = box
    more = max(AROUND * max(north - south, (east - west) * cos(radians((south + north) / 2))), LEAST)
    wider = more / max(0.2, cos(radians((south + north) / 2)))
    return west - wider, max(-90.0, south - more), east + wider, min(90.0, north + more)


def surface(box: Box) -> float:
    """Return the surface of a box in squared radii of the earth."""
    west, south, east, north = box
    return radians(east - west) * (sin(radians(north)) - sin(radians(south)))


def _chosen(atlas: Atlas, country: str, shown: Sequence[Shown]) -> Iterator[Part]:
    """Yield the parts of a country where something is shown, but none so far off that the map would show little else.

    What is known by the country alone is in none of them; without anything else, the biggest part is shown.
    """
    unit = atlas.unit(country)
    parts = sorted(_parts(atlas, unit), key=lambda part: -surface(part.box)) if unit else []
    weights = [
        sum(one.weight for one in shown if one.country == country and _holds(part.box, one.at)) for part in parts
    ]
    ranked = sorted(range(len(parts)), key=lambda index: (-weights[index], index))
    chosen: list[Part] = []
    for index in ranked:
        boxes = [*(part.box for part in chosen), parts[index].box]
        fits = surface(around(boxes)) <= STRETCH * sum(map(surface, boxes))
        if not chosen or (weights[index] and fits):
            chosen.append(parts[index])
    yield from chosen


def _parts(atlas: Atlas, country: Unit) -> Iterator[Part]:
    """Yield the groups of a country's outlines that lie within NEAR of one another."""
    rings = [tuple(atlas.points(ring)) for ring in country.rings]
    boxed = sorted(((bounds(ring), ring) for ring in rings), key=lambda one: -surface(one[0]))[:PARTS]
    while boxed:
        group, todo = [], [boxed.pop(0)]
        while todo:
            one = todo.pop()
            group.append(one)
            todo += [other for other in boxed if apart(one[0], other[0]) <= NEAR]
            boxed = [other for other in boxed if apart(one[0], other[0]) > NEAR]
        yield Part(tuple(ring for _, ring in group), around(box for box, _ in group))


def apart(one: Box, other: Box) -> float:
    """Return about how many degrees of a great circle two boxes are apart; 0 when they meet."""
    up = max(0.0, one[1] - other[3], other[1] - one[3])
    turn = 360 * round((one[0] + one[2] - other[0] - other[2]) / 720)
    across = max(0.0, one[0] - other[2] - turn, other[0] + turn - one[2])
    return hypot(up, across * cos(radians((one[1] + one[3]) / 2)))


def _holds(box: Box, point: Point) -> bool:
    return apart(box, (*point, *point)) < 0.5


def _turned(point: Point, west: float) -> Point:
    """Return a point with its longitude at or east of *west*."""
    return ((point[0] - west + 1e-6) % 360 + west - 1e-6, point[1])


def _corners(box: Box) -> Iterator[Point]:
    west, south, east, north = box
    for step in range(9):
        lon = west + (east - west) * step / 8
        yield lon, south
        yield lon, north
