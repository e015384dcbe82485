"""Codes of countries and their parts are those of ISO 3166."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from briefgen.findings import Finding
from briefgen.sheet.model.census import Census
from briefgen.sheet.model.world import Place

MAX_SHOWN = 20


def check(census: Census) -> Iterator[Finding]:
    """Yield a finding (SHT016) for every code that neither ISO 3166-1 nor 3166-2 has."""
    for place, owner in census.of(Place):
        if place.iso is not None and place.iso not in _names():
            message = f'place {place.id}: "{place.iso}" is no code of ISO 3166'
            yield Finding(place.mark("iso"), "SHT016", message, _remedy(place.iso), record=owner)


@cache
def _names() -> dict[str, str]:
    """Return the names of countries and their parts by code.

    The tables of pycountry are read without its objects, which take longer to make than a sheet to check; and only
    when there is a code.
    """
    from pycountry import DATABASE_DIR

    countries, parts = (json.loads((Path(DATABASE_DIR) / f"iso3166-{n}.json").read_text("utf-8")) for n in (1, 2))
    return {
        **{country["alpha_2"]: country["name"] for country in countries["3166-1"]},
        **{part["code"]: part["name"] for part in parts["3166-2"]},
    }


def _remedy(code: str) -> str:
    near = [f"{known} {name}" for known, name in _names().items() if known.startswith(f"{code[:2].upper()}-")]
    if 0 < len(near) <= MAX_SHOWN:
        return f"use one of {', '.join(near)}"
    return "write a country, such as PK, or a part of one, such as PK-KP"
