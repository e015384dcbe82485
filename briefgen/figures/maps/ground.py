"""The map under the numbers: sea, neighbours, the countries in question, their provinces, disputed lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefgen.figures.drawing import Drawing, block
from briefgen.figures.maps.frame import Frame
from briefgen.figures.maps.land import Land, Outline, numbers
from briefgen.figures.maps.lines import path
from briefgen.figures.maps.owners import Owners
from briefgen.figures.palette import GREY, INK, PALE, WHITE
from briefgen.geodata import Atlas, Unit

NEIGHBOUR = 0.13  # the share of grey in the land of neighbours
HAIR, THIN, BORDER, DASHED = 0.3, 0.35, 0.75, 0.8
DASHES, ROUND = "2.4 1.6", "round"


class Ground:
    """Countries and provinces on a frame, and whose every cell of the paper is."""

    def __init__(self, atlas: Atlas, frame: Frame, focus: Sequence[str], seen: float) -> None:
        self.atlas, self.frame = atlas, frame
        self.land = Land(atlas, frame, seen)
        near = [country for country in atlas.countries if self.land.shows(country)]
        self.neighbours = [country for country in near if country.code not in focus]
        self.countries = [country for country in near if country.code in focus]
        self.provinces = [unit for code in focus for unit in atlas.provinces(code) if self.land.shows(unit)]
        self.shapes = {unit.key: self.land.outlines(unit) for unit in (*near, *self.provinces)}
        self.disputed = [
            line
            for unit in atlas.lines
            for line in self.land.lines((arc for ring in unit.rings for arc in ring), unit.box)
        ]
        self.numbers = {key: number + 1 for number, key in enumerate(self.shapes)}
        self.owners = self._owned()

    def _owned(self) -> Owners:
        owners = Owners(self.frame.width, self.frame.height)
        for key, outlines in self.shapes.items():  # countries first, then provinces over them
            owners.paint(outlines, self.numbers[key])
        for line in self.disputed:
            owners.rule(line)
        return owners

    def draw(self, drawing: Drawing, shades: Mapping[str, float], colour: str) -> None:
        """Draw the map; *shades* are the shares of *colour* in provinces, by key."""
        frame = self.frame
        drawing.rect(0, 0, frame.width, frame.height, PALE)
        drawing.fill(self._closed(self.neighbours), GREY, NEIGHBOUR)
        drawing.fill(self._closed(self.countries), WHITE)
        for share in sorted(set(shades.values())):
            drawing.fill(
                self._closed([unit for unit in self.provinces if shades.get(unit.key) == share]), colour, share
            )
        inner = self._arcs(self.provinces) - self._arcs(self.countries)
        outer = self._arcs(self.countries)
        drawing.path(self._open(self.neighbours, self._arcs(self.neighbours) - outer), GREY, HAIR, join=ROUND)
        drawing.path(self._open(self.provinces, inner), GREY, THIN, join=ROUND)
        drawing.path(self._open(self.countries, outer), INK, BORDER, join=ROUND)
        dashed = "".join(path(line, closed=False) for line in self.disputed)
        drawing.path(dashed, WHITE, 2 * DASHED, join=ROUND)
        drawing.path(dashed, GREY, DASHED, DASHES, join=ROUND)
        drawing.path(block(0, 0, frame.width, frame.height), INK, THIN)

    def _closed(self, units: Iterable[Unit]) -> str:
        return "".join(path(outline, closed=True) for unit in units for outline in self.shapes[unit.key])

    def _open(self, units: Sequence[Unit], arcs: set[int]) -> str:
        drawn: set[int] = set()
        pieces: list[Outline] = []
        for unit in units:
            own = sorted(numbers(unit) & arcs - drawn)
            drawn.update(own)
            pieces += self.land.lines(own, unit.box)
        return "".join(path(piece, closed=False) for piece in pieces)

    def _arcs(self, units: Iterable[Unit]) -> set[int]:
        return {number for unit in units for number in numbers(unit)}
