"""Headings that do not begin with h1, or skip a level."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.proof.markup import Element
from briefgen.proof.rule import Fault

CODE = "TPL106"
SEVERITY: Severity = "error"
LEVELS = ("h1", "h2", "h3", "h4", "h5", "h6")


def check(root: Element) -> Iterator[Fault]:
    """Yield every heading that is more than one level under the one before it, and every empty one."""
    level = 0
    for one in root.below():
        if one.tag not in LEVELS:
            continue
        now = int(one.tag[1])
        if now > level + 1:
            after = f"after an h{level}" if level else "first on the page"
            message = f"an {one.tag} stands {after}: who moves by headings misses a step (PDF/UA 7.4.2)"
            yield Fault(one.mark, message, f"make it an h{level + 1}, and set its size with a class")
        if not one.words:
            yield Fault(one.mark, f"the {one.tag} is empty and becomes a bookmark without a name", "leave it out")
        level = now
