"""Reads world.topojson.gz, taking from it only what is asked for.

It is TopoJSON with one feature and one arc a line, compressed in two parts: the features, with their names, and the
arcs, which hold the coordinates. Looking up a name unpacks the first part alone; drawing a country decodes only its
own arcs.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from briefgen.geodata.unit import Point, Unit

PACK = Path(__file__).with_name("world.topojson.gz")
GZIP = 31  # zlib's number for gzip with the longest window
STEPS = 1000  # coordinates are whole thousandths of a degree


class Pack:
    """The lines of the file by layer: ``admin0``, ``admin1``, ``disputed``; and its arcs."""

    def __init__(self, data: bytes) -> None:
        unpacker = zlib.decompressobj(GZIP)
        self.layers: dict[str, list[str]] = {}
        for line in unpacker.decompress(data).decode().split("\n"):
            if line.startswith(('"admin', '"disputed')):
                lines = self.layers.setdefault(line.split('"', 2)[1], [])
            elif line.startswith('{"type":"Multi'):
                lines.append(line)
        self._second = unpacker.unused_data
        self._decoded: dict[int, tuple[Point, ...]] = {}

    @cached_property
    def _arcs(self) -> list[str]:
        lines = zlib.decompress(self._second, GZIP).decode().split("\n")
        return [line for line in lines if line.startswith("[[")]

    def units(self, layer: str, containing: str = "") -> Iterator[Unit]:
        """Yield the units of *layer*, those whose line contains a text."""
        for line in self.layers[layer]:
            if containing in line:
                yield _unit(json.loads(line.rstrip(",")), layer)

    def arc(self, number: int) -> tuple[Point, ...]:
        """Return the points of an arc; ~n is arc n from its end."""
        if number < 0:
            return self.arc(~number)[::-1]
        if number not in self._decoded:
            self._decoded[number] = tuple(_points(json.loads(self._arcs[number].rstrip(","))))
        return self._decoded[number]


@cache
def shipped() -> Pack:
    """Return the pack that ships with briefgen."""
    return Pack(PACK.read_bytes())


def _unit(feature: dict[str, Any], layer: str) -> Unit:
    known, arcs = feature["properties"], feature["arcs"]
    rings = arcs if layer == "disputed" else [ring for part in arcs for ring in part]
    country = known.get("iso_a2", "")
    return Unit(
        country=country,
        code=known.get("code", "") if layer == "admin1" else country,
        name=known["name"],
        aliases=tuple(known.get("aliases", ())),
        box=tuple(feature["bbox"]),
        at=tuple(known["at"]) if "at" in known else None,
        redrawn=known.get("redrawn", False),
        held_by=known.get("held_by", ""),
        rings=tuple(map(tuple, rings)),
    )


def _points(steps: list[list[int]]) -> Iterator[Point]:
    """Yield the points of an arc, whose steps go from point to point, beginning at 180° west and 90° south."""
    x, y = -180 * STEPS, -90 * STEPS
    for across, up in steps:
        x, y = x + across, y + up
        yield x / STEPS, y / STEPS
