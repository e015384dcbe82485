"""The names that ISO 3166 gives countries and their parts, from the tables of pycountry.

The tables are read without pycountry's objects, which take longer to make than a sheet to check.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path


def has(code: str) -> bool:
    """Return whether ISO 3166 has a country or part with this code, which its table is only searched for."""
    part, key = (2, "code") if "-" in code else (1, "alpha_2")
    return f'"{key}": {json.dumps(code)}' in _text(part)


@cache
def names() -> dict[str, str]:
    """Return the name of every country and part by its code: ISO 3166-1 alpha-2 or ISO 3166-2."""
    countries = {country["alpha_2"]: country["name"] for country in _table(1)}
    return countries | {part["code"]: part["name"] for part in _table(2)}


@cache
def countries() -> dict[str, tuple[str, ...]]:
    """Return what else each country can be called: alpha-3 code, names in full and in common use."""
    fields = ("alpha_3", "name", "common_name", "official_name")
    return {one["alpha_2"]: tuple(one[field] for field in fields if field in one) for one in _table(1)}


def _table(part: int) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(_text(part))[f"3166-{part}"]
    return found


@cache
def _text(part: int) -> str:
    from pycountry import DATABASE_DIR

    return Path(DATABASE_DIR, f"iso3166-{part}.json").read_text("utf-8")
