"""The engine's SVG of a chart, reduced to what the page needs and can print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from briefgen.errors import FigureError
from briefgen.figures.drawing import FAMILY, number
from briefgen.figures.figure import TALL, WIDE
from briefgen.figures.palette import ROLES

LARGEST = 1_500_000  # characters of what the engine makes
TAGS = ("svg", "g", "path", "rect", "circle", "line", "text", "tspan", "defs", "clipPath")
ATTRIBUTES = (
    *("x", "y", "x1", "y1", "x2", "y2", "dx", "dy", "cx", "cy", "r", "rx", "ry", "width", "height", "d", "transform"),
    *("fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "stroke-dasharray", "stroke-dashoffset"),
    *("stroke-linecap", "stroke-linejoin", "text-anchor", "font-size", "font-style", "font-weight"),
    *("id", "clip-path"),
)
_SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?\d+\.\d{3,}(?:e-?\d+)?")
_BOX = re.compile(r"M0,0h([\d.]+)v([\d.]+)h-[\d.]+Z")
_LINK = re.compile(r"url\(#([\w-]+)\)")
_GREY = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})|rgb\((\d+), ?(\d+), ?(\d+)\)")


def clean(svg: str, title: str, prefix: str, record: str | None) -> str:
    """Return the drawing in points, with nothing in it that the page does not need or does not know.

    *prefix* names what is referred to inside. Raises FigureError, with *record* to blame, for a drawing larger than a
    page (FIG003) and for colours that are not the theme's (FIG002).
    """
    root = ElementTree.fromstring(svg)
    wide, high = float(root.get("width", "0")), float(root.get("height", "0"))
    if not (0 < wide <= WIDE + 1 and 0 < high <= TALL) or len(svg) > LARGEST:
        message = f"it is {wide:.0f} by {high:.0f} pt — make it no larger than {WIDE:.0f} by {TALL:.0f}"
        raise FigureError(record, "FIG003", message)
    _divide(root)
    _prune(root)
    _rename(root, prefix)
    if foreign := sorted(set(_foreign(root))):
        roles = ", ".join(ROLES)
        raise FigureError(record, "FIG002", f"it uses the colour {foreign[0]} — take one of {roles}")
    root.attrib = {"width": f"{number(wide)}pt", "height": f"{number(high)}pt", "role": "img", "font-family": FAMILY}
    root.attrib["viewBox"] = f"0 0 {number(wide)} {number(high)}"
    told = Element(f"{_SVG}title")
    told.text = title
    root.insert(0, told)
    ElementTree.register_namespace("", _SVG[1:-1])
    return ElementTree.tostring(root, encoding="unicode")


def _divide(root: Element) -> None:
    """Make strips of the gradients of legends: the engine loses some of them, and viewers draw others wrongly."""
    ramps = {f"url(#{ramp.get('id')})": ramp for ramp in root.iter(f"{_SVG}linearGradient")}
    for parent in root.iter():
        for element in parent:
            box = _BOX.fullmatch(element.get("d", ""))
            if box and element.get("fill") in ramps:
                ramp = ramps[element.get("fill", "")]
                strips = list(_strips(ramp, float(box[1]), float(box[2])))
                element.tag, element.attrib = f"{_SVG}g", {}
                element.extend(strips)


def _strips(ramp: Element, wide: float, high: float) -> Iterator[Element]:
    colours = [stop.get("stop-color", "") for stop in ramp]
    upright = ramp.get("x1") == ramp.get("x2")
    part = (high if upright else wide) / len(colours)
    for index, colour in enumerate(reversed(colours) if upright else colours):
        place = {"x": "0", "y": str(index * part)} if upright else {"x": str(index * part), "y": "0"}
        size = {"width": str(wide), "height": str(part)} if upright else {"width": str(part), "height": str(high)}
        yield Element(f"{_SVG}rect", place | size | {"fill": colour})


def _prune(parent: Element) -> None:
    """Keep known elements that show something, each with known attributes and numbers cut to a hundredth."""
    for element in list(parent):
        tag = element.tag.removeprefix(_SVG)
        _prune(element)
        empty = tag == "g" and not len(element)
        if tag not in TAGS or element.get("display") == "none" or empty or _is_unseen(element):
            parent.remove(element)
            continue
        opacity = element.get("opacity", "1")
        kept = {name: value for name, value in element.attrib.items() if name in ATTRIBUTES}
        if opacity != "1":  # the engine cannot tag what is drawn with opacity
            kept |= {"fill-opacity": opacity, "stroke-opacity": opacity}
        element.attrib = {name: _short(name, value) for name, value in kept.items()}


def _is_unseen(element: Element) -> bool:
    background = element.get("class") in ("background", "foreground")
    return background and element.get("stroke") is None and element.get("fill") is None


def _short(name: str, value: str) -> str:
    if name in ("font-size", "width", "height"):
        value = value.removesuffix("px")
    if name == "font-weight":
        return "600" if value in ("bold", "600", "700") else "400"
    return _NUMBER.sub(lambda found: number(float(found[0])), value)


def _rename(root: Element, prefix: str) -> None:
    """Name what is referred to after the specification: the engine counts over all charts of a process."""
    names = {
        element.get("id", ""): f"{prefix}-{index}" for index, element in enumerate(root.iter()) if element.get("id")
    }
    for element in root.iter():
        for name, value in element.attrib.items():
            if name == "id":
                element.set("id", names[value])
            else:
                element.set(name, _LINK.sub(lambda found: f"url(#{names.get(found[1], found[1])})", value))


def _foreign(root: Element) -> Iterator[str]:
    """Yield every colour that is neither a role of the theme nor a grey."""
    for element in root.iter():
        for name in ("fill", "stroke", "stop-color"):
            colour = element.get(name, "none")
            if (
                colour not in (*ROLES, "none", "transparent")
                and not colour.startswith("url(#")
                and not _is_grey(colour)
            ):
                yield colour


def _is_grey(colour: str) -> bool:
    found = _GREY.fullmatch(colour.lower())
    if found is None:
        return colour in ("white", "black")
    hexadecimal = found[1] or ""
    step = len(hexadecimal) // 3
    parts = [int(hexadecimal[at : at + step] * (3 - step), 16) for at in range(0, 3 * step, step or 1)]
    parts = parts or [int(part) for part in found.groups()[1:]]
    return max(parts) - min(parts) <= 6
