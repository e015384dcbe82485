"""Many events in one file: a CSV of ACLED's shape that figures and tables sum up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, TypeAlias

from pydantic import Field, PrivateAttr

from briefgen.sheet.model.fields import Count, Date, IdOf, Line, Listed, Marking, SourceRef, YesNo
from briefgen.sheet.model.product import Span
from briefgen.sheet.model.record import Record

Row: TypeAlias = dict[str, Any]


@dataclass(frozen=True)
class Summed:
    """What a file held: plain data. Days are ISO 8601 text, a number that nobody gives is None.

    *rows* were read and *kept* passed the filters; of these, *dateless* have no day and stand in nothing below, and
    *numberless* have no number of dead. *first* and *last* are the days that the data cover. *cells* sum up by day,
    type, country and province, *provinces* by the last two, *places* by place; *top* are the most important rows,
    *events* all that may be passed on: id, day, (type, subtype), (country, admin1, place, lat, lon, precision), killed,
    (actor1, actor2).
    """

    rows: int
    kept: int
    dateless: int
    numberless: int
    first: str | None
    last: str | None
    cells: tuple[Row, ...]
    provinces: tuple[Row, ...]
    places: tuple[Row, ...]
    top: tuple[Row, ...]
    events: tuple[tuple[Any, ...], ...]


class Columns(Record):
    """Which column of the file holds what; a column that is not named has the name that ACLED gives it."""

    id: Line = Field("event_id_cnty", description="Id of the event in the data set.")
    date: Line = Field("event_date", description="Day: 2024-02-07, 07 February 2024 or 07-Feb-24.")
    type: Line = Field("event_type", description="Type of event.")
    subtype: Line = Field("sub_event_type", description="Type of event, more closely.")
    country: Line = Field("country", description="Country.")
    admin1: Line = Field("admin1", description="Province, or whatever is the first level there.")
    place: Line = Field("location", description="Name of the place.")
    lat: Line = Field("latitude", description="Latitude in degrees.")
    lon: Line = Field("longitude", description="Longitude in degrees.")
    precision: Line = Field("geo_precision", description="How exactly the place is known: 1 exact … 3 province.")
    killed: Line = Field("fatalities", description="Reported dead; 0 means none reported, an empty cell not known.")
    actor1: Line = Field("actor1", description="One side.")
    actor2: Line = Field("actor2", description="The other side.")
    notes: Line = Field("notes", description="What is recorded of the event.")


class Dataset(Record):
    """A CSV file of events, one a row. It is read and summed up row by row; its cells are data, never prose."""

    id: Annotated[str, IdOf("dataset")] = Field(description="Permanent id: d-…")
    title: Line = Field(description="Name of the data, as captions print it.")
    file: Line = Field(description="Path of the CSV file, from this file's folder.")
    source: SourceRef = Field(description="The source that the data come from.")
    columns: Columns | None = Field(None, description="Column of the file by field, where it is not ACLED's.")
    filters: dict[str, Listed[Line]] = Field(
        {}, description="Rows to keep: column name of the file to the value, or the values, that it must have."
    )
    period: Span | None = Field(None, description="Days to keep, and that the data cover; those of its rows if absent.")
    retrieved: Date | None = Field(None, description="When the file was fetched.")
    top: Count = Field(12, description="How many rows a table prints: most killed first, then latest; 0 for no table.")
    pass_on: YesNo = Field(
        True, description="true: all rows may go into a CSV file beside the document; false where a licence forbids it."
    )
    note: Line | None = Field(None, description="What a reader should know.")
    portion: Marking | None = Field(None, description="Marking of this record.")
    _summed: Summed | None = PrivateAttr(None)

    @property
    def summed(self) -> Summed:
        """What the file held; an error of the sheet where it could not be read, so never asked for then."""
        assert self._summed is not None, "a sheet without errors has read its data"
        return self._summed

    def hold(self, summed: Summed) -> None:
        """Keep what was read from the file."""
        self._summed = summed
