"""The map under the numbers: sea, neighbours, the countries in question, their provinces, disputed lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefgen.figures.drawing import Drawing, block
from briefgen.figures.maps.frame import Frame
from briefgen.figures.maps.land import SEAM, Land, Outline, numbers
from briefgen.figures.maps.lines import path
from briefgen.figures.maps.owners import Owners
from briefgen.figures.palette import GREY, INK, PALE, WHITE
from briefgen.geodata import Atlas, Unit

NEIGHBOUR = 0.09  # the share of grey in the land of neighbours
HAIR, THIN, COAST, BORDER, DASHED = 0.3, 0.35, 0.35, 0.8, 0.8
MANY = 45  # provinces: the lines between more are finer
DASHES, ROUND = "2.4 1.6", "round"


class Ground:
    """Countries and provinces on a frame, and whose every cell of the paper is."""

    def __init__(self, atlas: Atlas, frame: Frame, focus: Sequence[str]) -> None:
        self.frame = frame
        countries = [country for code in focus if (country := atlas.unit(code))]
        provinces = [unit for code in focus for unit in atlas.provinces(code)]
        self.land = Land(atlas, frame, frozenset(_arcs((*countries, *provinces))))
        near = [country for country in atlas.countries if self.land.shows(country)]
        self.neighbours = [country for country in near if country not in countries]
        self.countries = [country for country in near if country in countries]
        self.provinces = [unit for unit in provinces if self.land.shows(unit)]
        self.lines = [line for line in atlas.lines if self.land.shows(line)]
        self.numbers = {unit.key: number for number, unit in enumerate((*near, *self.provinces), 1)}
        self.owners = self._owned((*near, *self.provinces))

    def _owned(self, units: Iterable[Unit]) -> Owners:
        """Return whose the paper is: countries first, then provinces over them."""
        owners = Owners(self.frame.width, self.frame.height)
        for unit in units:
            owners.paint(self.land.outlines(unit), self.numbers[unit.key])
        for line in self._disputed():
            owners.rule(line)
        return owners

    def draw(self, drawing: Drawing, shades: Mapping[str, float], colour: str) -> None:
        """Draw the map; *shades* are the shares of *colour* in provinces, by key."""
        drawing.rect(0, 0, self.frame.width, self.frame.height, PALE)
        whole = [unit for unit in self.neighbours if not _has_seam(unit)]
        cut = [unit for unit in self.neighbours if _has_seam(unit)]
        drawing.fill(self._closed(whole), GREY, NEIGHBOUR, HAIR)
        drawing.fill(self._closed(cut), GREY, NEIGHBOUR)
        drawing.path(self._open(cut, _arcs(cut)), GREY, HAIR, join=ROUND)
        drawing.fill(self._closed(self.countries), WHITE)
        for share in sorted(set(shades.values())):
            drawing.fill(self._closed(one for one in self.provinces if shades.get(one.key) == share), colour, share)
        self._draw_borders(drawing)

    def _draw_borders(self, drawing: Drawing) -> None:
        outer, others = _arcs(self.countries), _arcs(self.neighbours)
        inner = self._open(self.provinces, _arcs(self.provinces) - outer)
        drawing.path(inner, GREY, THIN if len(self.provinces) <= MANY else THIN / 2, join=ROUND)
        drawing.path(self._open(self.countries, outer - others), INK, COAST, join=ROUND)
        drawing.path(self._open(self.countries, outer & others), INK, BORDER, join=ROUND)
        dashed = "".join(path(line, closed=False) for line in self._disputed())
        drawing.path(dashed, WHITE, 2 * DASHED, join=ROUND)
        drawing.path(dashed, INK, DASHED, DASHES, join=ROUND)
        drawing.path(block(0, 0, self.frame.width, self.frame.height), INK, THIN)

    def _closed(self, units: Iterable[Unit]) -> str:
        return "".join(path(outline, closed=True) for unit in units for outline in self.land.outlines(unit))

    def _open(self, units: Sequence[Unit], arcs: set[int]) -> str:
        """Return the path along *arcs* of some units, each drawn once."""
        left, pieces = set(arcs), list[Outline]()
        for unit in units:
            own = numbers(unit) & left
            left -= own
            pieces += self.land.lines(sorted(own), unit.box)
        return "".join(path(piece, closed=False) for piece in pieces)

    def _disputed(self) -> Iterator[Outline]:
        for unit in self.lines:
            yield from self.land.lines((arc for ring in unit.rings for arc in ring), unit.box)


def _arcs(units: Iterable[Unit]) -> set[int]:
    return {number for unit in units for number in numbers(unit)}


def _has_seam(unit: Unit) -> bool:
    return max(-unit.box[0], unit.box[2]) >= SEAM - 0.01
