"""A desk's logo: a small PNG or SVG, carried inside the page."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

LARGEST = 200_000  # bytes: it is in every product
WIDEST = 4_000  # pixels to a side
_SVG = "{http://www.w3.org/2000/svg}svg"
_LEADS_OUT = re.compile(r"""@import|url\(\s*["']?(?!#)""", re.I)


@dataclass(frozen=True)
class Logo:
    """The picture as a ``data:`` address (RFC 2397), and the text that stands in for it."""

    data: str
    alt: str


def read(path: Path, alt: str) -> Logo:
    """Return the logo at *path*; raises ValueError, with a sentence and remedy, for one that no page may carry."""
    try:
        content = path.read_bytes()
    except OSError:
        raise ValueError("there is no such file — check the path; it starts at the theme file") from None
    if len(content) > LARGEST:
        raise ValueError(f"it has {len(content) / 1000:,.0f} kB — at most {LARGEST // 1000} kB, as every page has it")
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        _refuse_large(content)
        kind = "png"
    else:
        _refuse_unsafe(content)
        kind = "svg+xml"
    return Logo(f"data:image/{kind};base64,{base64.b64encode(content).decode()}", alt)


def _refuse_large(png: bytes) -> None:
    """Refuse by what the header says (ISO 15948, 11.2.1), before anything unpacks it."""
    sides = [int.from_bytes(png[at : at + 4], "big") for at in (16, 20)]
    if not all(0 < side <= WIDEST for side in sides):
        raise ValueError(f"it has {sides[0]} × {sides[1]} pixels — at most {WIDEST:,} to a side")


def _refuse_unsafe(content: bytes) -> None:
    try:
        text = content.decode("utf-8")  # a DOCTYPE could hide in another encoding
        if "<!DOCTYPE" in text:
            raise ValueError("it has a DOCTYPE — save it as plain SVG")
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, UnicodeDecodeError, LookupError):
        raise ValueError("it is neither PNG nor SVG — save it as one of them") from None
    if root.tag != _SVG or "viewBox" not in root.attrib:
        raise ValueError("it is no SVG with a viewBox — save it as plain SVG")
    for part in root.iter():
        if found := _active(part):
            raise ValueError(f"its SVG has {found} — save it as plain SVG, with text as outlines")


def _active(part: ElementTree.Element) -> str | None:
    """Return what in an element runs, loads, or depends on the fonts of a computer."""
    name = str(part.tag).rpartition("}")[2]
    if name in ("script", "foreignObject", "image", "text", "animate", "set"):
        return f"<{name}>"
    for key, value in part.attrib.items():
        short = key.rpartition("}")[2].lower()
        if short.startswith("on") or (short == "href" and not value.startswith("#")) or _LEADS_OUT.search(value):
            return f"<{name} {short}>"
    return "a style sheet that loads" if name == "style" and _LEADS_OUT.search(part.text or "") else None
