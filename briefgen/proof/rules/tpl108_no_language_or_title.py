"""A document that does not say its language or its name."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.proof.markup import Element
from briefgen.proof.rule import Fault

CODE = "TPL108"
SEVERITY: Severity = "error"


def check(root: Element) -> Iterator[Fault]:
    """Yield what is missing at the top of a page: `lang` on `html`, a `title` with words."""
    elements = list(root.below())
    top = next((one for one in elements if one.tag == "html"), None)
    if top is None or not top.attributes.get("lang"):
        message = "the page does not say its language: it would be read out in the wrong one"
        yield Fault((top or root).mark, message, 'write <html lang="{{ brief.product.lang }}">')
    if not any(one.tag == "title" and one.words for one in elements if not one.is_in("svg")):
        message = "the page has no title: a viewer would show the name of the file"
        yield Fault((top or root).mark, message, "write <title>{{ brief.product.title }}</title>")
