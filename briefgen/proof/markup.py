"""HTML to elements that know their place, their parent and their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from briefgen.findings import Mark

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
#: Attribute in which a traced page says from which template an element comes: path, line and column.
FROM = "data-from"
JINJA = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.S)
FILLED = "\ue000"  # stands for what a template fills in; no template holds it, it is a private character


@dataclass(eq=False)
class Element:
    """An element with its attributes, what is directly inside it, and the *words* in it and below."""

    tag: str
    attributes: dict[str, str]
    mark: Mark
    parent: Element | None = None
    kids: list[Element] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """All text inside, in order of the elements."""
        return " ".join("".join((*self.text, *(kid.words for kid in self.kids))).split())

    @property
    def above(self) -> Iterator[Element]:
        """Yield the elements around this one, the nearest first."""
        one = self.parent
        while one is not None:
            yield one
            one = one.parent

    def below(self) -> Iterator[Element]:
        """Yield the elements inside, in the order of the document."""
        for kid in self.kids:
            yield kid
            yield from kid.below()

    def is_in(self, *tags: str) -> bool:
        """Return whether one of *tags* stands around this element."""
        return any(one.tag in tags for one in self.above)


class _Reader(HTMLParser):
    def __init__(self, path: str, *, traced: bool) -> None:
        super().__init__()
        self.path, self.traced = path, traced
        self.root = Element("", {}, Mark(path, 1, 1))
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        element = Element(tag, attributes, self._place(attributes), self.open[-1])
        self.open[-1].kids.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if any(one.tag == tag for one in self.open[1:]):
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1].text.append(data)

    def _place(self, attributes: dict[str, str]) -> Mark:
        """Return where a template wrote the element; what a filter has made stands where its parent does."""
        path, _, rest = attributes.pop(FROM, "").partition(":")
        if rest:
            line, column = rest.split(":")
            return Mark(path, int(line), int(column))
        if self.traced:
            return self.open[-1].mark
        line_number, before = self.getpos()
        return Mark(self.path, line_number, before + 1)


def template(text: str, path: str) -> Element:
    """Return the elements of a template's source, with everything that Jinja2 fills in told apart.

    Branches stand beside each other, so the tree is only roughly that of a page.
    """
    return _read(_Reader(path, traced=False), JINJA.sub(_blank, text))


def page(html: str, path: str) -> Element:
    """Return the elements of a finished page that was traced; one without a trace stands where its parent does."""
    return _read(_Reader(path, traced=True), html)


def _read(reader: _Reader, text: str) -> Element:
    reader.feed(text)
    reader.close()
    return reader.root


def _blank(found: re.Match[str]) -> str:
    """Return as many characters as Jinja2's own take, and their line breaks, so that all else stays in its place."""
    kind = FILLED if found[0].startswith("{{") else " "
    return re.sub(r"[^\n]", kind, found[0])
