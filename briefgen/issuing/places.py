"""Where in its sheet each record of an edition stands, for messages to those who write it."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.edition.addresses import PROSE
from briefgen.findings import Mark
from briefgen.issuing.issued import Issued
from briefgen.sheet.model import Sheet
from briefgen.sheet.model.record import Record


def places(sheet: Sheet, issued: Issued) -> dict[str, Mark]:
    """Return the places of the records by what the edition calls them, as `addressed` does for those without an id."""
    found: dict[str, Mark] = {
        issued.names[record.id]: record.mark() for record in sheet.records() if record.id in issued.names
    }
    if sheet.summary:
        for part in PROSE:
            found |= _numbered(part, getattr(sheet.summary, part), issued)
    return found | _numbered("figures", sheet.figures, issued)


def _numbered(section: str, records: Iterable[Record], issued: Issued) -> dict[str, Mark]:
    visible = (record for record in records if id(record) in issued.left.made)
    return {f"{section}/{place}": record.mark() for place, record in enumerate(visible, 1)}
