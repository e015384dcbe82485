"""Fields that may be left out, but that a reader will miss."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from briefgen.findings import Finding
from briefgen.sheet.messages import adding
from briefgen.sheet.model.census import Census
from briefgen.sheet.model.ids import kind_of
from briefgen.sheet.model.record import Expected, Record


def check(census: Census) -> Iterator[Finding]:
    """Yield a warning (SHT101) for every expected field that is not there, with what that means for the reader."""
    for record, owner in census.records:
        for name, key, reason in _expected(type(record)):
            if not getattr(record, name):
                message = f"{_subject(record)} has no {key}: {reason}"
                remedy = adding(type(record), key)
                yield Finding(record.mark(), "SHT101", message, remedy, severity="warning", record=owner)


@cache
def _expected(model: type[Record]) -> list[tuple[str, str, str]]:
    """Return field name, key and reason for every expected field of *model*."""
    return [
        (name, field.alias or name, one.reason)
        for name, field in model.model_fields.items()
        for one in field.metadata
        if isinstance(one, Expected)
    ]


def _subject(record: Record) -> str:
    noun, own = type(record).__name__.lower(), getattr(record, "id", None)
    return f"{noun} {own}" if own and kind_of(own) else f"the {noun}"
