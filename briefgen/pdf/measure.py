"""How far a page goes over its budget, and how high what stands on it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from briefgen.pdf import OverfullError
from briefgen.pdf.library import boxes

#: A box of WeasyPrint's, which has no types; it counts in CSS pixels.
Box = Any
MM = 25.4 / 96


def measured(document: Any, budget: int) -> OverfullError:
    """Return what is to be known of a *document* that has more pages than its *budget*."""
    pages = [page._page_box for page in document.pages]
    return OverfullError(MM * _over(pages, budget), {one: MM * high for one, high in _heights(pages).items()})


def _over(pages: list[Box], budget: int) -> float:
    """Return what stands on the pages beyond the budget, less the room at the end of the last one within it."""
    beyond: float = sum(_end(page) - page.content_box_y() for page in pages[budget:])
    room: float = pages[budget - 1].content_box_y() + pages[budget - 1].height - _end(pages[budget - 1])
    return beyond - room if beyond > room else beyond  # a break that the style sheet asks for leaves room unused


def _end(page: Box) -> float:
    """Return where the content of a page ends.

    A box that goes on on the next page is filled up to the end of this one, so its lines are asked.
    """
    ends: Iterator[float] = (box.position_y + box.margin_height() for box in _leaves(page))
    return max(ends, default=page.content_box_y())


def _leaves(box: Box) -> Iterator[Box]:
    for child in getattr(box, "children", ()):
        if isinstance(child, boxes.LineBox | boxes.TableCellBox) or not getattr(child, "children", ()):
            yield child
        elif not isinstance(child, boxes.MarginBox):
            yield from _leaves(child)


def _heights(pages: list[Box]) -> Mapping[str, float]:
    """Return the height of each element with ``data-fit``, in CSS pixels."""
    found: defaultdict[str, float] = defaultdict(float)
    for page in pages:
        for box in _named(page, None):
            # of two margins that meet, the larger one is what goes with the element
            found[box.element.get("data-fit")] += box.border_height() + max(box.margin_top, box.margin_bottom)
    return found


def _named(box: Box, element: object) -> Iterator[Box]:
    """Yield the outermost box of each element that has a name; *element* is that of the boxes around it."""
    for child in getattr(box, "children", ()):
        if child.element is not None and child.element is not element and child.element.get("data-fit"):
            yield child
        yield from _named(child, child.element)
