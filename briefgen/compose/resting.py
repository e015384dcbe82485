"""What rests on a claim: the judgements, records and sentences that a reviewer must look at when it falls.

ICD 206 asks that every statement can be followed to its sources. This is the way back, from a source to whatever was
made of it, so that a withdrawn claim or a source that turns out to be wrong shows how far the damage reaches.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from briefgen import citations
from briefgen.compose.library import Library
from briefgen.edition import Edition, Plain
from briefgen.prose import sentences

HELD = ("agreements", "events", "indicators", "actors", "assumptions", "scenarios", "gaps", "requirements")
SPOKEN = (("bluf", "Bottom line"), ("narrative", "Situation"), ("outlook", "Outlook"))


class Evidence(NamedTuple):
    """A judgement for or against which something speaks; *through* is the record that stands between them."""

    id: str
    side: str
    through: str | None


class Said(NamedTuple):
    """A sentence and where it stands; no *text* where a whole paragraph rests on something.

    *mark* is what is printed of its paragraph's marking, if anything is.
    """

    place: str
    text: str | None
    mark: str | None


class Resting:
    """What rests on the claims, quotations and sources of one edition; looked for when it is first asked."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.edition = library.edition

    def on(self, record_id: str) -> dict[str, Plain]:
        """Return what rests on a claim or quotation, or on a source and on all that it says.

        *judgements* with side and way, ids of *records*, whether it is *weighed* among rival explanations, *sentences*
        with their place, and whether there is *any* of these; for a source the *claims* as well, and the quotations;
        for a claim those *against* it and *with* it, whichever of the two says so.
        """
        told = self._told.get(record_id, [])
        ids = [record_id, *told]
        found: dict[str, Plain] = {
            "judgements": [
                one._asdict() for one in sorted(_all(self._judged, ids), key=lambda one: self._order[one.id])
            ],
            "records": _all(self._held, ids),
            "weighed": not self._weighed.isdisjoint(ids),
            "sentences": [one._asdict() for one in _all(self._said, ids)],
        }
        beside = {"against": self._against.get(record_id, []), "with": self._with.get(record_id, [])}
        return found | {"any": any(found.values()), "claims": told} | beside

    @cached_property
    def _against(self) -> dict[str, list[Plain]]:
        pairs = ((one["id"], other["claim"]) for one in self.edition.claims for other in one["contradicts"])
        return _gathered(_both_ways(pairs))

    @cached_property
    def _with(self) -> dict[str, list[Plain]]:
        pairs = ((one["id"], other) for one in self.edition.claims for other in one["corroborates"])
        return _gathered(_both_ways(pairs))

    @cached_property
    def _told(self) -> dict[str, list[Plain]]:
        return _gathered(_statements(self.edition))

    @cached_property
    def _judged(self) -> dict[str, list[Plain]]:
        return _gathered(self._evidence())

    @cached_property
    def _weighed(self) -> frozenset[str]:
        rows = [row["claim"] for row in self.edition.ach]
        return frozenset((*rows, *(claim for one in rows for claim in self._claims(one))))

    @cached_property
    def _held(self) -> dict[str, list[Plain]]:
        return _gathered(_records(self.edition))

    @cached_property
    def _said(self) -> dict[str, list[Plain]]:
        return _gathered(self._sentences())

    @cached_property
    def _order(self) -> dict[str, int]:
        return {one["id"]: place for place, one in enumerate(self.edition.judgements)}

    def _evidence(self) -> Iterator[tuple[str, Evidence]]:
        for one in self.edition.judgements:
            evidence = one["evidence"] or {}
            for side, field in (("for", "supporting"), ("against", "opposing")):
                for record_id in evidence.get(field, ()):
                    yield record_id, Evidence(one["id"], side, None)
                    for claim in self._claims(record_id):
                        yield claim, Evidence(one["id"], side, record_id)
            for claim in _mentioned(one):
                yield claim, Evidence(one["id"], "in its text", None)

    def _claims(self, record_id: str) -> Iterable[str]:
        return () if record_id.startswith("c-") else _cited(self.library.get(record_id))

    def _sentences(self) -> Iterator[tuple[str, Said]]:
        judged = {one["id"]: one["id"] for one in self.edition.judgements}
        for place, text, refs, mark in _passages(self.edition):
            for sentence in sentences(text):
                for _, claim in citations.mentions(sentence.text):
                    yield claim, Said(place, citations.keeping(sentence.text, judged), mark)
            for record_id in refs:
                yield record_id, Said(place, None, mark)
                if "[@" not in text:  # then the page prints the sources of these records after the paragraph
                    yield from ((claim, Said(place, None, mark)) for claim in self._claims(record_id))


def _statements(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield each source with the claims and quotations that it is cited for, or stands behind."""
    earlier = {one["id"]: one["derived_from"] for one in edition.sources}
    for record in (*edition.claims, *edition.quotes):
        for citation in record["sources"] if "sources" in record else (record["source"],):
            for source in _behind((citation["ref"], *citation["via"]), earlier):
                yield source, record["id"]


def _behind(sources: Iterable[str], earlier: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield *sources*, and all that these repeat as a whole."""
    waiting, met = list(sources), set()
    while waiting:
        source = waiting.pop(0)
        if source not in met:
            met.add(source)
            yield source
            waiting += earlier.get(source, ())


def _records(edition: Edition) -> Iterator[tuple[str, str]]:
    for section in HELD:
        for record in getattr(edition, section):
            for claim in (*_cited(record), *_mentioned(record)):
                yield claim, record["id"]
    for dataset in edition.datasets:
        yield dataset["source"], dataset["id"]


def _passages(edition: Edition) -> Iterator[tuple[str, str, tuple[str, ...], str | None]]:
    """Yield where each piece of prose stands, its text, the records that it is said to rest on, and its marking."""
    for field, place in SPOKEN:
        for block in edition.summary.get(field, ()) if edition.summary else ():
            where = f"{place}, {block['heading']}" if block["heading"] else place
            yield where, block["text"], block["refs"], block.get("mark")
            yield f"{where}, note", block["note"] or "", (), block.get("mark")
    for title, records in (("What it means", edition.impact), ("What could be done", edition.actions)):
        for one in records:
            yield f"{title}, {one['reader']}", one["text"], one["refs"], one.get("mark")
    for title, field in (("Scope", "scope"), ("Source base", "source_summary")):
        yield title, edition.product.get(field) or "", (), edition.product.get("mark")


def _cited(value: Plain) -> Iterator[str]:
    """Yield the ids in every field called *claims* of a record and of what it holds."""
    match value:
        case dict():
            for key, held in value.items():
                yield from held if key == "claims" else _cited(held)
        case tuple():
            for held in value:
                yield from _cited(held)


def _mentioned(value: Plain) -> Iterator[str]:
    """Yield the ids that the prose of a record cites."""
    match value:
        case str():
            yield from (record_id for _, record_id in citations.mentions(value))
        case dict() | tuple():
            for held in value.values() if isinstance(value, dict) else value:
                yield from _mentioned(held)


def _both_ways(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for one, other in pairs:
        yield from ((one, other), (other, one))


def _gathered(pairs: Iterable[tuple[str, Plain]]) -> dict[str, list[Plain]]:
    found: dict[str, dict[Plain, None]] = defaultdict(dict)
    for key, value in pairs:
        found[key][value] = None
    return {key: list(values) for key, values in found.items()}


def _all(found: dict[str, list[Plain]], ids: Iterable[str]) -> list[Plain]:
    return list(dict.fromkeys(value for one in ids for value in found.get(one, ())))
