"""The fact sheet: one situation at one information cut-off."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal, Self

from pydantic import Field, PrivateAttr

from briefgen.markings import tlp
from briefgen.markings.scheme import Scheme
from briefgen.sheet.model.assessment import (
    AchRow,
    Action,
    Assumption,
    Gap,
    Hypothesis,
    Impact,
    Indicator,
    Judgement,
    Scenario,
)
from briefgen.sheet.model.dataset import Dataset
from briefgen.sheet.model.evidence import Claim, Quote, Source
from briefgen.sheet.model.fields import Line, Listed
from briefgen.sheet.model.product import Product, Requirement
from briefgen.sheet.model.record import Expected, Record
from briefgen.sheet.model.summary import Figure, Summary
from briefgen.sheet.model.waiver import Waiver
from briefgen.sheet.model.world import Actor, Agreement, Event, Place


class Table(Record):
    """A CSV file of records: `columns` says which column fills which field."""

    table: Line = Field(description="Path of the CSV file, from this file's folder.")
    section: Literal["events"] = Field("events", description="Section that the rows belong to.")
    columns: dict[str, Line] = Field(description="Field (a dotted path such as harm.killed.best) to column name.")


class Sheet(Record):
    """One situation at one information cut-off: sources, what they say, what we judge, and the summary that points."""

    briefgen: Literal["1"] = Field(description="1, the version of this format.")
    product: Product = Field(description="What the document is.")
    include: Listed[Line | Table] = Field((), description="Files whose sections belong to this sheet.")
    requirements: Listed[Requirement] = Field((), description="Questions of the readers (PIR).")
    sources: Annotated[Listed[Source], Expected("nothing in it can be checked")] = Field(
        (), description="Where the information comes from."
    )
    actors: Listed[Actor] = Field((), description="People, groups and bodies.")
    places: Listed[Place] = Field((), description="Where it happens.")
    claims: Listed[Claim] = Field((), description="What the sources say.")
    agreements: Listed[Agreement] = Field((), description="Agreements, announced or reported.")
    events: Listed[Event] = Field((), description="What happened, as reported.")
    datasets: Listed[Dataset] = Field((), description="Many events in one file, which figures and tables sum up.")
    quotes: Listed[Quote] = Field((), description="Words exactly as said.")
    assumptions: Listed[Assumption] = Field((), description="What is taken as true without proof.")
    judgements: Annotated[Listed[Judgement], Expected("it says what others say, not what it means")] = Field(
        (), description="What we judge."
    )
    hypotheses: Listed[Hypothesis] = Field((), description="Rival explanations.")
    ach: Listed[AchRow] = Field((), description="How the evidence fits the hypotheses.")
    indicators: Listed[Indicator] = Field((), description="What would change our mind.")
    scenarios: Listed[Scenario] = Field((), description="Courses that things may take.")
    gaps: Listed[Gap] = Field((), description="What we do not know.")
    impact: Listed[Impact] = Field((), description="What it means for a reader.")
    actions: Listed[Action] = Field((), description="What could be done.")
    summary: Annotated[Summary | None, Expected("a reader with two minutes has nothing to read", "JUD012")] = Field(
        None, description="Bottom line, narrative, outlook."
    )
    figures: Listed[Figure] = Field((), description="Figures to draw.")
    waivers: Listed[Waiver] = Field((), description="Findings that are to stand as they are, with the reason.")

    _shared: frozenset[str] = PrivateAttr(frozenset())
    _scheme: Scheme = PrivateAttr(tlp.SCHEME)

    @property
    def scheme(self) -> Scheme:
        """The scheme of its markings."""
        return self._scheme

    @property
    def shared(self) -> frozenset[str]:
        """Ids of the records that are not its own but the desk's, and here because a record names them."""
        return self._shared

    def sharing(self, ids: Iterable[str], scheme: Scheme) -> Self:
        """Return the sheet with the ids of the records that it shares, and the *scheme* of its markings and theirs."""
        copied = self.model_copy()
        copied._shared, copied._scheme = frozenset(ids), scheme
        return copied

    def records(self) -> Iterator[Any]:
        """Yield every record that has an id of its own, undertakings among them, in the order of the sections."""
        for name in type(self).model_fields:
            section = getattr(self, name)
            for record in section if isinstance(section, tuple) else ():
                if getattr(record, "id", None):
                    yield record
                yield from getattr(record, "undertakings", ())
