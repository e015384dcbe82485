"""Audiences: whom a desk makes editions for, what each of them may read, and what they get."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from briefgen.errors import SettingsError
from briefgen.markings.reader import Reader
from briefgen.markings.scheme import Level, Scheme
from briefgen.settings import EXAMPLES, NOUNS, Settings, near

TABLE = "audiences"
KEYS: Mapping[str, type] = {
    "max_marking": str,
    "caveats": list,
    "products": list,
    "formats": list,
    "language": str,
    "community": str,
    "distribution": str,
    "watermark": str,
}
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_NAME = 40
#: It stands in a style sheet, where nothing but text may get.
WATERMARK = re.compile(r"[\w .,:;()/&'’–—-]{1,60}")


@dataclass(frozen=True)
class Audience:
    """Who gets an edition: a *name*, which its folder has too, and what the *reader* may see.

    *products* and *formats* are what they get (empty: what the sheet and the desk say), *language* the one that they
    read, if not all. The *community* in which they may share (TLP:GREEN), the *distribution* statement and the
    *watermark* are printed on every product for them.
    """

    name: str
    reader: Reader
    products: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    language: str | None = None
    community: str | None = None
    distribution: str | None = None
    watermark: str | None = None


def up_to(level: Level) -> Audience:
    """Return the audience of all who may read up to a *level* and hold no caveat; it is named after the label."""
    return Audience(re.sub("[^a-z0-9]+", "-", level.label.lower()).strip("-"), Reader(level))


def read(place: Settings, scheme: Scheme) -> dict[str, Audience]:
    """Return the audiences of a desk by name, their markings being of a *scheme*.

    Raises SettingsError, with all that is wrong with them.
    """
    tables = place.values.get(TABLE, {})
    if not isinstance(tables, dict) or not all(isinstance(table, dict) for table in tables.values()):
        raise place.error("SET017", TABLE, "an audience is a table — begin it with [audiences.partners]")
    findings = [one for name, table in tables.items() for one in _problems(place, name, table, scheme)]
    if findings:
        raise SettingsError.of([one for error in findings for one in error.findings])
    return {name: _audience(name, table, scheme) for name, table in tables.items()}


def _audience(name: str, table: Mapping[str, Any], scheme: Scheme) -> Audience:
    level = scheme.find(table["max_marking"])
    assert level, "its label was looked up"
    reader = Reader(level, frozenset(table.get("caveats", ())))
    products, formats = (tuple(dict.fromkeys(table.get(key, ()))) for key in ("products", "formats"))
    return Audience(
        name, reader, products, formats, *map(table.get, ("language", "community", "distribution", "watermark"))
    )


def _problems(place: Settings, name: str, table: Mapping[str, Any], scheme: Scheme) -> Iterator[SettingsError]:
    """Yield what is wrong with the *table* of one audience."""
    for key, sentence in (*_of_name(name), *_of_shape(table), *_of_sense(table, scheme)):
        yield place.error("SET017", key or name, f"[audiences.{name}] {sentence}", name if key else "")


def _of_name(name: str) -> Iterator[tuple[str, str]]:
    if not NAME.fullmatch(name) or len(name) > LONGEST_NAME:
        yield "", f"{name} names no folder — use up to {LONGEST_NAME} lower-case letters, digits and hyphens"


def _of_shape(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if "max_marking" not in table:
        yield "", "it has no max_marking — name the highest marking that they may read"
    for key, value in table.items():
        kind = KEYS.get(key)
        if kind is None:
            yield key, f"there is no setting {key} — {near(key, KEYS)}"
        elif not _is(value, kind):
            yield key, f"{key} is not {NOUNS[kind]} — write {key} = {EXAMPLES[kind]}"


def _is(value: object, kind: type) -> bool:
    texts = value if isinstance(value, list) else [value]
    return type(value) is kind and all(isinstance(one, str) and one.strip() for one in texts)


def _of_sense(table: Mapping[str, Any], scheme: Scheme) -> Iterator[tuple[str, str]]:
    label, mark = table.get("max_marking"), table.get("watermark")
    if isinstance(label, str) and not scheme.find(label):
        yield "max_marking", f"{label} is not a level — one of {', '.join(one.label for one in scheme.levels)}"
    for caveat in table.get("caveats", ()) if isinstance(table.get("caveats"), list) else ():
        if caveat not in scheme.caveats:
            yield "caveats", f"there is no caveat {caveat} — list it under [marking.caveats]"
    if isinstance(mark, str) and not WATERMARK.fullmatch(mark):
        yield (
            "watermark",
            "the watermark cannot be printed so — use up to 60 letters, digits, spaces and . , : ; - ( ) / & '",
        )
