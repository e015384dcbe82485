"""Ids that stand twice, and links to ids that are not there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.proof.markup import Element
from briefgen.proof.rule import Fault

CODE = "TPL109"
SEVERITY: Severity = "error"


def check(root: Element) -> Iterator[Fault]:
    """Yield every element whose id an earlier one has, and every link into the page that leads nowhere."""
    elements = list(root.below())
    count = Counter(one.attributes["id"] for one in elements if "id" in one.attributes)
    seen: set[str] = set()
    for one in elements:
        anchor, href = one.attributes.get("id"), one.attributes.get("href", "")
        if anchor in seen:
            message = f"the id {anchor} stands {count[anchor]} times in the page: a link finds only the first"
            yield Fault(one.mark, message, "make ids of loop.index or of a record's id")
        seen |= {anchor} if anchor else set()
        if one.tag == "a" and href.startswith("#") and href[1:] not in count:
            yield Fault(one.mark, f"nothing in the page has the id that {href} leads to", "give the target that id")
