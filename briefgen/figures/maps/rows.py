"""What a map tells, place by place: events and data sets to numbers, each number in one place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from briefgen.edition import Edition, Record
from briefgen.figures.maps.spots import Spot, joined, located
from briefgen.figures.tally import ONE, UNTOLD, Count, counted, exactly
from briefgen.geodata import Atlas

EVENTS, KILLED = "events", "killed"
WHERE = ("country", "admin1", "place", "lat", "lon", "precision")  # what tells the places of a data set apart
PRECISION = {"2": "area", "3": "province"}  # of a position, in ACLED's numbers; 1 is a town


@dataclass(frozen=True)
class Row:
    """A place with its numbers: events, dead, and the *measure* that the map is of."""

    spot: Spot
    events: Count
    killed: Count
    measure: Count

    def __add__(self, other: Row) -> Row:
        """Return both in the place of the first."""
        return Row(self.spot, self.events + other.events, self.killed + other.killed, self.measure + other.measure)

    @property
    def name(self) -> str:
        """What a reader calls the place."""
        return self.spot.name

    @property
    def size(self) -> int:
        """The number that shades and circles show: the best figure, or the lowest."""
        return self.measure.best


@dataclass(frozen=True)
class Question:
    """What a record of a figure asks for: which *records*, which *measure*, by province or by point."""

    records: tuple[str, ...]
    measure: str
    by_province: bool

    @classmethod
    def of(cls, record: Record) -> Question:
        """Return what *record* asks for: all placed events, counted by province, when it does not say."""
        return cls(tuple(record.get("records") or ()), record.get("measure") or EVENTS, record.get("by") != "point")


def rows(edition: Edition, question: Question, atlas: Atlas) -> list[Row]:
    """Return one row a place, those with most first."""
    found: dict[str, Row] = {}
    for row in (*_of_events(edition, question, atlas), *_of_data(edition, question, atlas)):
        known = found.get(row.spot.key)
        found[row.spot.key] = known + row if known else row
    return sorted(found.values(), key=lambda row: (-row.size, row.name, row.spot.key))


def drawn_from(edition: Edition, question: Question) -> tuple[str, ...]:
    """Return the ids of the records that the numbers come from."""
    sources = [data["source"] for data in _data(edition, question)]
    return (*(event["id"] for event in _events(edition, question)), *dict.fromkeys(sources))


def numberless(edition: Edition, question: Question) -> int:
    """Return how many events of the data sets have no number of dead, if that is what is counted."""
    return sum(data.get("numberless") or 0 for data in _data(edition, question) if question.measure == KILLED)


def _events(edition: Edition, question: Question) -> Iterator[Record]:
    """Yield the events to count; one that is part of another that is counted would count twice."""
    chosen = {event["id"]: event for event in edition.events if _is_asked(event, question)}
    for event in chosen.values():
        whole, above = event["part_of"], {event["id"]}
        while whole in chosen and whole not in above:
            above.add(whole)
            whole = chosen[whole]["part_of"]
        if len(above) == 1:
            yield event


def _is_asked(event: Record, question: Question) -> bool:
    if question.records:
        return event["id"] in question.records
    told = question.measure == EVENTS or (event["harm"] or {}).get(question.measure) is not None
    return told and bool(event["where"])


def _of_events(edition: Edition, question: Question, atlas: Atlas) -> Iterator[Row]:
    places = {place["id"]: place for place in edition.places}
    for event in _events(edition, question):
        spots = [located(atlas, places[one], by_province=question.by_province) for one in event["where"]]
        spot = joined(atlas, spots) if spots else Spot("", "place not given", "nowhere")
        events = counted(event["count"]) if event["count"] else ONE
        harm = event["harm"] or {}
        measure = events if question.measure == EVENTS else counted(harm.get(question.measure))
        yield Row(spot, events, counted(harm.get(KILLED)), measure)


def _data(edition: Edition, question: Question) -> Iterable[Record]:
    return [data for data in edition.datasets if data["id"] in question.records]


def _of_data(edition: Edition, question: Question, atlas: Atlas) -> Iterator[Row]:
    for data in _data(edition, question):
        for found in data["provinces"] if question.by_province else data["places"]:
            counts = {EVENTS: exactly(found["events"]), KILLED: exactly(found["killed"])}
            spot = _data_spot(atlas, found, question)
            yield Row(spot, counts[EVENTS], counts[KILLED], counts.get(question.measure, UNTOLD))


def _data_spot(atlas: Atlas, found: Record, question: Question) -> Spot:
    """Return where something in a data set is; a province that the atlas does not know is no place on a map."""
    admin = tuple(str(found[name]) for name in ("country", "admin1") if found[name])
    name = str(found.get("place") or ", ".join(reversed(admin)) or "place not given")
    key = " ".join(str(found.get(name)) for name in WHERE)
    where = {
        "id": key,
        "name": name,
        "iso": None,
        "admin": admin,
        "precision": PRECISION.get(str(found.get("precision")), "town"),
        "lat": found.get("lat"),
        "lon": found.get("lon"),
    }
    spot = located(atlas, where, by_province=question.by_province)
    if spot.known == "country" and len(admin) > 1:
        return replace(spot, key=key, name=name, known="nowhere")
    return spot
