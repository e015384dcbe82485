"""HTML, SVG and XML: text, attributes, comments, declarations, scripts and styles, as a browser decodes them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from html.parser import HTMLParser

from briefgen.scan import plain
from briefgen.scan.encoded import bare
from briefgen.scan.meeting import SEAM
from briefgen.scan.reading import REST, TEXT, Reading

ATTRIBUTES = {
    "alt": "alternative text",
    "aria-label": "alternative text",
    "class": "class",
    "content": "metadata",
    "href": "link",
    "id": "element id",
    "src": "address",
    "style": "style sheet",
    "title": "tooltip",
    "xlink:href": "link",
}
OTHERS = (ELEMENT, ATTRIBUTE, COMMENT, DECLARATION) = ("element", "attribute", "comment", "declaration")
#: What is inside of these is no text of the page.
ASIDE = {"script": "script", "style": "style sheet", "title": "title", "template": "template", "noscript": "noscript"}
#: Elements in the middle of a word.
INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "cite", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup"}
    | {"bdo", "font", "text", "textpath", "tspan", "u", "wbr"}
)
_MARKUP = re.compile(r"[<>\"'=;{}]+")


def readings(data: bytes) -> Iterator[Reading]:
    """Yield what a page says."""
    page = _Page()
    page.feed(plain.text(data))
    page.handle_data(page.rawdata)  # an element that does not end, which not every Python makes a text of
    page.close()
    yield from page.found()
    yield from (Reading(REST, _MARKUP.sub("\n", bare(text))) for text in plain.texts(data))


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._found: list[Reading] = []
        self._texts: dict[str, list[str]] = defaultdict(list)
        self._place = TEXT

    def found(self) -> Iterator[Reading]:
        yield from (Reading(channel, "".join(texts)) for channel, texts in self._texts.items())
        yield from self._found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._place = ASIDE.get(tag, self._place)
        self._part(tag)
        self._found += (Reading(ELEMENT, tag), *(Reading(ATTRIBUTE, name) for name, _ in attrs))
        self._found += (Reading(ATTRIBUTES.get(name, ATTRIBUTE), value) for name, value in attrs if value)

    def handle_endtag(self, tag: str) -> None:
        self._part(tag)
        if tag in ASIDE:
            self._place = TEXT

    def handle_data(self, data: str) -> None:
        self._texts[self._place].append(data)

    def handle_comment(self, data: str) -> None:
        self._found.append(Reading(COMMENT, data))

    def handle_decl(self, decl: str) -> None:
        self._found.append(Reading(DECLARATION, decl))

    def handle_pi(self, data: str) -> None:
        self.handle_decl(data)

    def unknown_decl(self, data: str) -> None:
        self.handle_decl(data)

    def _part(self, tag: str) -> None:
        self._texts[self._place].append(SEAM if tag in INLINE else "\n")
