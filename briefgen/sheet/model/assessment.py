"""What we say: assumptions, judgements, hypotheses, indicators, scenarios, gaps, impact and actions (ICD 203)."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from briefgen.sheet.document import Mapping
from briefgen.sheet.model.evidence import When
from briefgen.sheet.model.fields import (
    PRIORITY,
    AnyRef,
    ClaimRef,
    Date,
    Every,
    EvidenceRef,
    IdOf,
    JudgementRef,
    Line,
    Listed,
    Markdown,
    Marking,
    Priority,
    ProductId,
    Ref,
    RefTo,
    Wording,
    YesNo,
)
from briefgen.sheet.model.product import Dissent
from briefgen.sheet.model.record import Expected, Record

AssumptionRef = Annotated[Ref, RefTo("assumption")]
HypothesisRef = Annotated[Ref, RefTo("hypothesis")]
AlternativeRef = Annotated[Ref, RefTo("hypothesis", "scenario", "judgement")]
IndicatorRef = Annotated[Ref, RefTo("indicator")]
RequirementRef = Annotated[Ref, RefTo("requirement")]
Consistency = Literal["CC", "C", "N", "I", "II"]


class Assumption(Record):
    """What is taken as true without proof, and what follows if it is not (Key Assumptions Check)."""

    id: Annotated[str, IdOf("assumption")] = Field(description="Permanent id: k-…")
    text: Markdown = Field(description="The assumption.")
    basis: Line | None = Field(None, description="Why it is held.")
    linchpin: YesNo = Field(False, description="true: a judgement falls with it.")
    if_wrong: Listed[JudgementRef] = Field((), description="Judgements that change if it is wrong.")
    would_show: Line | None = Field(None, description="What would show that it is wrong.")
    priority: Priority = Field("normal", description=PRIORITY)
    portion: Marking | None = Field(None, description="Marking of this record.")


class Evidence(Record):
    """Records that speak for and against a judgement."""

    SHORT: ClassVar = "for"
    supporting: Listed[EvidenceRef] = Field((), alias="for", description="What speaks for it.")
    opposing: Listed[EvidenceRef] = Field((), alias="against", description="What speaks against it.")


class Change(Record):
    """How the likelihood differs from an earlier issue, and why."""

    earlier: Line = Field(alias="from", description="Likelihood term of the earlier issue, or new.")
    issue: ProductId | None = Field(None, alias="in", description="Product id of the earlier issue.")
    why: Line = Field(description="Why it changed.")


class Resolution(Record):
    """How and when it will be seen whether the judgement was right."""

    SHORT: ClassVar = "test"
    test: Line = Field(description="What will decide it.")
    by: Date | None = Field(None, description="When it can be decided.")
    outcome: Literal["open", "true", "false", "undecidable"] = Field("open", description="How it came out.")


class Judgement(Record):
    """What we judge. Likelihood (a term of the scale) and confidence are two things and never one (ICD 203)."""

    id: Annotated[str, IdOf("judgement")] = Field(description="Permanent id: j-…")
    key: YesNo = Field(True, description="true: printed on the first page.")
    text: Wording = Field(description="The judgement; {likelihood} stands for the term.")
    likelihood: Line = Field(description="Term of the product's scale, such as very-likely; n/a for one of fact.")
    confidence: Annotated[
        Literal["low", "moderate", "high"] | None,
        Expected("a reader cannot tell how good its basis is (ICD 203)", "EST018"),
    ] = Field(None, description="How good the basis is: sources, argument, assumptions, gaps.")
    basis: Annotated[Markdown | None, Expected("a reader cannot tell why (ICD 203)", "EST011")] = Field(
        None, description="Why we judge so, in a sentence or two; never with the likelihood in one sentence."
    )
    evidence: Annotated[Evidence | None, Expected("nothing shows what it rests on (ICD 203)", "JUD002")] = Field(
        None, description="Records for and against."
    )
    alternatives: Listed[AlternativeRef] = Field((), description="Rival explanations or outcomes.")
    assumptions: Listed[AssumptionRef] = Field((), description="Assumptions that it needs.")
    answers: Listed[RequirementRef] = Field((), description="Requirements that it answers.")
    indicators: Listed[IndicatorRef] = Field((), description="What would change it.")
    would_change: Line | None = Field(None, description="What would change it, in words.")
    horizon: Annotated[Date | None, Expected("it can never be scored without a date (ICD 203)", "EST009")] = Field(
        None, description="Until when it is meant to hold."
    )
    changed: Change | None = Field(None, description="Change since an earlier issue.")
    resolve: Resolution | None = Field(None, description="How it will be scored.")
    dissent: Listed[Dissent] = Field((), description="Minority views.")
    priority: Priority = Field("normal", description=PRIORITY)
    portion: Marking | None = Field(None, description="Marking of this record.")
    releasable: dict[Marking, Wording] = Field(
        {}, description="Tear line: its wording by marking, for readers who may not see it or what it rests on."
    )


class Hypothesis(Record):
    """One of several rival explanations (Analysis of Competing Hypotheses, Heuer)."""

    id: Annotated[str, IdOf("hypothesis")] = Field(description="Permanent id: h-…")
    text: Line = Field(description="The explanation.")
    label: Line | None = Field(None, description="Short name for tables.")
    judgement: JudgementRef | None = Field(None, description="The judgement that adopts it.")
    portion: Marking | None = Field(None, description="Marking of this record.")


class AchRow(Record):
    """How one item of evidence fits each hypothesis: CC, C, N, I, II; hypothesis ids may stand as keys."""

    claim: EvidenceRef = Field(description="The item of evidence.")
    ratings: dict[HypothesisRef, Consistency] = Field({}, description="Rating by hypothesis id.")
    note: Line | None = Field(None, description="Why it is rated so.")
    portion: Marking | None = Field(None, description="Marking of this record.")

    @classmethod
    def _long_form(cls, value: Any) -> Any:
        if not isinstance(value, Mapping) or "ratings" in value:
            return value
        rated = Mapping([(key, node) for key, node in value.items() if key.startswith("h-")], mark=value.mark)
        rest = Mapping([(key, node) for key, node in value.items() if key not in rated], mark=value.mark)
        rest["ratings"] = rated
        return rest

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the schema with hypothesis ids allowed as keys."""
        reference = super().__get_pydantic_json_schema__(core_schema, handler)
        rating = {"enum": ["CC", "C", "N", "I", "II"], "description": "Consistent … inconsistent."}
        handler.resolve_ref_schema(reference)["patternProperties"] = {"^h-": rating}
        return reference


