"""What the document is: its identity, time frame, handling, people and scope."""

from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from briefgen.findings import Mark
from briefgen.markings import scheme
from briefgen.sheet.model.fields import (
    Count,
    Cutoff,
    Date,
    IdOf,
    Language,
    Line,
    Listed,
    Markdown,
    Marking,
    ProductId,
    YesNo,
)
from briefgen.sheet.model.record import Expected, Record


class Span(Record):
    """A stretch of time, both ends included."""

    start: Date = Field(alias="from", description="First day.")
    end: Date = Field(alias="to", description="Last day.")


class Times(Record):
    """When the information ends, what period it covers and when the next issue comes."""

    SHORT: ClassVar = "as_of"
    as_of: Cutoff = Field(description="Information cut-off (ICOD), with time and zone where it matters.")
    period: Span | None = Field(None, description="The period covered.")
    next_issue: Date | None = Field(None, description="When the next issue is due.")
    zone: Line = Field("UTC", description="IANA time zone in which times are printed, such as Asia/Karachi.")


class Handling(Record):
    """Who may read the document. Exactly one of `marking` and `tlp` names the level."""

    model_config = ConfigDict(json_schema_extra={"oneOf": [{"required": ["marking"]}, {"required": ["tlp"]}]})
    SHORT: ClassVar = "marking"
    general: Marking | None = Field(
        None,
        alias="marking",
        description="Marking of the document, in the desk's scheme; records above it are left out of the edition.",
    )
    tlp: Marking | None = Field(None, description="The same, where the scheme is the Traffic Light Protocol 2.0.")
    community: Line | None = Field(None, description="Who the community is, for TLP:GREEN.")
    recipients: Listed[Line] = Field((), description="The named recipients, for TLP:RED.")
    caveats: Listed[Line] = Field((), description="Further restrictions, printed beside the label.")
    audience: Listed[Line] = Field((), description="Who the document is written for.")
    notice: Markdown | None = Field(None, description="Further words for the handling notice.")

    @property
    def marking(self) -> scheme.Marking:
        """The marking of the document."""
        found = self.general or self.tlp
        assert found, "a sheet without errors has a marking in its handling"
        return found

    def mark_of_marking(self) -> Mark:
        """Return where the marking stands in the file."""
        return self.mark("marking" if self.general else "tlp")


class Dissent(Record):
    """A minority view, printed beside the judgement or the document that it departs from."""

    by: Line = Field(description="Who dissents, as a name or a role.")
    text: Markdown = Field(description="The other view, in one or two sentences.")
    likelihood: Line | None = Field(None, description="The term that the dissenter would use.")
    portion: Marking | None = Field(None, description="Marking of this item; without one, that of what it stands in.")


class People(Record):
    """Who wrote, reviewed and disagreed; names or roles."""

    SHORT: ClassVar = "author"
    author: Listed[Line] = Field(description="Who wrote it.")
    office: Line | None = Field(None, description="Organisation or office that issues the document.")
    reviewer: Listed[Line] = Field((), description="Who reviewed it; not one of the authors.")
    dissent: Listed[Dissent] = Field((), description="Minority views on the whole document.")
    portion: Marking | None = Field(None, description="Marking of this item; without one, that of what it stands in.")


class Disclosure(Record):
    """Use of AI or machine learning in making the document (ICS 206-01)."""

    system: Line = Field(description="Name of the system.")
    version: Line = Field(description="Model or software version.")
    use: Line = Field(description="What it was used for.")
    reviewed_by: Line | None = Field(None, description="Who checked its output.")
    portion: Marking | None = Field(None, description="Marking of this item; without one, that of what it stands in.")


class Product(Record):
    """The document's identity and frame."""

    id: ProductId = Field(description="Permanent id: letters, digits and hyphens, such as PAK-TTP-2024-001.")
    title: Line = Field(description="The best one is a judgement, not a topic.")
    time: Times = Field(description="Information cut-off, period, next issue.")
    series: Line | None = Field(None, description="Name of the series.")
    issue: Count | None = Field(None, description="Number of the issue in the series.")
    supersedes: ProductId | None = Field(None, description="Product id of the issue that this one replaces.")
    kind: Listed[Line] = Field((), description="Products to make, first one first: template names.")
    status: Literal["draft", "in-review", "released", "recalled"] = Field("draft", description="Where it stands.")
    exercise: YesNo = Field(False, description="true: invented for an exercise; printed on every page.")
    lang: Language = Field("en", description="Language of the text (BCP 47).")
    scale: Line | None = Field(None, description="Likelihood scale of all judgements; without it, the desk's.")
    handling: Annotated[Handling | None, Expected("it is printed with the desk's default marking", "MRK001")] = Field(
        None, description="Marking and audience."
    )
    people: Annotated[People | None, Expected("a reader cannot tell who stands behind it", "PRD001")] = Field(
        None, description="Authors, office, reviewers."
    )
    scope: Markdown | None = Field(None, description="Scope note: what the document covers and how to read it.")
    source_summary: Annotated[
        Markdown | None, Expected("a reader cannot weigh the source base as a whole (ICD 206)", "SRC011")
    ] = Field(None, description="Source summary statement: strengths, weaknesses and gaps of the source base.")
    disclosures: Listed[Disclosure] = Field((), description="Use of AI or machine learning.")
    portion: Marking | None = Field(None, description="Marking of this section: a reader below it gets no edition.")


class Requirement(Record):
    """A priority intelligence requirement (PIR): the reader's question and the decision that hangs on it."""

    id: Annotated[str, IdOf("requirement")] = Field(description="Permanent id: pir-…")
    text: Markdown = Field(description="The question.")
    decision: Line | None = Field(None, description="The decision that the answer serves.")
    asked_by: Line | None = Field(None, description="Who asks.")
    needed_by: Date | None = Field(None, description="When the answer is needed.")
    portion: Marking | None = Field(None, description="Marking of this record.")
