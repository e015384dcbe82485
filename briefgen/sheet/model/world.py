"""Who, where and what happened: actors, places, agreements and events."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from briefgen.sheet.model.evidence import When
from briefgen.sheet.model.fields import (
    PRIORITY,
    ActorRef,
    ClaimRef,
    Count,
    Date,
    EventRef,
    IdOf,
    JudgementRef,
    Language,
    Latitude,
    Line,
    Listed,
    Longitude,
    Markdown,
    Marking,
    PlaceRef,
    Priority,
    Ref,
    RefTo,
    SourceRef,
    YesNo,
)
from briefgen.sheet.model.record import Expected, Record
from briefgen.sheet.model.scalar import fault

HARM = ("killed", "injured", "abducted", "missing", "displaced", "affected")


class Relation(Record):
    """How one actor stands to another."""

    type: Line = Field(description="part-of, splinter-of, affiliate-of, ally-of, opposes, mediates …")
    target: ActorRef = Field(description="The other actor.")
    claims: Listed[ClaimRef] = Field((), description="What it rests on.")
    portion: Marking | None = Field(None, description="Marking of this item; without one, that of what it stands in.")


class Script(Record):
    """A name in its own script."""

    text: Line = Field(description="The name as its bearer writes it.")
    lang: Language = Field(description="Language of the name (BCP 47), such as ur or ps.")


class Actor(Record):
    """A person, group or body; `class` is the STIX 2.1 identity class."""

    id: Annotated[str, IdOf("actor")] = Field(description="Permanent id: a-…")
    name: Line = Field(description="The one form of the name that is printed.")
    short: Line | None = Field(None, description="Abbreviation or short form.")
    kind: Literal["individual", "group", "system", "organization", "class", "unknown"] = Field(
        "unknown", alias="class", description="STIX 2.1 identity class."
    )
    role: Line | None = Field(None, description="state, non-state-armed, mediator, party, civil-society, unknown …")
    aliases: Listed[Line] = Field((), description="Other spellings and names; never printed in prose.")
    original: Script | None = Field(None, description="The name in its own script.")
    relations: Listed[Relation] = Field((), description="How it stands to other actors.")
    designation: Listed[Line] = Field((), description="Listings and sanctions, with who listed it and since when.")
    note: Line | None = Field(None, description="One line on who this is.")
    portion: Marking | None = Field(None, description="Marking of this record.")


class Place(Record):
    """A place with the precision to which it is known."""

    id: Annotated[str, IdOf("place")] = Field(description="Permanent id: p-…")
    name: Line = Field(description="The one form of the name that is printed.")
    admin: Listed[Line] = Field((), description="Country first, then the units down to the place.")
    precision: Literal["site", "town", "district", "province", "country", "area"] | None = Field(
        None, description="How exactly the place is known."
    )
    iso: Line | None = Field(None, description="ISO 3166-1 or 3166-2 code of the narrowest unit, such as PK-KP.")
    aliases: Listed[Line] = Field((), description="Other spellings and names.")
    original: Script | None = Field(None, description="The name in its own script.")
    pcode: Line | None = Field(None, description="OCHA p-code.")
    lat: Latitude | None = Field(None, description="Latitude in degrees, WGS 84, north positive.")
    lon: Longitude | None = Field(None, description="Longitude in degrees, WGS 84, east positive.")
    note: Line | None = Field(None, description="What a reader should know.")
    portion: Marking | None = Field(None, description="Marking of this record.")


class Amount(Record):
    """A number as it is known: a best figure, or low and high ends; one end alone means “at least” or “at most” it."""

    SHORT: ClassVar = "best"
    low: Count | None = Field(None, description="Lowest credible number.")
    best: Count | None = Field(None, description="The number that is used where only one can be.")
    high: Count | None = Field(None, description="Highest credible number.")
    or_more: YesNo = Field(False, description="true: the high end is not an upper limit.")
    note: Line | None = Field(None, description="What the number counts, or why it is uncertain.")

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        numbers = [number for number in (self.low, self.best, self.high) if number is not None]
        if numbers != sorted(numbers):
            raise fault("amount", "low, best and high are not in order", "put the lowest number first")
        if not numbers:
            raise fault("amount", "there is no number", "give low, best or high, or leave the field out")
        return self


class Toll(Amount):
    """An amount with the figure that each source gives."""

    by_source: dict[SourceRef, Amount] = Field({}, description="Figure of each source, by source id.")


class Harm(Record):
    """What an event did to people; a number that nobody gives stays out, 0 is a statement."""

    SHORT: ClassVar = "killed"
    killed: Toll | None = Field(None, description="Dead.")
    injured: Toll | None = Field(None, description="Injured.")
    abducted: Toll | None = Field(None, description="Abducted or held.")
    missing: Toll | None = Field(None, description="Missing.")
    displaced: Toll | None = Field(None, description="Driven from home.")
    affected: Toll | None = Field(None, description="Affected in other ways.")


class Period(Record):
    """When an event took place: a day, or a start and an end."""

    SHORT: ClassVar = "start"
    start: Date = Field(description="EDTF; with time and zone where known.")
    end: Date | None = Field(None, description="EDTF; absent for an event of one day.")
    part: Literal["early", "mid", "late"] | None = Field(None, description="Which third of the month or year.")
    inferred: YesNo = Field(False, description="true: worked out by the analyst, not stated by a source.")
    precision: Literal["minute", "hour", "day", "month", "year"] | None = Field(
        None, description="How exact it is meant to be; only where it is coarser than it is written."
    )
    note: Line | None = Field(None, description="Why it is not exact.")


class Sides(Record):
    """Who acted and against whom."""

    by: Listed[ActorRef] = Field((), description="Who did it, as far as known.")
    against: Listed[ActorRef] = Field((), description="Who it was done to.")


class Attribution(Record):
    """Who says that they did it, who is accused, and what we make of it."""

    claimed_by: Listed[ActorRef] = Field((), description="Who claimed responsibility.")
    accused: Listed[ActorRef] = Field((), description="Who is accused.")
    assessed: Line | None = Field(None, description="Likelihood term, or unknown.")
    note: Line | None = Field(None, description="For which part, until when, on what grounds.")


class External(Record):
    """Ids of the same event in other data sets."""

    acled: Line | None = Field(None, description="ACLED event_id_cnty.")
    ucdp: Line | None = Field(None, description="UCDP GED id.")
    glide: Line | None = Field(None, description="GLIDE number of a disaster.")


class Event(Record):
    """Something that happened, as reported; a series may be one event with a `count`."""

    id: Annotated[str, IdOf("event")] = Field(description="Permanent id: e-…")
    title: Annotated[Line | None, Expected("its first claim is printed instead")] = Field(
        None, description="What happened, in a few words."
    )
    when: Period = Field(description="When it happened.")
    where: Listed[PlaceRef] = Field((), description="Where it happened.")
    type: Literal[
        "attack",
        "bombing",
        "armed-clash",
        "shelling",
        "air-strike",
        "abduction",
        "killing",
        "arrest",
        "protest",
        "riot",
        "statement",
        "talks",
        "ceasefire",
        "vote",
        "ruling",
        "legislation",
        "displacement",
        "hazard",
        "relief",
        "other",
    ] = Field(description="What sort of event; maps to ACLED event types where one fits.")
    lane: Line | None = Field(None, description="Row of the timeline; by default made from the type.")
    count: Amount | None = Field(None, description="How many events this record sums up.")
    actors: Sides | None = Field(None, description="Who acted, against whom.")
    harm: Harm | None = Field(None, description="Dead, injured, displaced …")
    attribution: Attribution | None = Field(None, description="Who claimed it, who is accused.")
    weapon: Line | None = Field(None, description="Means.")
    target: Line | None = Field(None, description="Target.")
    external: External | None = Field(None, description="Ids elsewhere.")
    part_of: EventRef | None = Field(None, description="The larger event.")
    claims: Annotated[Listed[ClaimRef], Expected("it is printed without a source", "SRC001")] = Field(
        (), description="What it rests on."
    )
    note: Line | None = Field(None, description="What a reader should know.")
    priority: Priority = Field("normal", description=PRIORITY)
    portion: Marking | None = Field(None, description="Marking of this record.")


class Party(Record):
    """One side of an agreement and what it says of it."""

    SHORT: ClassVar = "actor"
    actor: ActorRef = Field(description="Who.")
    acknowledges: Literal["confirms", "partly", "silent", "denies-talks", "denies", "rejects", "unknown"] = Field(
        "unknown", description="What it says of the agreement."
    )
    standing: Line | None = Field(None, description="Party, guarantor, faction that is not a party …")
    note: Line | None = Field(None, description="In a few words, what it says.")
    claims: Listed[ClaimRef] = Field((), description="What it rests on.")
    portion: Marking | None = Field(None, description="Marking of this item; without one, that of what it stands in.")


class Force(Record):
    """From when to when an agreement is, or was, to hold."""

    start: When | None = Field(None, alias="from", description="From.")
    end: When | None = Field(None, alias="to", description="To.")


class Standing(Record):
    """Whether the agreement holds, at a date."""

    SHORT: ClassVar = "value"
    value: Literal["proposed", "unconfirmed", "in-force", "strained", "lapsed", "ended", "denied"] = Field(
        description="Where the agreement stands."
    )
    as_of: Date | None = Field(None, description="When this was so.")


class Undertaking(Record):
    """What one side is said to have promised."""

    id: Annotated[str, IdOf("undertaking")] = Field(description="Permanent id: u-…")
    by: Listed[ActorRef] = Field(description="Who promised.")
    text: Line = Field(description="What was promised.")
    monitorable: Line | None = Field(None, description="By what it could be checked.")
    claims: Listed[ClaimRef] = Field((), description="What it rests on.")
    portion: Marking | None = Field(None, description="Marking of this item; without one, that of what it stands in.")


class Breach(Record):
    """An event that is, or could be, held to break an undertaking."""

    event: EventRef = Field(description="The event.")
    undertaking: Annotated[Ref, RefTo("undertaking")] | None = Field(None, description="The promise in question.")
    alleged_by: Listed[ActorRef] = Field((), description="Who alleges it; empty when nobody does.")
    assessed: Line | None = Field(None, description="Likelihood term of our own assessment.")
    judgement: JudgementRef | None = Field(None, description="The judgement that assesses it.")
    note: Line | None = Field(None, description="In a few words.")
    portion: Marking | None = Field(None, description="Marking of this item; without one, that of what it stands in.")


class Agreement(Record):
    """An agreement as reported: who acknowledges it, what was promised, what is said to break it."""

    id: Annotated[str, IdOf("agreement")] = Field(description="Permanent id: g-…")
    title: Line = Field(description="Name of the agreement.")
    form: Literal["signed", "announced", "verbal", "tacit", "unknown"] = Field("unknown", description="Its form.")
    announced_by: Listed[ActorRef] = Field((), description="Who announced it.")
    parties: Listed[Party] = Field((), description="Who is said to be bound, and what each says.")
    mediators: Listed[ActorRef] = Field((), description="Who brought it about.")
    in_force: Force | None = Field(None, description="From when to when.")
    status: Standing | None = Field(None, description="Where it stands.")
    claims: Annotated[Listed[ClaimRef], Expected("it is printed without a source", "SRC001")] = Field(
        (), description="What it rests on."
    )
    undertakings: Listed[Undertaking] = Field((), description="What was promised.")
    alleged_breaches: Listed[Breach] = Field((), description="What is said to break it.")
    text_ref: SourceRef | None = Field(None, description="Source that holds the text.")
    note: Markdown | None = Field(None, description="What a reader should know.")
    priority: Priority = Field("normal", description=PRIORITY)
    portion: Marking | None = Field(None, description="Marking of this record.")
