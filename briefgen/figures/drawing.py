"""SVG as WeasyPrint prints it: presentation attributes only, no ids, numbers cut to a hundredth of a point.

Colours are roles (figures/palette.py); the page gives them their values.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import TypeAlias

from briefgen.figures import metrics
from briefgen.figures.palette import INK
from briefgen.figures.scripts import JOINED, SIGN, WIDEST_KEY

FAMILY = "'Source Sans 3'"
TEXT, LINE = 7.6, 9.6  # the size of labels, and from one line of them to the next, in points
OVER = 0.5  # how far a strip reaches over the line under it, in points
Attributes: TypeAlias = dict[str, float | str | None]

ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}


def number(value: float) -> str:
    """Return *value* with at most two decimals and no needless zero."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def width(text: str, size: float = TEXT, *, bold: bool = False) -> float:
    """Return how wide a label will be, in points."""
    shown = text if text.isascii() else SIGN.sub(WIDEST_KEY, text)
    return metrics.width(shown, size, metrics.SEMIBOLD if bold else metrics.REGULAR)


def wrapped(text: str, room: float, size: float = TEXT, *, bold: bool = False) -> list[str]:
    """Return *text* in lines no wider than *room*; a word that is wider is broken."""
    lines: list[str] = []
    for piece in (piece for word in text.split() for piece in _pieces(word, room, size, bold=bold)):
        if lines and width(f"{lines[-1]} {piece}", size, bold=bold) <= room:
            lines[-1] += f" {piece}"
        else:
            lines.append(piece)
    return lines


def _pieces(word: str, room: float, size: float, *, bold: bool) -> Iterator[str]:
    """Yield *word*, or the parts of it that fit; a part has at least one character."""
    piece = ""
    for character in word:
        if piece and width(piece + character, size, bold=bold) > room:
            yield piece
            piece = ""
        piece += character
    yield piece


class Drawing:
    """Shapes in points from the top left corner, in the order in which they are drawn."""

    def __init__(self) -> None:
        self.shapes: list[str] = []

    def rect(self, x: float, y: float, wide: float, high: float, fill: str) -> None:
        """Draw a filled rectangle."""
        self._shape("rect", {"x": x, "y": y, "width": wide, "height": high, "fill": fill})

    def path(
        self,
        d: str,
        stroke: str = INK,
        thick: float = 0.7,
        dashes: str | None = None,
        fill: str = "none",
        join: str | None = None,
    ) -> None:
        """Draw a line along *d*, made with :func:`to`; a *join* of "round" keeps sharp bends from sticking out."""
        line: Attributes = {
            "stroke": stroke,
            "stroke-width": thick,
            "stroke-dasharray": dashes,
            "stroke-linejoin": join,
        }
        if d:
            self._shape("path", {"d": d, "fill": fill, **line})

    def fill(self, d: str, fill: str, share: float | None = None, edge: float | None = None) -> None:
        """Fill the outline *d*; with a *share* of 0 to 1 the rest of the colour is what lies under it.

        With an *edge* in points it has a line of the full colour.
        """
        line: Attributes = {"stroke": fill, "stroke-width": edge, "stroke-linejoin": "round"} if edge else {}
        if d:
            self._shape("path", {"d": d, "fill": fill, "fill-opacity": share, **line})

    def dot(self, x: float, y: float, radius: float, fill: str, stroke: str, dashes: str | None = None) -> None:
        """Draw a circle with a line of 1 pt."""
        place: Attributes = {"cx": x, "cy": y, "r": radius}
        self._shape("circle", place | {"fill": fill, "stroke": stroke, "stroke-width": 1.0, "stroke-dasharray": dashes})

    def disc(self, x: float, y: float, radius: float, fill: str, share: float) -> None:
        """Fill a circle; a *share* under 1 lets what lies under it be seen."""
        self._shape("circle", {"cx": x, "cy": y, "r": radius, "fill": fill, "fill-opacity": share})

    def text(
        self,
        x: float,
        y: float,
        label: str,
        size: float = TEXT,
        fill: str = INK,
        anchor: str = "start",
        *,
        bold: bool = False,
    ) -> None:
        """Write *label* on the baseline *y*. Raises ValueError for a script that a drawing cannot hold."""
        if not label.isascii() and JOINED.search(SIGN.sub("", label)):
            raise ValueError(f"no drawing can hold {label!r}")
        left = x - ANCHORS[anchor] * width(label, size, bold=bold)
        weight = "600" if bold else None
        shape: Attributes = {"x": left, "y": y, "font-size": size, "fill": fill, "font-weight": weight}
        self.shapes.append(f"<text{_attributes(shape)}>{escape(label)}</text>")

    def lines(
        self, x: float, y: float, lines: Iterable[str], size: float = TEXT, fill: str = INK, *, bold: bool = False
    ) -> float:
        """Write *lines* under each other, the first on the baseline *y*; return the baseline of the next."""
        for line in lines:
            self.text(x, y, line, size, fill, bold=bold)
            y += LINE
        return y

    def svg(self, wide: float, high: float, title: str) -> str:
        """Return the drawing, *wide* by *high* points, with *title* as its text alternative."""
        return self.strip(wide, 0, high, title)

    def strip(self, wide: float, top: float, bottom: float, title: str) -> str:
        """Return what was drawn since the last strip as a drawing of its own, from *top* to *bottom*."""
        box = f"0 {number(top)} {number(wide)} {number(bottom - top)}"
        size = f'width="{number(wide)}pt" height="{number(bottom - top)}pt" viewBox="{box}"'
        head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" font-family="{FAMILY}">'
        shapes, self.shapes = "".join(self.shapes), []
        return f"{head}<title>{escape(title)}</title>{shapes}</svg>"

    def _shape(self, name: str, attributes: Attributes) -> None:
        self.shapes.append(f"<{name}{_attributes(attributes)}/>")


def strips(head: str, rows: Iterable[str]) -> str:
    """Return strips under each other, between which a page can end; the next one begins with *head* again."""
    return f'<div class="strips">{"".join(f"<div>{one}</div>" for one in (head, *rows))}</div>'


def to(*points: tuple[float, float]) -> str:
    """Return the path through *points*."""
    return "M" + "L".join(f"{number(x)},{number(y)}" for x, y in points)


def block(x: float, y: float, wide: float, high: float) -> str:
    """Return the outline of a rectangle, for paths that hold many."""
    return f"M{number(x)},{number(y)}h{number(wide)}v{number(high)}h{number(-wide)}z"


def _attributes(values: Attributes) -> str:
    return "".join(
        f' {name}="{number(value) if isinstance(value, int | float) else escape(value)}"'
        for name, value in values.items()
        if value is not None
    )
