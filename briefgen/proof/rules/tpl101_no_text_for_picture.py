"""A picture that says nothing to those who do not see it."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.proof.markup import Element
from briefgen.proof.rule import Fault

CODE = "TPL101"
SEVERITY: Severity = "error"


def check(root: Element) -> Iterator[Fault]:
    """Yield every `img` without words in `alt` and every `svg` whose first child is no `title` with words."""
    for one in root.below():
        if one.attributes.get("aria-hidden") == "true":
            continue
        if one.tag == "img" and not one.attributes.get("alt", "").strip():
            message = "the picture has no alt text: PDF/UA refuses it, and a screen reader says nothing"
            yield Fault(one.mark, message, "say in alt what it shows; make ornament a CSS background")
        if one.tag == "svg" and not any(kid.tag == "title" and kid.words for kid in one.kids):
            message = "the drawing has no title: print readers of the tags hear nothing (aria-label does not count)"
            yield Fault(one.mark, message, "put <title>what it shows</title> first inside the svg")
