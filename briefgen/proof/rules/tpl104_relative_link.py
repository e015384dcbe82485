"""A link that leads nowhere once the page is a file of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.proof.markup import FILLED, Element
from briefgen.proof.rule import Fault

CODE = "TPL104"
SEVERITY: Severity = "error"
WHOLE = re.compile(rf"(?:https?://|mailto:|#|{FILLED})", re.I)


def check(root: Element) -> Iterator[Fault]:
    """Yield every `a` whose address is neither on the web, nor a mailbox, nor in the page."""
    for one in root.below():
        href = one.attributes.get("href")
        if one.tag == "a" and href is not None and not WHOLE.match(href.strip()):
            message = f"the link “{href}” is relative: in the file it would name a path of the computer that made it"
            yield Fault(one.mark, message, "write https://…, mailto:… or #id")
