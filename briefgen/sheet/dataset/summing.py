"""A tally to the plain data that an edition holds, in the order of the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefgen.sheet.dataset import cells
from briefgen.sheet.dataset.tally import Tally
from briefgen.sheet.dataset.things import PLACE, UNIT
from briefgen.sheet.model.dataset import Row, Summed
from briefgen.sheet.model.product import Span

EVER = ("0001-01-01", "9999-12-31")


def span_of(period: Span) -> tuple[str, str]:
    """Return the first and the last day of *period* as ISO 8601 text; one that is open reaches as far as can be."""
    first, last = period.start.first, period.end.last
    return first.isoformat() if first else EVER[0], last.isoformat() if last else EVER[1]


def summed(tally: Tally, period: Span | None) -> Summed:
    """Return what *tally* has counted; without a *period* the data cover the days from their first to their last."""
    days = {day for unit in tally.things.units.values() for day, _ in unit.cells}
    first, last = span_of(period) if period else (min(days, default=None), max(days, default=None))
    return Summed(
        rows=tally.rows,
        kept=tally.kept,
        dateless=tally.kept - sum(place.events for place in tally.things.places.values()),
        numberless=tally.numberless,
        first=None if first == EVER[0] else first,
        last=None if last == EVER[1] else last,
        cells=tuple(cell for unit in tally.things.units.values() for cell in unit.cells.values()),
        provinces=tuple(_provinces(tally)),
        places=tuple(_places(tally)),
        top=tuple(_top(tally)),
        events=tuple(tally.events),
    )


def _provinces(tally: Tally) -> Iterator[Row]:
    for names, unit in tally.things.units.items():
        sums = {name: sum(cell[name] for cell in unit.cells.values()) for name in ("events", "killed")}
        yield dict(zip(UNIT, names, strict=True)) | sums


def _places(tally: Tally) -> Iterator[Row]:
    # places that differ only in how their cells are spaced are one
    sums: dict[tuple[Any, ...], Row] = {}
    for place in tally.things.places.values():
        nothing = dict(zip(PLACE, place.where, strict=True)) | {"events": 0, "killed": 0}
        found = sums.setdefault(place.where, nothing)
        found["events"] += place.events
        found["killed"] += place.killed
    yield from sums.values()


def _top(tally: Tally) -> Iterator[Row]:
    for (number, day, kind, where, killed, actors), notes, line in tally.top:
        named = {"id": number, "day": day, "type": kind[0], "subtype": kind[1]}
        told = {
            "killed": killed,
            "actors": tuple(filter(None, actors)),
            "notes": tally.faults.read("notes", notes, cells.note, "", line),
        }
        yield named | dict(zip(PLACE, where, strict=True)) | told
