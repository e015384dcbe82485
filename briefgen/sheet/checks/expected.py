"""Fields that may be left out, but that a reader will miss, where no rule of the linter has more to say."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Finding
from briefgen.sheet.expected import missing
from briefgen.sheet.model.census import Census


def check(census: Census) -> Iterator[Finding]:
    """Yield a warning (SHT101) for every expected field that is not there, with what that means for the reader."""
    for record, owner in census.records:
        for message, remedy in missing(record, "SHT101"):
            yield Finding(record.mark(), "SHT101", message, remedy, severity="warning", record=owner)
