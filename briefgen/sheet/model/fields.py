"""The types of single values: text, prose, numbers, dates, markings and addresses."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, TypeAlias, TypeVar

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, core_schema

from briefgen import dates, portions
from briefgen.citations import CITATION, JUDGEMENT
from briefgen.dates import Edtf
from briefgen.markings import scheme, tlp
from briefgen.markings.mending import remedy
from briefgen.sheet.document import Text
from briefgen.sheet.model.census import Census
from briefgen.sheet.model.ids import (
    ID,
    KINDS,
    SLUG,
    ActorRef,
    AnyRef,
    ClaimRef,
    EventRef,
    EvidenceRef,
    IdOf,
    JudgementRef,
    PlaceRef,
    Ref,
    RefTo,
    SourceRef,
    kind_of,
)
from briefgen.sheet.model.scalar import Noted, OneOrMany, Scalar, fault

__all__ = [
    "PRIORITY",
    "ActorRef",
    "AnyRef",
    "ClaimRef",
    "Count",
    "Cutoff",
    "Date",
    "Digest",
    "EventRef",
    "Every",
    "EvidenceRef",
    "IdOf",
    "JudgementRef",
    "Language",
    "Latitude",
    "Line",
    "Listed",
    "Longitude",
    "Markdown",
    "Marking",
    "PlaceRef",
    "Priority",
    "ProductId",
    "Prose",
    "RecordId",
    "Ref",
    "RefTo",
    "RuleCode",
    "SourceRef",
    "Url",
    "Wording",
    "YesNo",
]
PRODUCT_ID = "(?=.{1,80}$)[A-Za-z0-9]+(-[A-Za-z0-9]+){0,15}"
T = TypeVar("T")


class Prose(str):
    """Markdown text (CommonMark, no raw HTML) with citations ``[@id, p. 3]`` and judgement references ``{j-1}``.

    *portions* are its parts with marks of their own, each with its marking; None for one that the scheme has not.
    """

    __slots__ = ("has_likelihood", "node", "portions")
    node: Text
    has_likelihood: bool
    portions: tuple[tuple[portions.Span, scheme.Marking | None], ...]


class _Prose(Noted):
    """Prose; *has_likelihood* where ``{likelihood}`` stands for a judgement's own term."""

    LIST = "prose"

    def __init__(self, *, has_likelihood: bool) -> None:
        def check(value: Text) -> Prose:
            prose = Prose(value.strip())
            prose.node, prose.has_likelihood = value, has_likelihood
            return prose

        super().__init__(check, {"type": "string"})

    def _noted(self, value: Any, info: ValidationInfo) -> Any:
        prose = super()._noted(value, info)
        prose.portions = tuple((span, _scheme(info).read(span.label)) for span in portions.find(prose))
        return prose


def _line(value: Text) -> str:
    if "\n" in value.strip():
        raise fault("one_line", "the text has a line break", "write it as one line, or fold it with `>-`")
    if any(portions.find(value)):
        raise fault("plain", "this is plain text, which bears one marking", "mark the record, or move it to prose")
    if CITATION.search(value) or JUDGEMENT.search(value):
        raise fault(
            "plain", "this is plain text, which cannot cite", "cite where prose stands, or name records in lists"
        )
    return str(value).strip()


def _matching(pattern: str, noun: str, remedy: str) -> Scalar:
    compiled = re.compile(pattern)

    def check(value: Text) -> str:
        if not compiled.fullmatch(value):
            raise fault("form", f'"{value}" is not {noun}', remedy)
        return str(value)

    return Scalar(check, {"type": ["string", "integer"], "pattern": f"^{pattern}$"})


def _count(value: Text) -> int:
    if not re.fullmatch("[0-9]{1,12}", value):
        raise fault("number", f'"{value}" is not a whole number', "write digits only, such as 1200")
    return int(value)


def _record_id(value: Text) -> Ref:
    if not ID.fullmatch(value) or kind_of(value) is None:
        raise fault("id", f'"{value}" is not the id of a record', "write it as in the record, such as j-1 or s-amu")
    return Ref(value)


def _degrees(limit: int) -> Scalar:
    def check(value: Text) -> float:
        if not re.fullmatch(r"-?[0-9]{1,3}(\.[0-9]{1,8})?", value) or abs(float(value)) > limit:
            remedy = f"write decimal degrees from -{limit} to {limit}, such as 31.82"
            raise fault("number", f'"{value}" is not a number of degrees up to {limit}', remedy)
        return float(value)

    return Scalar(check, {"type": "number", "minimum": -limit, "maximum": limit})


