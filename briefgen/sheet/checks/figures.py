"""Figures draw the records that fit them, and charts hold nothing that reads, fetches, or differs from day to day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.findings import Finding, Mark
from briefgen.sheet.document import Mapping, Node, Sequence, Text
from briefgen.sheet.messages import adding, alternatives
from briefgen.sheet.model.census import Census
from briefgen.sheet.model.ids import article, kind_of
from briefgen.sheet.model.summary import Figure

#: What the figures of a kind can be drawn from.
DRAWN: dict[str, tuple[str, ...]] = {
    "timeline": ("event", "agreement"),
    "incident-map": ("event", "dataset"),
    "trend": ("event", "dataset"),
    "harm": ("event",),
    "compliance": ("agreement",),
    "likelihood": ("judgement", "scenario"),
    "ach": ("hypothesis", "claim", "event", "quote", "agreement"),
    "actors": ("actor",),
    "chart": ("event",),
}
#: Keys of a specification that a chart cannot have, and why.
REFUSED = {
    "url": "reads a file or an address",
    "href": "makes a link",
    "config": "sets what the theme sets",
    "font": "names a font of its own",
    "labelFont": "names a font of its own",
    "titleFont": "names a font of its own",
    "subtitleFont": "names a font of its own",
    "sample": "draws lots",
    "usermeta": "is for editors",
}
REMEDIES = {"url": "write the data as `values`, or name `events`", "href": "cite sources in the text"}
#: What an expression may not ask for.
CHANGING = re.compile(r"\b(now|random|sample(?:Normal|LogNormal|Uniform))\s*\(")


def check(census: Census) -> Iterator[Finding]:
    """Yield a finding for records that a figure cannot draw (REF002), and for charts that cannot be made.

    A chart needs `spec` and `alt` (SHT002); no other figure has a `spec`, and it must be hermetic (SHT030).
    """
    for figure, owner in census.of(Figure):
        yield from _records(figure, owner)
        if figure.kind == "chart":
            yield from _missing(figure, owner)
        elif figure.spec is not None:
            message = f"a {figure.kind} has no specification"
            yield Finding(figure.mark("spec"), "SHT030", message, "delete it, or make the kind chart", record=owner)
        node = figure.written("spec")
        for mark, message, remedy in _refused(node) if node is not None else ():
            yield Finding(mark, "SHT030", message, remedy, record=owner)


def _records(figure: Figure, owner: str | None) -> Iterator[Finding]:
    fitting = DRAWN.get(figure.kind)
    for ref in figure.records if fitting else ():
        kind = kind_of(ref)
        if fitting and kind and kind not in fitting:
            message = f"{ref} is {article(kind)}; {article(figure.kind)} figure is drawn from {_many(fitting)}"
            yield Finding(ref.node.mark, "REF002", message, "take it out, or name another", record=owner)


def _many(kinds: tuple[str, ...]) -> str:
    return alternatives([f"{kind[:-3]}ses" if kind.endswith("sis") else f"{kind}s" for kind in kinds])


def _missing(figure: Figure, owner: str | None) -> Iterator[Finding]:
    for name in ("spec", "alt"):
        if getattr(figure, name) is None:
            message = f"{figure.id or 'the figure'}: {name} is missing, which a chart cannot do without"
            yield Finding(figure.mark(), "SHT002", message, adding(Figure, name), record=owner)


def _refused(node: Node, key: str = "") -> Iterator[tuple[Mark, str, str]]:
    """Yield what a specification may not hold, with its place; data are taken as they are."""
    if isinstance(node, Mapping):
        for name, below in node.items():
            if name in REFUSED:
                place = node.key(name)
                mark = place.mark if place is not None else node.mark
                yield mark, f"`{name}` {REFUSED[name]}, which a chart must not", REMEDIES.get(name, "delete it")
            elif name != "values":
                yield from _refused(below, name)
    elif isinstance(node, Sequence):
        for below in node:
            yield from _refused(below, key)
    elif isinstance(node, Text):
        yield from _changing(node, key)


def _changing(node: Text, key: str) -> Iterator[tuple[Mark, str, str]]:
    if key in ("mark", "type") and node == "image":
        yield node.mark, "a picture is read from elsewhere", "draw with another mark"
    if found := CHANGING.search(node):
        message = f"{found[1]}() gives something else each time"
        yield node.place(found.start()), message, "write the value that you mean"
