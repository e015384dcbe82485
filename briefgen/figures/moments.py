"""What the timeline shows: events and agreements with their time as it is known, no more exactly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, TypeAlias

from briefgen import dates
from briefgen.dates import Edtf
from briefgen.edition import Edition, Record
from briefgen.figures.amounts import known
from briefgen.figures.telling import told

Known: TypeAlias = Literal["day", "near", "within", "until", "lasting"]
Days: TypeAlias = tuple[float, float]  # ordinals, the second one excluded

LANES = {
    "Violence": "attack bombing armed-clash shelling air-strike abduction killing",
    "Order": "arrest protest riot",
    "Politics": "vote ruling legislation",
    "Talks": "statement talks ceasefire",
    "Hazard and relief": "displacement hazard relief",
    "Other": "other",
}
LANE_OF = {kind: lane for lane, kinds in LANES.items() for kind in kinds.split()}
AGREEMENTS = "Agreements"
FIRM = ("in-force", "strained", "lapsed", "ended")
TOLLS = ("kill", "dead", "die", "death", "injur", "displace", "missing")
THIRDS = {"early": (0, 1), "mid": (1, 2), "late": (2, 3)}


@dataclass(frozen=True)
class Moment:
    """A stretch of days; *known* says how it is known, *core* is the part of what lasted that is certain."""

    start: float
    end: float
    known: Known
    core: Days | None = None
    ongoing: bool = False


@dataclass(frozen=True)
class Item:
    """One line of the timeline: *told* is its date in words; *firm* is false for what is not confirmed."""

    lane: str
    label: str
    told: str
    moment: Moment
    firm: bool = True


def items(edition: Edition, chosen: Iterable[str], now: float) -> list[Item]:
    """Return the agreements and events to draw, in order of time; all that have a date when *chosen* is empty.

    What was reported by the cut-off *now* cannot be later, so “in February” ends there.
    """
    wanted = set(chosen)
    found = [*_agreements(edition, wanted), *_events(edition, wanted, now)]
    return sorted(found, key=lambda item: (item.moment.start, item.moment.end, item.label))


def cutoff(edition: Edition) -> float:
    """Return the information cut-off; without a time of day, the end of its day."""
    written = dates.parse(edition.product["time"]["as_of"])
    if written.moment:
        return written.moment.toordinal() + written.moment.hour / 24 + written.moment.minute / 1440
    return float((written.last or date.max).toordinal() + 1)


def _by(moment: Moment, now: float) -> Moment:
    if moment.start >= now:
        return moment
    if moment.ongoing:
        return replace(moment, end=max(now, moment.end))
    if moment.known == "lasting" and moment.end - 1 >= now:
        return moment  # planned to go on
    core = moment.core and (moment.core[0], min(now, moment.core[1]))
    return replace(moment, end=min(now, moment.end), core=core)


def _events(edition: Edition, wanted: set[str], now: float) -> Iterator[Item]:
    claims = {claim["id"]: claim for claim in edition.claims}
    for event in edition.events:
        known = None if wanted and event["id"] not in wanted else moment(event["when"], now)
        if known:
            lane = event["lane"] or LANE_OF[event["type"]]
            yield Item(lane, _label(event, claims), told(event["when"]), known)


def moment(when: Record, now: float) -> Moment | None:
    """Return what a Period says of its days, or None when it says nothing; *now* is the information cut-off."""
    known = _period(when)
    return known and _by(known, now)


def _label(event: Record, claims: dict[str, Record]) -> str:
    first = claims[event["claims"][0]] if event["claims"] else {}
    title = str(event["title"] or first.get("label") or first.get("text") or event["type"])
    harm = _harm(event["harm"])
    return f"{title}: {harm}" if harm and not any(word in title.lower() for word in TOLLS) else title


def _harm(harm: Record | None) -> str:
    """Return the first harm that somebody counted: ``at least 10 killed``."""
    found = ((kind, toll) for kind, toll in (harm or {}).items() if toll)
    return next((f"{known(toll).label} {kind}" for kind, toll in found), "")


def _agreements(edition: Edition, wanted: set[str]) -> Iterator[Item]:
    for agreement in edition.agreements:
        start: Record | None = (agreement["in_force"] or {}).get("start")
        first = _when(start) if start else None
        if start and first and (not wanted or agreement["id"] in wanted):
            yield _agreement(agreement, first, start)


def _agreement(agreement: Record, first: Days, start: Record) -> Item:
    end = agreement["in_force"]["end"]
    status = (agreement["status"] or {}).get("value")
    words = f"{told(start)} to {told(end)}" if end else f"from {told(start)}"
    title = agreement["title"] if status in FIRM or not status else f"{agreement['title']}, {status}"
    return Item(AGREEMENTS, title, words, _lasting(first, _when(end) if end else None), status in FIRM)


def _period(when: Record) -> Moment | None:
    written = dates.parse(when["start"])
    if written.open_start or written.first is None:
        return _until(written)
    if when["end"]:
        return _lasting(_days(written), _days(dates.parse(when["end"])))
    if written.kind == "interval":
        return _lasting(_days(written.parts[0]), None if written.open_end else _days(written.parts[-1]))
    first, last = _days(written, when["part"], when["precision"])
    if last - first > 1:
        return Moment(first, last, "within")
    unsure = when["inferred"] or written.approximate or written.uncertain
    return Moment(first, last, "near" if unsure else "day")


def _when(when: Record) -> Days | None:
    written = dates.parse(when["date"])
    return _days(written, when["part"], when["precision"]) if written.first else None


def _until(written: Edtf) -> Moment | None:
    if written.last is None:
        return None
    day = float(written.last.toordinal())
    return Moment(day, day + 1, "until")


def _lasting(start: Days, end: Days | None) -> Moment:
    begun = start[1] - 1  # it had begun by the last day on which it can have begun
    if end is None:
        return Moment(start[0], start[1], "lasting", (begun, start[1]), ongoing=True)
    return Moment(start[0], max(end[1], start[1]), "lasting", (begun, end[0] + 1) if begun <= end[0] else None)


def _days(written: Edtf, part: str | None = None, precision: str | None = None) -> Days:
    first = written.first or date.min
    first, last = _coarser(first, written.last or first, precision)
    low, high = float(first.toordinal()), float(last.toordinal() + 1)
    if part is None:
        return low, high
    begin, stop = THIRDS[part]
    return low + round((high - low) * begin / 3), low + round((high - low) * stop / 3)


def _coarser(first: date, last: date, precision: str | None) -> tuple[date, date]:
    if precision == "month":
        after = (last.replace(day=28) + timedelta(days=4)).replace(day=1)
        return first.replace(day=1), after - timedelta(days=1)
    if precision == "year":
        return first.replace(month=1, day=1), last.replace(month=12, day=31)
    return first, last
