"""A map in words: text alternative, table, key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefgen.figures.figure import Row as Cells
from briefgen.figures.maps.marks import RING, Mark
from briefgen.figures.maps.naming import Names
from briefgen.figures.maps.rows import EVENTS, KILLED, Question, Row
from briefgen.geodata import Unit

ENDORSEMENT = "Boundaries do not imply endorsement; dashed line: disputed. Made with Natural Earth."
WHAT = {EVENTS: "events", "affected": "people affected"}


def measure(question: Question) -> str:
    """Return what is counted: ``events``, ``people killed``."""
    return WHAT.get(question.measure, f"people {question.measure}")


def caption(question: Question, countries: Sequence[str]) -> str:
    """Return what the map is of."""
    by = "province" if question.by_province else "place"
    what = measure(question)
    return f"{what[:1].upper()}{what[1:]} by {by}, {listed(countries)}"


def alternative(title: str, shown: Iterable[Row], lost: Iterable[Row]) -> str:
    """Return everything that the map tells: every place with its number, those that are not on it too."""
    on, off = ("; ".join(f"{row.name}: {row.measure.spoken}" for row in group) for group in (shown, lost))
    return f"Map. {title}. {on or 'nothing placed'}{f'. Not on the map: {off}' if off else ''}."


def table(question: Question, rows: Iterable[Row]) -> tuple[Cells, tuple[Cells, ...]]:
    """Return the head and the rows of the table: place, events, killed, and what else the map is of."""
    other = (question.measure,) if question.measure not in (EVENTS, KILLED) else ()
    head = ("place", EVENTS, KILLED, *other)
    cells = ((row.name, str(row.events), str(row.killed), *([str(row.measure)] if other else [])) for row in rows)
    return head, tuple(cells)


def key(question: Question, marks: Sequence[Mark], lost: Sequence[Row], names: Names, numberless: int) -> str:
    """Return what explains the signs that are used, in sentences, and what could not be drawn."""
    shown = [mark.row for mark in marks]
    lettered = "; ".join(f"{letter}: {row.name} {row.measure}" for letter, row in names.letters.items())
    sentences = [
        *_numbers(question, shown),
        *_signs(marks),
        *([f"{lettered}."] if lettered else []),
        *([f"Without a label: {_rows(names.unnamed)}."] if names.unnamed else []),
        *([f"Not counted: {numberless:,} events without a number."] if numberless else []),
        *([f"Not on the map: {_rows(lost)}."] if lost else []),
        *_caveats(row.spot.unit for row in shown if question.by_province),
        ENDORSEMENT,
    ]
    return " ".join(sentences)


def listed(words: Sequence[str]) -> str:
    """Return words as one phrase: ``A, B and C``."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else list(words))


def _numbers(question: Question, shown: Sequence[Row]) -> Iterator[str]:
    sign = "shade" if question.by_province else "area of the circle"
    yield f"Number{f' and {sign}' if any(row.size for row in shown) else ''}: {measure(question)}."
    if any(row.size and (row.measure.low != row.measure.high or row.measure.open) for row in shown):
        yield f"{sign[:1].upper()}{sign[1:]} by the best or lowest figure."
    if any(not row.measure.told for row in shown):
        yield "–: number not given."


def _signs(marks: Sequence[Mark]) -> Iterator[str]:
    if any(mark.radius and mark.row.spot.known in ("province", "country") for mark in marks):
        yield "Dashed circle: known by province or country only."
    if any(mark.ring for mark in marks):
        yield f"Dotted ring: {RING:.0f} km about a place known by its district or area only."


def _rows(rows: Iterable[Row]) -> str:
    return listed([f"{row.name} ({row.measure})" for row in rows])


def _caveats(units: Iterable[Unit | None]) -> Iterator[str]:
    found = [unit for unit in units if unit]
    if names := [unit.name for unit in found if unit.redrawn]:
        yield f"The limits of {listed(names)} have changed since those drawn."
    for holder in dict.fromkeys(unit.held_by for unit in found if unit.held_by):
        yield f"{listed([unit.name for unit in found if unit.held_by == holder])}: held by {holder}."
