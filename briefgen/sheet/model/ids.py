"""Ids of records and references to them: an id's prefix says what kind of record it names."""

from __future__ import annotations

import re
from typing import Annotated, TypeAlias

from briefgen.sheet.document import Text
from briefgen.sheet.model.scalar import Noted, fault

KINDS = {
    "pir": "requirement",
    "s": "source",
    "a": "actor",
    "p": "place",
    "c": "claim",
    "g": "agreement",
    "u": "undertaking",
    "e": "event",
    "d": "dataset",
    "q": "quote",
    "k": "assumption",
    "j": "judgement",
    "h": "hypothesis",
    "i": "indicator",
    "sc": "scenario",
    "n": "gap",
    "im": "impact",
    "ac": "action",
    "f": "figure",
}
PREFIXES = {kind: prefix for prefix, kind in KINDS.items()}
SLUG = "[a-z0-9]+(-[a-z0-9]+)*"
ID = re.compile(f"[a-z]+-{SLUG}")


def kind_of(record_id: str) -> str | None:
    """Return the kind of record that an id's prefix stands for, or None."""
    return KINDS.get(record_id.partition("-")[0])


class Ref(str):
    """The id of another record, of one of the given kinds."""

    __slots__ = ("kinds", "node")
    kinds: tuple[str, ...]
    node: Text


class IdOf(Noted):
    """The ids of one *kind* of record: its prefix, a hyphen, a slug in lower case."""

    LIST = "ids"

    def __init__(self, kind: str) -> None:
        prefix = PREFIXES[kind]

        def check(value: Text) -> str:
            if not (value.startswith(f"{prefix}-") and ID.fullmatch(value)):
                raise fault(
                    "id",
                    f'"{value}" is not the id of {article(kind)}',
                    f"write {prefix}- and lower-case letters, digits and hyphens, such as {prefix}-{_slug(value)}",
                )
            return str(value)

        super().__init__(check, {"type": "string", "pattern": f"^{prefix}-{SLUG}$"})

    def entry(self, value: Text, typed: str) -> Text:
        """Return the node, because the id that a record keeps is plain text."""
        return value


def article(noun: str) -> str:
    """Return *noun* behind its indefinite article."""
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _slug(value: str) -> str:
    words = re.findall("[a-z0-9]+", value.lower())
    return "-".join(words[1:] if words and words[0] in KINDS else words) or "1"


class RefTo(Noted):
    """References to records of the given *kinds*; of any kind when none is given."""

    LIST = "refs"

    def __init__(self, *kinds: str) -> None:
        allowed = kinds or tuple(PREFIXES)

        def check(value: Text) -> Ref:
            found = Ref(value)
            found.kinds, found.node = allowed, value
            return found

        prefixes = "|".join(PREFIXES[kind] for kind in allowed)
        super().__init__(check, {"type": "string", "pattern": f"^({prefixes})-"})


SourceRef: TypeAlias = Annotated[Ref, RefTo("source")]
ActorRef: TypeAlias = Annotated[Ref, RefTo("actor")]
PlaceRef: TypeAlias = Annotated[Ref, RefTo("place")]
ClaimRef: TypeAlias = Annotated[Ref, RefTo("claim")]
EventRef: TypeAlias = Annotated[Ref, RefTo("event")]
JudgementRef: TypeAlias = Annotated[Ref, RefTo("judgement")]
EvidenceRef: TypeAlias = Annotated[Ref, RefTo("claim", "event", "quote", "agreement")]
AnyRef: TypeAlias = Annotated[Ref, RefTo()]
