"""A table whose cells are read out without their heads."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.proof.markup import Element
from briefgen.proof.rule import Fault

CODE = "TPL107"
SEVERITY: Severity = "error"


def check(root: Element) -> Iterator[Fault]:
    """Yield every table without a `th`, every head row outside `thead`, and every head at the side without scope."""
    for table in (one for one in root.below() if one.tag == "table"):
        heads = [one for one in table.below() if one.tag == "th"]
        if not heads:
            message = "the table has no heads: a screen reader cannot say what a cell is"
            yield Fault(table.mark, message, "give it a thead with th cells")
        for row in (one for one in table.below() if one.tag == "tr" and not one.is_in("thead")):
            yield from _outside(row)


def _outside(row: Element) -> Iterator[Fault]:
    cells = [kid for kid in row.kids if kid.tag in ("th", "td")]
    if len(cells) > 1 and all(cell.tag == "th" for cell in cells):
        message = "a row of heads stands outside thead: it would not be repeated on the next page"
        yield Fault(row.mark, message, "put the row into <thead>")
        return
    for cell in cells:
        if cell.tag == "th" and cell.attributes.get("scope") not in ("row", "rowgroup"):
            message = "the head at the side does not say that it heads a row"
            yield Fault(cell.mark, message, 'write <th scope="row">')
