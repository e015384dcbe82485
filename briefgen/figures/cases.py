"""What the figure of harm shows: events with the numbers of people harmed, as a whole and as each source gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from briefgen import dates
from briefgen.edition import Edition, Record
from briefgen.figures.amounts import Known, known
from briefgen.figures.telling import told

KINDS = ("killed", "injured", "missing", "abducted", "displaced", "affected")


@dataclass(frozen=True)
class Count:
    """A number of people: what is *known* of it, and the *best* figure if there is one."""

    known: Known
    best: int | None

    @classmethod
    def of(cls, amount: Record) -> Count:
        """Return what an Amount says."""
        return cls(known(amount), amount["best"])

    @property
    def low(self) -> int:
        """Where it begins; at 0, if nobody says."""
        return self.known.low or 0

    @property
    def high(self) -> int:
        """The highest number that is given."""
        return self.known.ends[-1]

    @property
    def words(self) -> str:
        """It as a label says it."""
        best = "" if self.best in (None, *self.known.ends) else f", best {self.best:,}"
        return f"{self.known.label}{best}"


@dataclass(frozen=True)
class Given:
    """What one source gives; *read* is false for a source that we have not seen."""

    who: str
    count: Count
    read: bool

    @property
    def words(self) -> str:
        """The source and its number."""
        return f"{self.who} {self.count.words}"


@dataclass(frozen=True)
class Toll:
    """One kind of harm in one event: the *count* as a whole, and what the sources give."""

    kind: str
    count: Count
    given: tuple[Given, ...]

    @property
    def apart(self) -> tuple[Given, ...]:
        """What the sources give, if that is not just the whole from one of them."""
        return () if len(self.given) == 1 and self.given[0].count == self.count else self.given

    @property
    def words(self) -> str:
        """The number as a whole, with its source where there is one for all of it."""
        who = self.given[0].who if self.given and not self.apart else ""
        return f"{self.count.words} ({who})" if who else self.count.words

    @property
    def highest(self) -> int:
        """The highest number that anybody gives."""
        return max(self.count.high, *(one.count.high for one in self.given), 0)


@dataclass(frozen=True)
class Case:
    """An event that did harm: its title, its date in words, its tolls, and the *records* behind it."""

    title: str
    when: str
    tolls: tuple[Toll, ...]
    records: tuple[str, ...]

    def toll(self, kind: str) -> Toll | None:
        """Return the toll of one kind, or None: nobody has counted."""
        return next((one for one in self.tolls if one.kind == kind), None)


def cases(edition: Edition, chosen: Iterable[str]) -> Iterator[Case]:
    """Yield the *chosen* events (all when empty) that did harm which somebody has counted, in order of time."""
    wanted, claims = set(chosen), {claim["id"]: claim for claim in edition.claims}
    for event in sorted(edition.events, key=lambda one: (_day(one["when"]), one["id"])):
        tolls = tuple(_tolls(edition, event["harm"] or {}))
        if tolls and (not wanted or event["id"] in wanted):
            first = claims[event["claims"][0]] if event["claims"] else {}
            title = str(event["title"] or first.get("label") or first.get("text") or event["type"])
            yield Case(title, told(event["when"]), tolls, (event["id"], *_sources(event["harm"])))


def _day(when: Record) -> date:
    written = dates.parse(when["start"])
    return written.first or written.last or date.min


def _tolls(edition: Edition, harm: Record) -> Iterator[Toll]:
    sources = {source["id"]: source for source in edition.sources}
    for kind in KINDS:
        if toll := harm.get(kind):
            given = (_given(sources[source], amount) for source, amount in toll["by_source"].items())
            yield Toll(kind, Count.of(toll), tuple(given))


def _given(source: Record, amount: Record) -> Given:
    return Given(source["publisher"] or source["title"], Count.of(amount), source["access"] != "not-seen")


def _sources(harm: Record) -> Iterator[str]:
    for kind in KINDS:
        yield from (harm.get(kind) or {}).get("by_source", ())
