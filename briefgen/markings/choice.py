"""Which marking scheme a desk uses: `[marking]` in its settings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from briefgen.errors import SettingsError
from briefgen.markings import corporate, own, tlp
from briefgen.markings.scheme import Scheme
from briefgen.settings import EXAMPLES, NOUNS, Settings, near

TABLE = "marking"
SHIPPED: Mapping[str, Scheme] = {one.name: one for one in (tlp.SCHEME, corporate.SCHEME)}
SCHEMES = (*SHIPPED, "own")
KEYS: Mapping[str, type] = {"scheme": str, "title": str, "print_portions": bool, "caveats": dict}
#: Settings of an own scheme only.
OF_OWN = ("title", "levels")
CAVEAT = re.compile("[A-Z][A-Z0-9-]*(?: [A-Z0-9-]+)*")
LONGEST_CAVEAT = 16


def choose(place: Settings) -> Scheme:
    """Return the scheme that the desk's settings choose, with the desk's caveats.

    Raises SettingsError with everything in `[marking]` that cannot be used, each with file and line.
    """
    table = place.values.get(TABLE, {})
    if not isinstance(table, dict):
        raise place.error("SET003", "marking", 'marking is not a table — write [marking] and below it scheme = "tlp"')
    if found := [one for error in _faults(place, table) for one in error.findings]:
        raise SettingsError.of(found)
    name = table.get("scheme", tlp.SCHEME.name)
    chosen = SHIPPED[name] if name in SHIPPED else own.scheme(table)
    return replace(chosen, caveats=table.get("caveats", {}), prints_portions=table.get("print_portions", False))


def _faults(place: Settings, table: Mapping[str, Any]) -> Iterator[SettingsError]:
    for key, value in table.items():
        if sentence := _of_setting(key, value):
            yield place.error("SET003" if key in KEYS else "SET002", key, sentence, "marking")
    yield from _of_scheme(place, table)
    caveats = table.get("caveats", {})
    for name, meaning in caveats.items() if isinstance(caveats, dict) else ():
        for code, sentence in _of_caveat(place, name, meaning):
            yield place.error(code, name, sentence, "caveats")


def _of_setting(key: str, value: Any) -> str | None:
    """Return what is wrong with a setting by itself, and the remedy; None for a sound one."""
    if key == "levels":
        return None
    kind = KEYS.get(key)
    if kind is None:
        return f"[marking] has no setting {key} — {near(key, (*KEYS, 'levels'))}"
    if type(value) is not kind or (isinstance(value, str) and not (value.strip() and value.isprintable())):
        return f"{key} is not {NOUNS[kind]} — write {key} = {EXAMPLES[kind]}"
    return None


def _of_scheme(place: Settings, table: Mapping[str, Any]) -> Iterator[SettingsError]:
    name = table.get("scheme", tlp.SCHEME.name)
    if name == "own":
        yield from own.faults(place, table)
        return
    if isinstance(name, str) and name not in SHIPPED:
        yield place.error("SET003", "scheme", f"there is no scheme {name} — one of {', '.join(SCHEMES)}", "marking")
        return
    for key in OF_OWN:
        if key in table:
            sentence = f'{key} is for a scheme of your own — write scheme = "own", or drop it'
            yield place.error("SET020", key, sentence, "marking")


def _of_caveat(place: Settings, name: str, meaning: Any) -> Iterator[tuple[str, str]]:
    """Yield code and sentence for what is wrong with a caveat."""
    if not CAVEAT.fullmatch(name):
        form = "write capitals, digits, hyphens and spaces, such as LEGAL"
        yield "SET020", f'"{name}" is not the name of a caveat — {form}'
    if len(name) > LONGEST_CAVEAT:
        size = f"{len(name)} letters, and there is room for {LONGEST_CAVEAT}"
        yield "SET020", f"the caveat {name} has {size} — shorten it"
    if not isinstance(meaning, str) or not meaning.strip() or not meaning.isprintable():
        yield "SET020", f'{name} has no meaning — say in a line whom it excludes: {name} = "…"'
    if refused := own.refused(place, name):
        yield "SET022", refused