class Sighting(Record):
    """What an indicator showed at an earlier check."""

    date: Date = Field(description="When it was checked.")
    state: Literal["not-seen", "emerging", "seen", "unknown"] = Field(description="What was found.")
    claims: Listed[ClaimRef] = Field((), description="What it rests on.")
    portion: Marking | None = Field(None, description="Marking of this item; without one, that of what it stands in.")


class Indicator(Record):
    """Something observable that would change a judgement (Indications and Warning)."""

    id: Annotated[str, IdOf("indicator")] = Field(description="Permanent id: i-…")
    text: Line = Field(description="What would be seen.")
    direction: Line | None = Field(None, description="escalation, de-escalation, or what it points to.")
    judgement: Listed[JudgementRef] = Field((), description="Judgements that it bears on.")
    threshold: Line | None = Field(None, description="From when on it counts as seen.")
    baseline: Line | None = Field(None, description="What is normal.")
    state: Literal["not-seen", "emerging", "seen", "unknown"] = Field("unknown", description="What was found last.")
    checked: Date | None = Field(None, description="When it was last checked.")
    every: Every | None = Field(None, description="How often it is checked: 1d, 7d, 2w.")
    claims: Listed[ClaimRef] = Field((), description="What the state rests on.")
    history: Listed[Sighting] = Field((), description="Earlier checks.")
    priority: Priority = Field("normal", description=PRIORITY)
    portion: Marking | None = Field(None, description="Marking of this record.")


class Scenario(Record):
    """One of several courses that things may take."""

    id: Annotated[str, IdOf("scenario")] = Field(description="Permanent id: sc-…")
    text: Line = Field(description="What happens.")
    likelihood: Line = Field(description="Term of the product's scale.")
    exclusive: YesNo = Field(True, description="true: it excludes the other scenarios of the sheet.")
    indicators: Listed[IndicatorRef] = Field((), description="What would announce it.")
    impact: Line | None = Field(None, description="What it would mean for the reader.")
    response: Line | None = Field(None, description="What could be done.")
    priority: Priority = Field("normal", description=PRIORITY)
    portion: Marking | None = Field(None, description="Marking of this record.")


class Gap(Record):
    """What we do not know and which judgement suffers from it."""

    id: Annotated[str, IdOf("gap")] = Field(description="Permanent id: n-…")
    text: Line = Field(description="What is not known.")
    blocks: Listed[JudgementRef] = Field((), description="Judgements that suffer.")
    ask: Line | None = Field(None, description="How it could be closed.")
    pir: RequirementRef | None = Field(None, description="The requirement that it belongs to.")
    owner: Line | None = Field(None, description="Who sees to it.")
    due: When | None = Field(None, description="By when.")
    priority: Priority = Field("normal", description=PRIORITY)
    portion: Marking | None = Field(None, description="Marking of this record.")


class Impact(Record):
    """What it means for one reader; optional, because many briefs must not advise."""

    id: Annotated[str, IdOf("impact")] = Field(description="Permanent id: im-…")
    reader: Line = Field(alias="for", description="For whom.")
    text: Markdown = Field(description="What it means.")
    refs: Listed[AnyRef] = Field((), description="Records that it rests on.")
    priority: Priority = Field("normal", description=PRIORITY)
    portion: Marking | None = Field(None, description="Marking of this record.")


class Action(Record):
    """Something that a reader may decide to do; never part of the analysis."""

    id: Annotated[str, IdOf("action")] = Field(description="Permanent id: ac-…")
    reader: Line = Field(alias="for", description="For whom.")
    text: Markdown = Field(description="What could be done.")
    refs: Listed[AnyRef] = Field((), description="Records that it rests on.")
    owner: Line | None = Field(None, description="Who would do it.")
    by: Date | None = Field(None, description="By when.")
    priority: Priority = Field("normal", description=PRIORITY)
    portion: Marking | None = Field(None, description="Marking of this record.")
