"""Whether a file is read out in the order in which its pages are read: its structure against where things stand.

No order can be asked of two things side by side (a margin and what it stands beside, two columns), but what is read
first must not stand below what is read later in the same column; and along a line of one paragraph the order is from
left to right.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, groupby
from typing import Any, NamedTuple

import pypdfium2

from tests.pdf.reading import kids, open_pdf, root

SLACK = 2.0  # points by which the boxes of letters and of superior figures reach into the line above
INLINE = ("/Span", "/Link", "/NonStruct", "/Em", "/Strong", "/Quote", "/Code")
RIGHT_TO_LEFT = ("ar", "fa", "he", "ps", "ur", "und")


class Box(NamedTuple):
    """Where something stands, in points from the lower left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float

    def above(self, other: Box) -> bool:
        """Return whether this stands wholly above the other, in one column with it."""
        across = min(self.right, other.right) - max(self.left, other.left)
        return across > SLACK and self.bottom > other.top - SLACK and self.top > other.top + SLACK

    def before(self, other: Box) -> bool:
        """Return whether this stands wholly to the left of the other, on one line with it."""
        along = min(self.top, other.top) - max(self.bottom, other.bottom)
        lower = min(self.top - self.bottom, other.top - other.bottom)
        return along > lower / 2 and self.right < other.left + SLACK

    def around(self, other: Box) -> Box:
        """Return the box around both."""
        left, bottom = min(self.left, other.left), min(self.bottom, other.bottom)
        return Box(left, bottom, max(self.right, other.right), max(self.top, other.top))


class Piece(NamedTuple):
    """A run of marked content: its page, its place, the paragraph or cell that it belongs to."""

    page: int
    box: Box
    block: int


def misplaced(pdf: bytes) -> list[str]:
    """Return what is read too late: each thing with the one below or beyond it that is read before."""
    found = [
        (first, later)
        for _, pieces in groupby(sorted(_pieces(pdf), key=lambda piece: piece.page), lambda piece: piece.page)
        for first, later in combinations(pieces, 2)
        if later.box.above(first.box) or (first.block == later.block and later.box.before(first.box))
    ]
    texts = [page.get_textpage() for page in pypdfium2.PdfDocument(pdf)] if found else []
    words = {piece: texts[piece.page].get_text_bounded(*piece.box) for pair in found for piece in pair}
    return [f"page {one.page + 1}: {words[later]!r} is read after {words[one]!r}" for one, later in found]


def _pieces(pdf: bytes) -> Iterator[Piece]:
    """Yield all that is read, in the order of the structure tree."""
    reader: Any = open_pdf(pdf)
    numbers = {sheet.indirect_reference.idnum: index for index, sheet in enumerate(reader.pages)}
    placed = list(_placed(pdf))
    for holder, mark, block in _marks(root(pdf)["/StructTreeRoot"]["/K"][0].get_object(), 0):
        page = numbers[holder.raw_get("/Pg").idnum]
        if mark in placed[page]:
            yield Piece(page, placed[page][mark], block)


def _marks(element: Any, block: int) -> Iterator[tuple[Any, int, int]]:
    """Yield each mark under an element, with the object that says on which page, and with its block."""
    if element["/S"] not in INLINE:
        block = id(element)
    for kid in kids(element):
        if isinstance(kid, int):
            yield element, int(kid), block
        elif "/MCID" in kid:
            yield (kid if "/Pg" in kid else element), int(kid["/MCID"]), block
        elif "/S" in kid:
            yield from _marks(kid, id(kid) if str(kid.get("/Lang", "")).startswith(RIGHT_TO_LEFT) else block)


def _placed(pdf: bytes) -> Iterator[dict[int, Box]]:
    """Yield for each page where its marks stand."""
    for page in pypdfium2.PdfDocument(pdf):
        places: dict[int, Box] = {}
        for item in page.get_objects():
            mark, box = pypdfium2.raw.FPDFPageObj_GetMarkedContentID(item.raw), Box(*item.get_bounds())
            if mark >= 0 and box.right > box.left and box.top > box.bottom:
                places[mark] = box.around(places.get(mark, box))
        yield places
