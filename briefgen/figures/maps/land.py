"""Shapes of the atlas on a frame: each arc is laid on paper and thinned once, so that neighbours still fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from briefgen.figures.maps.frame import Frame
from briefgen.figures.maps.lines import bounds, cut_line, cut_outline, meet, thinned, within
from briefgen.figures.maps.projection import Plane
from briefgen.geodata import Atlas, Box, Point, Unit

SEEN = 0.1  # points: a smaller step is not seen
UNSEEN = 20.0  # what lies off the frame is kept no finer than this
OFF = 25.0  # points beyond the frame that count as off
LONGEST = 1.5  # degrees of longitude: a longer step is bent, as parallels are
SMALLEST = 0.8  # points: a smaller island is left out
SEAM = 180.0  # the meridian along which the atlas cuts its shapes

Outline = list[Point]


class Land:
    """Outlines and lines on one frame, no finer than *seen* points."""

    def __init__(self, atlas: Atlas, frame: Frame, seen: float = SEEN) -> None:
        self.atlas, self.frame, self.seen = atlas, frame, seen
        self._window = frame.window()
        self._near = (-OFF, -OFF, frame.width + OFF, frame.height + OFF)
        self._laid: dict[tuple[int, float], list[Point]] = {}

    def shows(self, unit: Unit) -> bool:
        """Return whether a unit can be on the frame."""
        return bool(self._turns(unit.box))

    def outlines(self, unit: Unit) -> list[Outline]:
        """Return the parts of a unit that are on the frame, cut to it; islands too small to see are left out."""
        found = []
        for turn in self._turns(unit.box):
            for ring in unit.rings:
                laid = [point for arc in ring for point in self._arc(arc, turn)[:-1]]
                left, top, right, bottom = box = bounds(laid)
                if meet(box, self.frame.box) and max(right - left, bottom - top) >= SMALLEST:
                    found.append(laid if within(box, self.frame.box) else cut_outline(laid, self.frame.box))
        return [outline for outline in found if len(outline) > 2]

    def lines(self, arcs: Iterable[int], box: Box) -> Iterator[Outline]:
        """Yield arcs of a unit in *box* as lines on the frame, without the seam of the atlas."""
        wanted = list(arcs)
        for turn in self._turns(box):
            for arc in wanted:
                for piece in _unseamed(self.atlas.arc(arc)):
                    laid = self._paper(piece, turn)
                    if meet(bounds(laid), self.frame.box):
                        yield from cut_line(laid, self.frame.box)

    def _turns(self, box: Box) -> list[float]:
        """Return the turns of the globe that bring *box* into the window."""
        turns = [
            turn for turn in (-360.0, 0.0, 360.0) if meet((box[0] + turn, box[1], box[2] + turn, box[3]), self._window)
        ]
        return turns[:1] if isinstance(self.frame.projection, Plane) else turns

    def _arc(self, number: int, turn: float) -> list[Point]:
        if number < 0:
            return self._arc(~number, turn)[::-1]
        if (number, turn) not in self._laid:
            self._laid[number, turn] = self._paper(self.atlas.arc(number), turn)
        return self._laid[number, turn]

    def _paper(self, points: Iterable[Point], turn: float) -> list[Point]:
        place = self.frame.place
        laid = [place(lon + turn, lat) for lon, lat in _bent(points)]
        return thinned(laid, self.seen if meet(bounds(laid), self._near) else UNSEEN)


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
