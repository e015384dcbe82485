"""A map from its rows to its drawing."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.figures.drawing import Drawing
from briefgen.figures.maps import legend
from briefgen.figures.maps.extent import Shown, extent
from briefgen.figures.maps.frame import Frame, framed
from briefgen.figures.maps.ground import Ground
from briefgen.figures.maps.labels import Board
from briefgen.figures.maps.lines import bounds
from briefgen.figures.maps.marks import DOT, LARGEST_CIRCLE, marks
from briefgen.figures.maps.naming import name
from briefgen.figures.maps.projection import suited
from briefgen.figures.maps.rows import EVENTS, Question, Row
from briefgen.figures.maps.shades import Shades
from briefgen.figures.palette import ACCENT, HARM, INK
from briefgen.geodata import Atlas

LARGEST = 60_000  # bytes: a drawing that is larger is drawn with coarser steps
COARSER = (0.2, 0.4, 0.8, 1.6)  # points


def frame_of(atlas: Atlas, rows: Sequence[Row], question: Question, width: float | None) -> Frame | None:
    """Return the frame that shows the rows, *width* points wide, or None when none of them has a place on a map."""
    shown = [
        Shown(row.spot.country, row.spot.at, row.spot.box, max(1, row.size))
        for row in rows
        if row.spot.box and row.spot.at
    ]
    whole = [row.spot.country for row in rows if row.spot.known == "country" and not question.by_province]
    if not shown and not whole:
        return None
    points = extent(atlas, shown, whole)
    return framed(points, suited(bounds(points)), width, 0.0 if question.by_province else 1.2 * LARGEST_CIRCLE)


class Chart:
    """The map of some rows on a frame."""

    def __init__(self, atlas: Atlas, rows: Sequence[Row], question: Question, frame: Frame) -> None:
        self.question, self.frame = question, frame
        focus = sorted({row.spot.country for row in rows if row.spot.country})
        self.ground = Ground(atlas, frame, focus)
        self.marks = list(marks(rows, self.ground, circles=not question.by_province))
        self.shades = Shades(mark.row.size for mark in self.marks) if question.by_province else None
        self.board = Board(self.ground.owners, frame.box)
        self.names = name(self.board, self.marks, self.ground)

    @property
    def shown(self) -> list[Row]:
        """The rows that are on the map."""
        return [mark.row for mark in self.marks]

    def svg(self, title: str) -> str:
        """Return the drawing, in the finest steps that keep it small enough."""
        svg = self._svg(title)
        for seen in COARSER:
            if len(svg.encode()) <= LARGEST:
                break
            self.ground.land.draw_in_steps_of(seen)
            svg = self._svg(title)
        return svg

    def _svg(self, title: str) -> str:
        drawing, colour = Drawing(), ACCENT if self.question.measure == EVENTS else HARM
        shares = {mark.row.spot.key: self.shades.share(mark.row.size) for mark in self.marks} if self.shades else {}
        self.ground.draw(drawing, {key: share for key, share in shares.items() if share}, colour)
        for mark in self.marks:
            if mark.radius:
                mark.draw(drawing, colour)
        for label in self.board.labels:
            label.draw(drawing)
            if label.leader and not self.question.by_province:
                continue
            if label.leader:
                drawing.dot(*label.leader[0], DOT, INK, INK)
        legend.draw(drawing, self.frame, self.shades, colour)
        return drawing.svg(self.frame.width, self.frame.height + legend.HIGH, title)
