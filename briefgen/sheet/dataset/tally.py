"""Rows to sums: one pass over a file, with nothing done twice for a text that was met before.

A file of 100,000 rows may cost no more than three times what Python's own reader takes for it. So the loop only picks
cells, looks up what their texts mean, and adds; what a text means is read when it is first met.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from briefgen.sheet.dataset import cells
from briefgen.sheet.dataset.cells import CellError, Wanted
from briefgen.sheet.dataset.faults import Faults
from briefgen.sheet.dataset.plan import Plan
from briefgen.sheet.dataset.things import ACTORS, KIND, OUTSIDE, PLACE, Place, Texts, Things
from briefgen.sheet.dataset.top import Top
from briefgen.sheet.model.dataset import Row

if TYPE_CHECKING:
    from _csv import Reader

MAX_ROWS = 250_000


class Tally:
    """What the rows of *reader* add up to: those that pass the filters (*wanted*, by column), of days in the *span*.

    *events* has every row that was kept, if *listing*.
    """

    def __init__(
        self, reader: Reader, plan: Plan, wanted: dict[str, Wanted], span: Texts, top: Top, *, listing: bool
    ) -> None:
        self.reader, self.plan, self.wanted, self.top, self.listing = reader, plan, wanted, top, listing
        self.faults = Faults(reader, plan.fields)
        self.things = Things(reader, self.faults, span)
        self.rows = self.kept = self.numberless = 0
        self.events: list[tuple[Any, ...]] = []
        self.numbers: set[str] = set()

    @property
    def is_cut(self) -> bool:
        """Whether there are more rows than are read."""
        return self.rows == MAX_ROWS and next(self.reader, None) is not None

    def add_all(self) -> None:
        """Add every row. Raises csv.Error and UnicodeDecodeError where the file cannot be read."""
        at, numbers, events, top = self.plan.fields, self.numbers, self.events, self.top
        days, kinds, places = self.things.days, self.things.kinds, self.things.places
        tolls, actors = self.things.tolls, self.things.actors
        kind_in, place_in, actors_in = (itemgetter(*(at[one] for one in group)) for group in (KIND, PLACE, ACTORS))
        number_in, day_in, killed_in = (at[one] for one in ("id", "date", "killed"))
        for row in self._passing():
            day, number = days[row[day_in]], row[number_in]
            if day is OUTSIDE:
                continue
            self.kept += 1
            kind, place, killed = kinds[kind_in(row)], places[place_in(row)], tolls[row[killed_in]]
            if number in numbers or not number.isalnum():
                number = self._number(number)
            numbers.add(number)
            event = (number, day, kind, place.where, killed, actors[actors_in(row)])
            if self.listing:
                events.append(event)
            if day:
                self._add(place, place.unit.cells[day, kind[0]], killed)
                if (killed or 0) >= top.least:
                    top.offer(event, row[at["notes"]], self.reader.line_num)

    def _passing(self) -> Iterator[list[str]]:
        """Yield the rows that pass the filters, with a cell for every field."""
        width, is_whole = self.plan.width, self.plan.is_whole
        filters = [(self.plan.filters[name], wanted) for name, wanted in self.wanted.items()]
        for row in islice(self.reader, MAX_ROWS):
            if not any(row):
                continue
            if len(row) != width or not is_whole:
                self._square(row)
            self.rows += 1
            for column, wanted in filters:
                if not wanted[row[column]]:
                    break
            else:
                yield row

    def _square(self, row: list[str]) -> None:
        """Give *row* a cell for every field; what a short row leaves out is empty."""
        width = self.plan.width
        if len(row) > width:
            message = f"this row has {len(row)} cells, the header {width}"
            remedy = "put cells that hold the delimiter in quotation marks"
            self.faults.add(width, CellError("INC004", message, remedy))
        row += [""] * (width + 1 - len(row))

    def _number(self, text: str) -> str:
        """Return the id of an event, which no other row has."""
        number = self.faults.read("id", text, cells.label, "")
        if number and number in self.numbers:
            message = f"the id {number} stands twice: the event would be counted twice"
            self.faults.add(self.plan.fields["id"], CellError("REF003", message, "delete one of the two rows"))
        return number

    def _add(self, place: Place, cell: Row, killed: int | None) -> None:
        cell["events"] += 1
        place.events += 1
        if killed:
            cell["killed"] += killed
            place.killed += killed
        elif killed is None:
            self.numberless += 1
