"""What the figure of compliance shows: who promised what, what is alleged to break it, and what we judge of that."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from briefgen.edition import Edition, Record
from briefgen.tradecraft import SCALES
from briefgen.tradecraft.likelihood import Term

SAYS = {
    "confirms": "confirms it",
    "partly": "confirms part of it",
    "silent": "silent",
    "denies-talks": "denies talks",
    "denies": "denies it",
    "rejects": "rejects it",
    "unknown": "position not known",
}
WHOLE = "No undertaking named"


@dataclass(frozen=True)
class Breach:
    """An event held against an undertaking: by whom, and what we judge, if anything."""

    event: str
    by: tuple[str, ...]
    term: Term | None
    judgement: int | None
    note: str

    @property
    def assessed(self) -> str:
        """What we judge of it, in words."""
        number = f", judgement {self.judgement}" if self.judgement else ""
        return f"{self.term.label} {self.term.band}%{number}" if self.term else f"not assessed{number}"

    @property
    def words(self) -> str:
        """Everything about it in one phrase."""
        alleged = f"alleged by {', '.join(self.by)}" if self.by else "alleged by nobody"
        return f"{self.event}: {alleged}; {self.assessed}{f' ({self.note})' if self.note else ''}"


@dataclass(frozen=True)
class Promise:
    """An undertaking, how it could be checked, by the ids of those who gave it, and what is held to break it."""

    text: str
    check: str
    by: tuple[str, ...]
    breaches: tuple[Breach, ...]

    @property
    def alleged(self) -> int:
        """How many breaches somebody alleges."""
        return sum(bool(one.by) for one in self.breaches)

    @property
    def alleging(self) -> tuple[str, ...]:
        """Who alleges them."""
        return tuple(dict.fromkeys(name for one in self.breaches for name in one.by))

    @property
    def count(self) -> str:
        """How many are alleged and by whom: ``1 alleged by TTP``, ``none alleged``."""
        return f"{self.alleged} alleged by {', '.join(self.alleging)}" if self.alleged else "none alleged"


@dataclass(frozen=True)
class Pact:
    """An agreement: its *title* and *standing*, its parties by id with what each says of it, and the promises."""

    id: str
    title: str
    standing: str
    parties: Mapping[str, str]
    promises: tuple[Promise, ...]


def pacts(edition: Edition, chosen: Collection[str]) -> Iterator[Pact]:
    """Yield the *chosen* agreements, all when empty, that hold an undertaking or an alleged breach."""
    for one in edition.agreements:
        promises = tuple(_promises(edition, one))
        if promises and (not chosen or one["id"] in chosen):
            parties = {party["actor"]: _says(party) for party in one["parties"]}
            bound = dict.fromkeys(actor for promise in promises for actor in promise.by)
            others = {actor: "not named as a party" for actor in bound if actor not in parties}
            yield Pact(one["id"], str(one["title"]), _standing(one), parties | others, promises)


def names(edition: Edition) -> dict[str, str]:
    """Return what actors are called, by id."""
    return {one["id"]: str(one["short"] or one["name"]) for one in edition.actors}


def _says(party: Record) -> str:
    return "; ".join(filter(None, (SAYS[party["acknowledges"]], party["standing"])))


def _standing(agreement: Record) -> str:
    status = (agreement["status"] or {}).get("value")
    form = agreement["form"] if agreement["form"] != "unknown" else None
    return ", ".join(str(word).replace("-", " ") for word in (form, status) if word)


def _promises(edition: Edition, agreement: Record) -> Iterator[Promise]:
    breaches = agreement["alleged_breaches"]
    for one in agreement["undertakings"]:
        mine = tuple(_breach(edition, breach) for breach in breaches if breach["undertaking"] == one["id"])
        yield Promise(str(one["text"]), _check(one), tuple(one["by"]), mine)
    if loose := tuple(_breach(edition, breach) for breach in breaches if not breach["undertaking"]):
        yield Promise(WHOLE, "", (), loose)


def _check(undertaking: Record) -> str:
    return f"could be checked by {undertaking['monitorable']}" if undertaking["monitorable"] else ""


def _breach(edition: Edition, breach: Record) -> Breach:
    called, order = names(edition), [one["id"] for one in edition.judgements]
    event = next(one for one in edition.events if one["id"] == breach["event"])
    term = SCALES[edition.product["scale"]].find(breach["assessed"] or "")
    number = order.index(breach["judgement"]) + 1 if breach["judgement"] else None
    by = tuple(called[one] for one in breach["alleged_by"])
    return Breach(str(event["title"] or event["type"]), by, term, number, str(breach["note"] or ""))
