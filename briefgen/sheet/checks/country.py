"""Codes of countries and their parts are those of ISO 3166."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Finding
from briefgen.geodata import iso
from briefgen.sheet.model.census import Census
from briefgen.sheet.model.world import Place

MAX_SHOWN = 20


def check(census: Census) -> Iterator[Finding]:
    """Yield a finding (SHT016) for every code that neither ISO 3166-1 nor 3166-2 has."""
    for place, owner in census.of(Place):
        if place.iso is not None and not iso.has(place.iso):
            message = f'place {place.id}: "{place.iso}" is no code of ISO 3166'
            yield Finding(place.mark("iso"), "SHT016", message, _remedy(place.iso), record=owner)


def _remedy(code: str) -> str:
    near = [f"{known} {name}" for known, name in iso.names().items() if known.startswith(f"{code[:2].upper()}-")]
    if 0 < len(near) <= MAX_SHOWN:
        return f"use one of {', '.join(near)}"
    return "write a country, such as PK, or a part of one, such as PK-KP"
