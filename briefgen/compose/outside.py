"""What a page would fetch or run: an HTML product is one file that needs no other and does nothing by itself."""

from __future__ import annotations

import re
from html.parser import HTMLParser

#: Elements that load, run or redirect, and attributes that load.
ACTIVE = frozenset({"applet", "base", "embed", "frame", "iframe", "link", "object", "portal", "script"})
LOADING = frozenset({"action", "background", "data", "formaction", "poster", "src", "srcset"})
IN_STYLES = re.compile(r"""@import\b|url\(\s*["']?(?!data:|#)[^)\s"']""", re.I)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_style = tag == "style"
        if tag in ACTIVE:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            self._attribute(tag, name, value or "")

    def _attribute(self, tag: str, name: str, value: str) -> None:
        picture = tag in ("image", "use") and name in ("href", "xlink:href") and not value.startswith("#")
        outside = (name in LOADING or picture) and not value.startswith("data:")
        if outside or name.startswith("on") or (name == "style" and IN_STYLES.search(value)):
            self.found.append(f"<{tag} {name}>")
        if tag == "meta" and name == "http-equiv":
            self.found.append(f"<meta http-equiv={value}>")

    def handle_data(self, data: str) -> None:
        if self._in_style and (found := IN_STYLES.search(data)):
            self.found.append(found[0])

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False


def outside(html: str) -> list[str]:
    """Return what in the page would fetch or run something, in reading order; links that a reader follows are not."""
    reader = _Reader()
    reader.feed(html)
    return list(dict.fromkeys(reader.found))
