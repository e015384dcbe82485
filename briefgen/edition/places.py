"""Where in its sheet each record of an edition stands, for messages to those who write it."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.edition.addresses import PROSE
from briefgen.edition.copying import above
from briefgen.findings import Mark
from briefgen.markings.scheme import Level
from briefgen.sheet.model import Sheet
from briefgen.sheet.model.record import Record


def places(sheet: Sheet, level: Level) -> dict[str, Mark]:
    """Return the places of the records by id, and by the names that `addressed` gives to those without one."""
    found: dict[str, Mark] = {record.id: record.mark() for record in sheet.records()}
    if sheet.summary:
        for part in PROSE:
            found |= _numbered(part, getattr(sheet.summary, part), level)
    return found | _numbered("figures", sheet.figures, level)


def _numbered(section: str, records: Iterable[Record], level: Level) -> dict[str, Mark]:
    visible = (record for record in records if not above(record, level))
    return {f"{section}/{place}": record.mark() for place, record in enumerate(visible, 1)}
