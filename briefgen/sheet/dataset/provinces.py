"""Countries and provinces that no map knows by the name that a file gives them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from briefgen.geodata import Unit, atlas
from briefgen.sheet.dataset.file import Fault
from briefgen.sheet.dataset.tally import Tally
from briefgen.sheet.messages import alternatives

MAX_FAULTS = 20


def unknown(tally: Tally, invented: bool) -> Iterator[Fault]:
    """Yield a warning (INC007) for each of the first names that are not known, on the row that has it first.

    Where countries are *invented*, only provinces of a country that there is are looked for.
    """
    yield from islice(_unknown(tally, invented), MAX_FAULTS)


def _unknown(tally: Tally, invented: bool) -> Iterator[Fault]:
    at = tally.plan.fields
    countries: dict[str, Unit | None] = {}
    events = Counter(
        {names: sum(cell["events"] for cell in unit.cells.values()) for names, unit in tally.things.units.items()}
    )
    for (name, admin1), unit in tally.things.units.items():
        is_new = name not in countries
        country = countries.setdefault(name, atlas().country(name) if name else None)
        if country is None and name and is_new and not invented:
            message = f'no map knows the country "{name}"'
            yield _fault(unit.line, at["country"], message, "write its name in English, or its ISO 3166 code")
        elif country and admin1 and len(found := atlas().named(country.code, admin1)) != 1:
            number = events[name, admin1]
            message = f'"{admin1}", {number:,} event{"s" * (number != 1)}, is no province of {name} on the map'
            yield _fault(unit.line, at["admin1"], message, _remedy(country.code, admin1, found))


def _remedy(country: str, admin1: str, found: tuple[Unit, ...]) -> str:
    if found:
        return f"say which: {alternatives([one.name for one in found])}"
    alike = atlas().alike(country, admin1)
    return f'did you mean "{alike[0]}"?' if alike else "write the province's name or its ISO 3166-2 code"


def _fault(line: int, column: int, message: str, remedy: str) -> Fault:
    return Fault(line, column, "INC007", message, remedy, "warning")
