"""Sources and what they say: ICD 206 and ICS 206-01 fields, lineage, claims and quotations."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from briefgen.sheet.model.fields import (
    PRIORITY,
    ActorRef,
    ClaimRef,
    Date,
    Digest,
    IdOf,
    Language,
    Line,
    Listed,
    Markdown,
    Marking,
    PlaceRef,
    Priority,
    SourceRef,
    Url,
    YesNo,
)
from briefgen.sheet.model.record import Expected, Record

Reliability = Literal["A", "B", "C", "D", "E", "F"]
Credibility = Literal["1", "2", "3", "4", "5", "6"]


class When(Record):
    """A date as it is known: EDTF, with what the notation cannot say."""

    SHORT: ClassVar = "date"
    date: Date = Field(description="EDTF (ISO 8601-2): 2024-02-05, 2024-02, 2024-02-05~, 2024-01-15/2024-02-20.")
    part: Literal["early", "mid", "late"] | None = Field(None, description="Which third of the month or year.")
    inferred: YesNo = Field(False, description="true: worked out by the analyst, not stated by the source.")
    precision: Literal["minute", "hour", "day", "month", "year"] | None = Field(
        None, description="How exact the date is meant to be; only where it is coarser than it is written."
    )
    note: Line | None = Field(None, description="Why the date is not exact.")


class Archive(Record):
    """A preserved copy of a web source."""

    SHORT: ClassVar = "url"
    url: Url = Field(description="Address of the copy.")
    date: Date | None = Field(None, description="When the copy was made.")


class Snapshot(Record):
    """A captured file that the desk keeps, with its digest (Berkeley Protocol)."""

    file: Line = Field(description="Path of the file, from the desk's folder.")
    sha256: Digest = Field(description="SHA-256 of the file, 64 hexadecimal digits.")
    captured: Date | None = Field(None, description="When it was captured.")


class Protection(Record):
    """How a source is described when its name is withheld."""

    SHORT: ClassVar = "descriptor"
    descriptor: Line = Field(description="Printed instead of the name.")


class Source(Record):
    """Where information comes from. Reliability is the source's own record (Admiralty A–F, AJP-2.1)."""

    id: Annotated[str, IdOf("source")] = Field(description="Permanent id: s-…")
    title: Line = Field(description="Title of the article, statement or data set.")
    publisher: Annotated[Line | None, Expected("a reader cannot tell who published it (ICS 206-01)", "SRC005")] = Field(
        None, description="Outlet or body that published it."
    )
    author: Listed[Line] = Field((), description="Author, where named.")
    kind: Annotated[
        Literal[
            "primary-document",
            "official-statement",
            "agency",
            "press",
            "social",
            "interview",
            "dataset",
            "imagery",
            "tertiary",
        ]
        | None,
        Expected("a reader cannot tell what sort of source it is", "SRC005"),
    ] = Field(None, description="Sort of source.")
    access: Annotated[
        Literal["seen", "excerpt", "not-seen"] | None, Expected("a reader cannot tell whether it was read", "SRC005")
    ] = Field(None, description="seen whole, in excerpt, or not-seen (then usable only as `via`).")
    reliability: Annotated[Reliability | None, Expected("it is printed as not graded", "SRC019")] = Field(
        None, description="A completely reliable … E unreliable, F cannot be judged."
    )
    basis: Line | None = Field(None, description="Source descriptor: why it is graded so (ICD 206).")
    bias: Line | None = Field(None, description="Motivation or bias that a reader should know.")
    party: Listed[ActorRef] = Field((), description="Parties to the situation that the source belongs to.")
    published: Annotated[When | None, Expected("it is printed without a date (n.d.)", "SRC005")] = Field(
        None, description="Date of publication; where it bears none, the last day that it can be: [..2024-02-05]."
    )
    accessed: Date | None = Field(None, description="When it was read (web sources).")
    url: Url | None = Field(None, description="Address.")
    archived: Archive | None = Field(None, description="Preserved copy.")
    snapshot: Snapshot | None = Field(None, description="Captured file.")
    lang: Language | None = Field(None, description="Language of the source (BCP 47).")
    original_title: Line | None = Field(None, description="Title in the original language.")
    translated_by: Line | None = Field(None, description="Who or what translated it.")
    collection: Literal["PAI", "CAI"] | None = Field(None, description="Publicly or commercially available.")
    derived_from: Listed[SourceRef] = Field((), description="Sources that it repeats as a whole.")
    protect: Protection | None = Field(None, description="Name withheld; the descriptor is printed.")
    attribution: Line | None = Field(None, description="Attribution line that a licence asks for.")
    aliases: Listed[Line] = Field((), description="Other names of the publisher.")
    note: Line | None = Field(None, description="Anything else that a reader should know.")
    portion: Marking | None = Field(None, description="Marking of this record.")


