"""The world by code and by name, for whoever draws a map or checks a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import cache, cached_property

from briefgen.geodata import iso
from briefgen.geodata.names import bare, matching
from briefgen.geodata.pack import Pack, shipped
from briefgen.geodata.unit import Arcs, Point, Unit


class Atlas:
    """Countries, provinces and disputed lines of a pack; read when they are asked for."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._provinces: dict[str, tuple[Unit, ...]] = {}

    @cached_property
    def countries(self) -> tuple[Unit, ...]:
        """Every country and territory, those without a code too."""
        return tuple(self._pack.units("admin0"))

    @cached_property
    def lines(self) -> tuple[Unit, ...]:
        """The lines that are disputed."""
        return tuple(self._pack.units("disputed"))

    def provinces(self, country: str) -> tuple[Unit, ...]:
        """Return the first-level units of a country (ISO 3166-1 alpha-2)."""
        if country not in self._provinces:
            self._provinces[country] = tuple(self._pack.units("admin1", f'"iso_a2":"{country}"'))
        return self._provinces[country]

    def unit(self, code: str) -> Unit | None:
        """Return the country or province with this ISO 3166 code."""
        among = self.provinces(code[:2]) if "-" in code else self.countries
        return next((unit for unit in among if code and unit.code == code), None)

    def country(self, text: str) -> Unit | None:
        """Return the country with this code (alpha-2, alpha-3) or name; None for none, and for more than one."""
        if unit := self.unit(text):
            return unit
        for names in ([(one.key, one.name) for one in self.countries], list(self._other_names())):
            if found := matching(text, names):
                return self._by_key[found[0]] if len(found) == 1 else None
        return None

    def named(self, country: str, text: str) -> tuple[Unit, ...]:
        """Return the provinces of *country* that *text* can mean: a code or a name; more than one is not an answer."""
        units = {unit.key: unit for unit in self.provinces(country)}
        if text in units:
            return (units[text],)
        pairs = [(unit.key, name) for unit in units.values() for name in (unit.name, *unit.aliases)]
        found = matching(text, pairs) or matching(text, _official(country))
        return tuple(units[key] for key in found if key in units)

    def units_of(self, iso: str | None, admin: Sequence[str]) -> tuple[Unit | None, Unit | None]:
        """Return the country and the province of a place: by its ISO 3166 code, else by the names of its units."""
        country = self.unit(iso[:2]) if iso else self.country(admin[0]) if admin else None
        if iso and "-" in iso:
            return country, self.unit(iso)
        found = self.named(country.code, admin[1]) if country and len(admin) > 1 else ()
        return country, found[0] if len(found) == 1 else None

    def alike(self, country: str, text: str) -> list[str]:
        """Return names spelled nearly like *text*: those of provinces of *country*, of countries when it is empty."""
        units = self.provinces(country) if country else self.countries
        owners = {bare(name): unit.name for unit in units for name in (*unit.aliases, unit.name)}
        return list(dict.fromkeys(owners[name] for name in get_close_matches(bare(text), owners, 5, 0.7)))[:3]

    def points(self, ring: Arcs) -> Iterator[Point]:
        """Yield the points of a ring or line, those where two arcs meet once."""
        for place, arc in enumerate(ring):
            yield from self.arc(arc)[1 if place else 0 :]

    def arc(self, number: int) -> tuple[Point, ...]:
        """Return the points of an arc; ~n is arc n from its end."""
        return self._pack.arc(number)

    @cached_property
    def _by_key(self) -> dict[str, Unit]:
        return {country.key: country for country in self.countries}

    def _other_names(self) -> Iterator[tuple[str, str]]:
        for country in self.countries:
            for name in (*country.aliases, *iso.countries().get(country.code, ())):
                yield country.key, name


def _official(country: str) -> Iterator[tuple[str, str]]:
    return ((code, name) for code, name in iso.names().items() if code.startswith(f"{country}-"))


@cache
def atlas() -> Atlas:
    """Return the atlas that ships with briefgen."""
    return Atlas(shipped())
