"""Time zones are those of the IANA database."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo, available_timezones

from briefgen.findings import Finding
from briefgen.sheet.messages import suggest
from briefgen.sheet.model.census import Census
from briefgen.sheet.model.product import Times


def check(census: Census) -> Iterator[Finding]:
    """Yield a finding (SHT015) for a time zone that is not known."""
    for times, owner in census.of(Times):
        if not _is_known(times.zone):
            message = f'"{times.zone}" is no time zone'
            remedy = suggest(times.zone, sorted(available_timezones()), "write one such as Asia/Karachi or UTC")
            yield Finding(times.mark("zone"), "SHT015", message, remedy, record=owner)


def _is_known(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (OSError, ValueError, LookupError):
        return False
    return True