class Citation(Record):
    """One source of one claim; `via` says who the source has it from, so that origins can be counted."""

    SHORT: ClassVar = "ref"
    ref: SourceRef = Field(description="The source.")
    at: Line | None = Field(None, description="Where in the source: page, paragraph, minute.")
    via: Listed[SourceRef] = Field((), description="Who the source has it from.")
    untraced: YesNo = Field(False, description="true: it repeats somebody whom it does not name; no origin of its own.")
    note: Line | None = Field(None, description="How the source puts it, such as “according to reports”.")
    portion: Marking | None = Field(None, description="Marking of this item; without one, that of what it stands in.")


class Contradiction(Record):
    """Another claim that cannot be true together with this one, and how the document treats the pair."""

    SHORT: ClassVar = "claim"
    claim: ClaimRef = Field(description="The other claim.")
    treatment: Markdown | None = Field(None, description="What the document makes of the contradiction.")
    portion: Marking | None = Field(None, description="Marking of this item; without one, that of what it stands in.")


class Withdrawal(Record):
    """A claim that its source has taken back."""

    by: Line = Field(description="Who withdrew it.")
    date: Date = Field(description="When.")
    why: Line | None = Field(None, description="Why.")


class Claim(Record):
    """What a source says. Credibility is the item's own (Admiralty 1–6); it never mixes with reliability."""

    id: Annotated[str, IdOf("claim")] = Field(description="Permanent id: c-…")
    text: Markdown = Field(description="What is said, in our words, without judging it.")
    label: Line | None = Field(None, description="Short name for tables.")
    sources: Annotated[Listed[Citation], Expected("it is printed as unsourced", "SRC001")] = Field(
        (), description="Who says so."
    )
    credibility: Annotated[Credibility | None, Expected("it is printed as not graded", "SRC019")] = Field(
        None, description="1 confirmed by other sources … 5 improbable, 6 cannot be judged."
    )
    said_by: Listed[ActorRef] = Field((), description="Whose statement it is, when the source reports a statement.")
    dated: When | None = Field(None, description="When it was said or is said to have happened.")
    about: Listed[PlaceRef] = Field((), description="Places that it is about.")
    contradicts: Listed[Contradiction] = Field((), description="Claims that it cannot be true together with.")
    corroborates: Listed[ClaimRef] = Field((), description="Claims that it supports.")
    withdrawn: Withdrawal | None = Field(None, description="Set when the source has taken it back.")
    note: Line | None = Field(None, description="What a reader should know of it.")
    portion: Marking | None = Field(None, description="Marking of this record.")


class Translation(Record):
    """A quotation in the language of the document."""

    SHORT: ClassVar = "text"
    text: Line = Field(description="The translated words.")
    by: Line | None = Field(None, description="Who translated them.")


class Utterance(Record):
    """When and where words were spoken."""

    SHORT: ClassVar = "date"
    date: When = Field(description="When.")
    place: Line | None = Field(None, description="Where.")


class Quote(Record):
    """Words exactly as they were said or written."""

    id: Annotated[str, IdOf("quote")] = Field(description="Permanent id: q-…")
    speaker: Line = Field(description="Who said it, with function.")
    text: Line = Field(description="The words, without quotation marks, in the document's language.")
    source: Citation = Field(description="Where they are reported.")
    lang: Language | None = Field(None, description="Language in which they were said.")
    original: Line | None = Field(None, description="The words in the original language.")
    translation: Translation | None = Field(None, description="Translation, if `text` is not one already.")
    said: Utterance | None = Field(None, description="When and where.")
    priority: Priority = Field("normal", description=PRIORITY)
    portion: Marking | None = Field(None, description="Marking of this record.")
