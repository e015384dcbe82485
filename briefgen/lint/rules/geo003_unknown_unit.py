"""A country or province whose name is not known, or is not that of its code

A map, and a count by province, can only use what it can find. A name with a slip of the pen is not found, a name that
two provinces share says nothing, and a name that does not go with the code puts the place into the wrong province.
Spellings with and without accents or words such as “Province”, former names and the names of ISO 3166 are known. An
exercise may invent countries; the provinces of a country that there is are looked for all the same.

Bad:

```yaml bad
places:
  - {id: p-umea, name: Umeå, admin: [Sweden, Västerboten], precision: town, iso: SE}
```

Good:

```yaml good
places:
  - {id: p-umea, name: Umeå, admin: [Sweden, Västerbotten], precision: town, iso: SE-AC}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.geodata import atlas
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.sheet.model.world import Place

CODE = "GEO003"
SEVERITY: Severity = "warning"
STANDARD = "ISO 3166-1 and 3166-2"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every place whose country or province is not found by its name."""
    for place in review.sheet.places:
        country, unit = atlas().units_of(place.iso, place.admin)
        if place.admin and country is None and not review.sheet.product.exercise:
            message = f"“{place.admin[0]}” is the name of no country, so no map can show {place.name}"
            yield Remark(place.mark("admin", 0), message, _remedy(atlas().alike("", place.admin[0]), "SE"), place.id)
        elif country and len(place.admin) > 1:
            yield from _of_province(place, country.code, unit.code if unit else None)


def _of_province(place: Place, country: str, code: str | None) -> Iterator[Remark]:
    name, mark = place.admin[1], place.mark("admin", 1)
    found = atlas().named(country, name)
    if code and found and code not in [unit.code for unit in found]:
        message = f"“{name}” is {found[0].code or found[0].name}, but the code of {place.name} is {place.iso}"
        yield Remark(mark, message, "correct the name or the code", place.id)
    elif len(found) > 1:
        among = ", ".join(unit.code or unit.name for unit in found)
        message = f"“{name}” can be more than one province: {among}"
        yield Remark(mark, message, "add iso: with the ISO 3166-2 code of the one that is meant", place.id)
    elif not found and "-" not in (place.iso or ""):
        message = f"“{name}” is no province of {place.admin[0]} that a map can find"
        yield Remark(mark, message, _remedy(atlas().alike(country, name), f"{country}-…"), place.id)


def _remedy(alike: list[str], code: str) -> str:
    meant = f"did you mean {' or '.join(alike)}? Otherwise " if alike else ""
    return f"{meant}add iso: with its ISO 3166 code, such as {code}"
