"""What the rows of a file name: kinds, sides, provinces and places, each read when it is first met.

None of these refers back to what counts them, so that all of it is gone as soon as the sums are made.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from briefgen.sheet.dataset import cells
from briefgen.sheet.dataset.cells import Read
from briefgen.sheet.dataset.faults import Faults
from briefgen.sheet.model.dataset import Row

if TYPE_CHECKING:
    from _csv import Reader

KIND = ("type", "subtype")
UNIT = ("country", "admin1")
PLACE = (*UNIT, "place", "lat", "lon", "precision")
ACTORS = ("actor1", "actor2")
OUTSIDE = None
Texts: TypeAlias = tuple[str, ...]


class Cells(dict[Texts, Row]):
    """Sums of one province by day and type."""

    def __init__(self, unit: Texts) -> None:
        super().__init__()
        self.unit = unit

    def __missing__(self, key: Texts) -> Row:
        (day, kind), (country, admin1) = key, self.unit
        cell: Row = {"day": day, "type": kind, "country": country, "admin1": admin1, "events": 0, "killed": 0}
        self[key] = cell
        return cell


class Unit:
    """A country and province, the *line* on which they were first met, and what happened there."""

    __slots__ = ("cells", "line", "names")

    def __init__(self, names: Texts, line: int) -> None:
        self.names, self.line, self.cells = names, line, Cells(names)


class Place:
    """One place as its cells have it, the unit that it lies in, and what happened there."""

    __slots__ = ("events", "killed", "unit", "where")

    def __init__(self, where: tuple[Any, ...], unit: Unit) -> None:
        self.where, self.unit, self.events, self.killed = where, unit, 0, 0


class Things:
    """What the cells of rows mean; what they cannot mean is noted in *faults*. Only days in *span* are wanted."""

    def __init__(self, reader: Reader, faults: Faults, span: Texts) -> None:
        self.units: Read[Unit] = Read(lambda names: Unit(names, reader.line_num))
        self.days: Read[str | None] = Read(partial(_day, faults, span))
        self.tolls: Read[int | None] = Read(lambda text: faults.read("killed", text, cells.number, None))
        self.kinds: Read[Texts] = Read(partial(_labels, faults, KIND))
        self.actors: Read[Texts] = Read(partial(_labels, faults, ACTORS))
        self.places: Read[Place] = Read(partial(_place, faults, self.units))


def _day(faults: Faults, span: Texts, text: str) -> str | None:
    """Return a day, nothing for an empty cell, ``OUTSIDE`` for a day that is not wanted."""
    day = faults.read("date", text, cells.day, "")
    return day if not day or span[0] <= day <= span[1] else OUTSIDE


def _place(faults: Faults, units: Read[Unit], texts: Texts) -> Place:
    country, admin1, name, lat, lon, precision = texts
    unit = units[_labels(faults, UNIT, (country, admin1))]
    where = (
        *unit.names,
        faults.read("place", name, cells.label, ""),
        faults.read("lat", lat, cells.latitude, None),
        faults.read("lon", lon, cells.longitude, None),
        faults.read("precision", precision, cells.label, ""),
    )
    return Place(where, unit)


def _labels(faults: Faults, fields: Texts, texts: Texts) -> Texts:
    return tuple(faults.read(field, text, cells.label, "") for field, text in zip(fields, texts, strict=True))
