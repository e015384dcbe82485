"""What each record that a page may do without is called: its id, or its place, for paragraphs and some figures."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.edition.edition import Edition, Records

#: Parts of the summary, and sections of the sheet, whose records have a priority.
PROSE = ("bluf", "narrative", "outlook")
SECTIONS = (
    "agreements",
    "events",
    "quotes",
    "assumptions",
    "judgements",
    "indicators",
    "scenarios",
    "gaps",
    "impact",
    "actions",
    "figures",
)
#: Where a page that has no room may leave records out: not in the bottom line.
YIELDING = (*PROSE[1:], *SECTIONS)


def addressed(edition: Edition) -> Mapping[str, Records]:
    """Return the records of these parts and sections; one without an id has its place as one: ``narrative/1``."""
    prose = {name: _addressed(name, edition.summary.get(name, ())) for name in PROSE}
    return prose | {name: _addressed(name, getattr(edition, name)) for name in SECTIONS}


def _addressed(section: str, records: Records) -> Records:
    return tuple({**one, "id": one.get("id") or f"{section}/{place}"} for place, one in enumerate(records, 1))