def _yes_no(value: Text) -> bool:
    if value not in ("true", "false"):
        raise fault("yes_no", f'"{value}" is neither true nor false', "write true or false")
    return value == "true"


def _edtf(value: Text) -> Edtf:
    try:
        return dates.parse(value)
    except dates.NotADateError as error:
        raise fault("date", str(error), error.remedy) from None


def _cutoff(value: Text) -> Edtf:
    date = _edtf(value)
    if date.kind != "date" or date.precision not in ("minute", "day", "month", "year") or "X" in date.text:
        remedy = "write the day on which the information ends, with time and zone where it matters"
        raise fault("date", f'"{value}" is not one date', remedy)
    return date


class _Marked(Scalar):
    """A marking of the scheme that validation goes by."""

    def __init__(self) -> None:
        labels = [level.label for level in tlp.SCHEME.levels]
        # a desk may have caveats and another scheme: an editor offers the labels of this one and refuses no other
        pattern = f"^(({'|'.join(map(re.escape, labels))})//|(?!TLP:)[A-Z])[^a-z]*$"
        super().__init__(str, {"anyOf": [{"enum": labels}, {"type": "string", "pattern": pattern}]})

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the validator."""
        return core_schema.with_info_plain_validator_function(self._read)

    def _read(self, value: Any, info: ValidationInfo) -> scheme.Marking:
        text = self._typed(value)
        if found := _scheme(info).read(text):
            return found
        raise fault("marking", f'"{text}" is not a marking', remedy(text, _scheme(info)))


def _scheme(info: ValidationInfo) -> scheme.Scheme:
    return info.context.scheme if isinstance(info.context, Census) else tlp.SCHEME


Line: TypeAlias = Annotated[str, Scalar(_line, {"type": ["string", "number", "boolean"]})]
Markdown: TypeAlias = Annotated[Prose, _Prose(has_likelihood=False)]
Wording: TypeAlias = Annotated[Prose, _Prose(has_likelihood=True)]
Count: TypeAlias = Annotated[int, Scalar(_count, {"type": ["integer", "string"], "minimum": 0, "pattern": "^[0-9]+$"})]
YesNo: TypeAlias = Annotated[bool, Scalar(_yes_no, {"type": "boolean"})]
_DATE = {"type": ["string", "integer"], "description": "EDTF (ISO 8601-2), such as 2024-02-05"}
Date: TypeAlias = Annotated[Edtf, Scalar(_edtf, _DATE)]
Cutoff: TypeAlias = Annotated[Edtf, Scalar(_cutoff, _DATE)]
Marking: TypeAlias = Annotated[scheme.Marking, _Marked()]
Latitude: TypeAlias = Annotated[float, _degrees(90)]
Longitude: TypeAlias = Annotated[float, _degrees(180)]
ProductId: TypeAlias = Annotated[
    str,
    _matching(PRODUCT_ID, "a product id", "use up to 80 letters, digits and hyphens, such as PAK-TTP-2024-001"),
]
Language: TypeAlias = Annotated[
    str, _matching("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "a language tag (BCP 47)", "write one such as en, ur or ps-AF")
]
Url: TypeAlias = Annotated[
    str, _matching(r"https?://[^\s<>\"]{3,2000}", "a web address", "write it whole, beginning with https://")
]
Digest: TypeAlias = Annotated[
    str, _matching("[0-9a-f]{64}", "a SHA-256 digest", "write its 64 hexadecimal digits, in lower case")
]
Every: TypeAlias = Annotated[
    str, _matching("[1-9][0-9]{0,3}[hdwm]", "a frequency", "write a number and h, d, w or m, such as 7d")
]
RecordId: TypeAlias = Annotated[Ref, Scalar(_record_id, {"type": "string", "pattern": f"^({'|'.join(KINDS)})-{SLUG}$"})]
Priority: TypeAlias = Literal["high", "normal", "low"]
PRIORITY = "Where a page has room for less: low goes first, high stays."
RuleCode: TypeAlias = Annotated[
    str, _matching("[A-Z]{3,4}[0-9]{3}", "the code of a finding", "write it as `check` prints it, such as SRC006")
]
Listed: TypeAlias = Annotated[tuple[T, ...], OneOrMany()]
