"""The prose that points at records, and the figures drawn from them."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from briefgen.sheet.model.fields import PRIORITY, AnyRef, Date, IdOf, Line, Listed, Markdown, Marking, Priority
from briefgen.sheet.model.record import Expected, Record
from briefgen.sheet.model.specification import Specification


class Block(Record):
    """A paragraph and the records that it rests on."""

    SHORT: ClassVar = "text"
    text: Markdown = Field(description="Markdown; [@c-1] cites, {j-1} prints a judgement.")
    refs: Listed[AnyRef] = Field((), description="Records that it rests on.")
    heading: Line | None = Field(None, description="Heading in the margin.")
    note: Markdown | None = Field(None, description="Note in the margin.")
    priority: Priority = Field("normal", description=PRIORITY)
    portion: Marking | None = Field(None, description="Marking of this paragraph.")
    releasable: dict[Marking, Markdown] = Field(
        {}, description="Tear line: its text by marking, for readers who may not see it."
    )


class Summary(Record):
    """The bottom line first; the narrative; the outlook."""

    SHORT: ClassVar = "bluf"
    bluf: Annotated[Listed[Block], Expected("a reader with two minutes has nothing to read", "JUD012")] = Field(
        (), description="Bottom line up front: at most three sentences."
    )
    narrative: Listed[Block] = Field((), description="The situation, paragraph by paragraph.")
    outlook: Listed[Block] = Field((), description="What comes next.")


class Stretch(Record):
    """A stretch of time that a figure marks."""

    SHORT: ClassVar = "date"
    date: Date = Field(description="Interval (EDTF), such as 2024-01-15/2024-02-08, or a month.")
    label: Line | None = Field(None, description="What it was, in a few words.")


class Figure(Record):
    """A figure drawn from records; the drawing, its alternative text and its data table are generated."""

    SHORT: ClassVar = "kind"
    id: Annotated[str, IdOf("figure")] | None = Field(None, description="Permanent id: f-…")
    kind: Literal[
        "timeline",
        "incident-map",
        "trend",
        "harm",
        "compliance",
        "likelihood",
        "ach",
        "actors",
        "chart",
    ] = Field(description="Sort of figure.")
    records: Listed[AnyRef] = Field((), alias="from", description="Records to draw; all that fit when empty.")
    by: Literal["day", "week", "month", "province", "point"] | None = Field(
        None, description="What a trend counts by (day, week, month), or a map (province, point)."
    )
    measure: Literal["events", "killed", "injured", "abducted", "missing", "displaced", "affected"] | None = Field(
        None, description="What a trend or a map counts; events when absent."
    )
    baseline: Stretch | None = Field(None, description="Stretch of time with whose mean a trend is compared.")
    window: Stretch | None = Field(None, description="Stretch of time that a trend marks.")
    caption: Line | None = Field(None, description="What the figure shows, as a sentence.")
    spec: Specification | None = Field(None, description="What a chart draws: a Vega-Lite specification.")
    alt: Line | None = Field(None, description="Alternative text, where the generated one can be bettered.")
    priority: Priority = Field("normal", description=PRIORITY)
    portion: Marking | None = Field(None, description="Marking of this record.")
