"""Time runs forwards: nothing ends before it begins."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.dates import Edtf
from briefgen.findings import Finding
from briefgen.sheet.model.census import Census
from briefgen.sheet.model.evidence import When
from briefgen.sheet.model.product import Span
from briefgen.sheet.model.world import Force, Period

ENDS: tuple[tuple[type[Span | Period | Force], str], ...] = ((Span, "to"), (Period, "end"), (Force, "to"))


def check(census: Census) -> Iterator[Finding]:
    """Yield a finding (SHT017) for every span of time whose end cannot be after its start."""
    for model, key in ENDS:
        for record, owner in census.of(model):
            start, end = _date(record.start), _date(record.end)
            if start and end and _is_before(end, start):
                message = f"the end, {end.text}, is before the start, {start.text}"
                yield Finding(record.mark(key), "SHT017", message, "correct one, or swap them", record=owner)


def _date(value: Edtf | When | None) -> Edtf | None:
    return value.date if isinstance(value, When) else value


def _is_before(end: Edtf, start: Edtf) -> bool:
    if end.moment and start.moment:
        return end.moment < start.moment
    return end.latest is not None and start.earliest is not None and end.latest < start.earliest
