"""Shapes of the atlas on a frame: each arc is laid on paper and thinned once, so that neighbours still fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from briefgen.figures.maps.frame import Frame
from briefgen.figures.maps.lines import bounds, cut_line, cut_outline, meet, thinned, within
from briefgen.figures.maps.projection import Plane
from briefgen.geodata import Arcs, Atlas, Box, Point, Unit

SEEN = 0.1  # points: a smaller step is not seen
COARSER = 2.5  # what only surrounds the map is drawn in steps so many times as large
OFF, FEW = 1.0, 6  # degrees: of what is further off the map than this, each so manyth point is enough
LONGEST = 1.5  # degrees of longitude: a longer step is bent, as parallels are
SMALLEST, ISLAND = 1.0, 3.5  # points, and steps: a smaller island is left out
SEAM = 180.0  # the meridian along which the atlas cuts its shapes
TURNS = (-360.0, 0.0, 360.0)

Outline = list[Point]


class Land:
    """Outlines and lines on one frame: *fine* arcs in steps of *seen* points, the others COARSER times that."""

    def __init__(self, atlas: Atlas, frame: Frame, fine: frozenset[int] = frozenset()) -> None:
        self.atlas, self.frame, self.fine, self.seen = atlas, frame, fine, SEEN
        self._window = frame.window()
        self._boxes: dict[int, Box] = {}
        self._thinned: dict[tuple[int, float], list[Point]] = {}

    def draw_in_steps_of(self, seen: float) -> None:
        """Thin what is drawn from now on to steps of *seen* points, no finer than before."""
        self.seen = seen
        for (number, turn), laid in self._thinned.items():
            self._thinned[number, turn] = self._thin(laid, number)

    def shows(self, unit: Unit) -> bool:
        """Return whether a unit can be on the frame."""
        return bool(self._turns(unit.box))

    def outlines(self, unit: Unit) -> list[Outline]:
        """Return the parts of a unit that are on the frame, cut to it; islands too small to see are left out."""
        found, smallest = [], max(SMALLEST, ISLAND * self.seen)
        for turn in self._turns(unit.box):
            for ring in unit.rings:
                if not self._meets(ring, turn):
                    continue
                laid = [point for arc in ring for point in self._arc(arc, turn)[:-1]]
                left, top, right, bottom = box = bounds(laid)
                if meet(box, self.frame.box) and max(right - left, bottom - top) >= smallest:
                    found.append(laid if within(box, self.frame.box) else cut_outline(laid, self.frame.box))
        return [outline for outline in found if len(outline) > 2]

    def lines(self, arcs: Iterable[int], box: Box) -> Iterator[Outline]:
        """Yield arcs of a unit in *box* as lines on the frame, without the seam of the atlas."""
        wanted = list(arcs)
        for turn in self._turns(box):
            for arc in (arc for arc in wanted if self._meets((arc,), turn)):
                for laid in self._seamless(arc, turn):
                    if meet(bounds(laid), self.frame.box):
                        yield from cut_line(laid, self.frame.box)

    def _turns(self, box: Box) -> list[float]:
        """Return the turns of the globe that bring *box* into the window."""
        west, south, east, north = box
        turns = [turn for turn in TURNS if meet((west + turn, south, east + turn, north), self._window)]
        return turns[:1] if isinstance(self.frame.projection, Plane) else turns

    def _meets(self, arcs: Arcs, turn: float) -> bool:
        """Return whether some arcs, together, can be on the frame."""
        boxes = [self._bounds(arc if arc >= 0 else ~arc) for arc in arcs]
        west, south = min(box[0] for box in boxes), min(box[1] for box in boxes)
        east, north = max(box[2] for box in boxes), max(box[3] for box in boxes)
        return meet((west + turn, south, east + turn, north), self._window)

    def _bounds(self, arc: int) -> Box:
        if arc not in self._boxes:
            self._boxes[arc] = bounds(self.atlas.arc(arc))
        return self._boxes[arc]

    def _seamless(self, arc: int, turn: float) -> Iterator[list[Point]]:
        points = self.atlas.arc(arc)
        if any(abs(one[0]) == SEAM == abs(two[0]) for one, two in pairwise(points)):
            for piece in _unseamed(points):
                yield self._thin(self._on_paper(piece, turn), arc)
        else:
            yield self._arc(arc, turn)

    def _arc(self, number: int, turn: float) -> list[Point]:
        if number < 0:
            return self._arc(~number, turn)[::-1]
        key = number, turn
        if key not in self._thinned:
            self._thinned[key] = self._thin(self._on_paper(self.atlas.arc(number), turn), number)
        return self._thinned[key]

    def _on_paper(self, points: Sequence[Point], turn: float) -> list[Point]:
        west, south, east, north = bounds(points)
        place = self.frame.place
        if not meet((west + turn - OFF, south - OFF, east + turn + OFF, north + OFF), self._window):
            points = [*points[:-1:FEW], points[-1]]
        return [place(lon + turn, lat) for lon, lat in _bent(points)]

    def _thin(self, laid: list[Point], number: int) -> list[Point]:
        return thinned(laid, self.seen * (1 if number in self.fine else COARSER))


def _bent(points: Iterable[Point]) -> Iterator[Point]:
    """Yield the points with others between those that are far apart, so that a parallel becomes a curve."""
    before: Point | None = None
    for lon, lat in points:
        if before and abs(lon - before[0]) > LONGEST:
            steps = int(abs(lon - before[0]) / LONGEST) + 1
            for step in range(1, steps):
                share = step / steps
                yield before[0] + share * (lon - before[0]), before[1] + share * (lat - before[1])
        yield lon, lat
        before = lon, lat


def _unseamed(points: Iterable[Point]) -> Iterator[list[Point]]:
    piece: list[Point] = []
    for one, two in pairwise(points):
        if abs(one[0]) == SEAM == abs(two[0]):
            if len(piece) > 1:
                yield piece
            piece = []
        else:
            piece = [*piece, two] if piece else [one, two]
    if len(piece) > 1:
        yield piece


def numbers(unit: Unit) -> set[int]:
    """Return the numbers of the arcs of a unit, whichever way they run."""
    return {arc if arc >= 0 else ~arc for ring in unit.rings for arc in ring}
