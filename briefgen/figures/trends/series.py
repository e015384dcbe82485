"""What is counted in each bin, what is known to lie in a longer stretch only, and of which days nothing is known."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import TypeAlias

from briefgen import dates
from briefgen.edition import Edition, Record
from briefgen.figures.moments import Moment, cutoff, moment
from briefgen.figures.tally import Count, counted, exactly
from briefgen.figures.telling import told
from briefgen.figures.trends.grid import Grid, grid

Days: TypeAlias = tuple[float, float]  # ordinals; the end is not part of it


@dataclass(frozen=True)
class Item:
    """A number of a stretch of *days*; *title* says which, if it is a record of the sheet."""

    days: Days
    count: Count
    title: str = ""


@dataclass(frozen=True)
class Found:
    """What there is to draw: *items* of the records *ids*, the days that are *covered*, in order, and what is left out.

    *is_complete* says whether days that are covered and have no item are days on which nothing was recorded by a
    source that would have; else what is drawn is what the sheet happens to hold.
    """

    items: tuple[Item, ...]
    covered: tuple[Days, ...]
    left_out: tuple[str, ...]
    ids: tuple[str, ...]
    is_complete: bool


@dataclass(frozen=True)
class Series:
    """Numbers by bin, and *blocks* that no bin can hold; *now* is the cut-off."""

    grid: Grid
    bins: dict[int, Count]
    blocks: tuple[Item, ...]
    found: Found
    now: float

    @property
    def total(self) -> Count:
        """Everything that is drawn, added up."""
        return sum([*self.bins.values(), *(block.count for block in self.blocks)], Count())

    def covered(self, start: float, end: float) -> float:
        """Return which share of a stretch is covered, from 0 to 1."""
        known = (max(0.0, min(end, last) - max(start, first)) for first, last in self.found.covered)
        return sum(known) / (end - start)


def series(edition: Edition, record: Record, marked: Iterable[Days]) -> Series | None:
    """Return what the figure *record* counts, on a grid that holds the *marked* stretches too; None for nothing."""
    chosen, measure = set(record.get("records") or ()), record.get("measure") or "events"
    data = [one for one in edition.datasets if one["id"] in chosen]
    found = of_data(edition, data, measure) if data else of_events(edition, chosen, measure)
    if not found.items:
        return None
    now = cutoff(edition)
    stretches = [*marked, *found.covered, *(item.days for item in found.items)]
    last = ceil(max(now, *(end for _, end in stretches))) - 1
    bins = grid(int(min(start for start, _ in stretches)), last, record.get("by"))
    return _laid(bins, found, now)


def _laid(bins: Grid, found: Found, now: float) -> Series:
    within: dict[int, Count] = defaultdict(Count)
    blocks = []
    for item in found.items:
        first, last = bins.index(item.days[0]), bins.index(ceil(item.days[1]) - 1)
        if first == last:
            within[first] += item.count
        else:
            blocks.append(item)
    return Series(bins, dict(sorted(within.items())), tuple(sorted(blocks, key=lambda one: one.days)), found, now)


def of_data(edition: Edition, data: Sequence[Record], measure: str) -> Found:
    """Return the numbers of datasets by day; they hold events and killed only."""
    events, numbers = Counter[str](), Counter[str]()
    for cell in (cell for one in data for cell in one["cells"]):
        events[cell["day"]] += cell["events"]
        numbers[cell["day"]] += cell[measure]
    items = tuple(Item((_ordinal(day), _ordinal(day) + 1), exactly(numbers[day])) for day in sorted(events))
    now = cutoff(edition)
    covered = [(_ordinal(one["first"]), min(_ordinal(one["last"]) + 1, now)) for one in data if one["first"]]
    left_out = [_some(sum(one["dateless"] for one in data), "event", "has no date", "have no date")]
    if measure == "killed":
        unknown = sum(one["numberless"] for one in data)
        left_out.append(_some(unknown, "event", "gives no number of dead", "give no number of dead"))
    ids = tuple(one["id"] for one in data)
    return Found(items, _merged(covered), tuple(filter(None, left_out)), ids, is_complete=True)


def of_events(edition: Edition, chosen: set[str], measure: str) -> Found:
    """Return the numbers of the *chosen* events, all when none is; what is part of another one is not added to it."""
    events = [event for event in edition.events if not chosen or event["id"] in chosen]
    ids = {event["id"] for event in events}
    now = cutoff(edition)
    known = [(event, moment(event["when"], now)) for event in events if event["part_of"] not in ids]
    items = [_item(event, when, measure, now) for event, when in known if when and _is_drawn(when, now)]
    planned = sum(when is not None and when.start >= now for _, when in known)
    left_out = (
        _some(
            len(events) - len(known), "event", "is part of another and not added", "are part of others and not added"
        ),
        _some(planned, "event", "is planned after the cut-off", "are planned after the cut-off"),
        _some(len(known) - planned - len(items), "event", "has no date to draw", "have no date to draw"),
    )
    covered = [_period(edition, items), *(item.days for item in items if item.title and measure == "events")]
    cut = [(start, min(end, now)) for start, end in covered if start < now]
    drawn = tuple(event["id"] for event, when in known if when and _is_drawn(when, now))
    return Found(tuple(items), _merged(cut), tuple(filter(None, left_out)), drawn, is_complete=False)


def _is_drawn(when: Moment, now: float) -> bool:
    return when.known != "until" and when.start < now


def _item(event: Record, when: Moment, measure: str, now: float) -> Item:
    number = (event["count"] and counted(event["count"])) or exactly(1)
    count = number if measure == "events" else counted((event["harm"] or {}).get(measure))
    return Item(_reach(event["when"], when, now), count, told(event["when"]))


def _reach(written: Record, when: Moment, now: float) -> Days:
    """Return the days from the first to the last one that can be meant, “about” counted in.

    What was reported by the cut-off *now* did not happen after it, unless it is planned to go on.
    """
    first, last = dates.parse(written["start"]), dates.parse(written["end"] or written["start"])
    start, end = when.start, when.end
    if first.approximate and first.earliest:
        start = min(start, first.earliest.toordinal())
    if last.approximate and last.latest:
        end = max(end, last.latest.toordinal() + 1)
    return start, end if when.end > now else min(end, now)


def _period(edition: Edition, items: Sequence[Item]) -> Days:
    """Return the period that the document covers, or else the days from the first event to the cut-off."""
    period = edition.product["time"].get("period")
    start = dates.parse(period["start"]).first if period else None
    first = start.toordinal() if start else min((item.days[0] for item in items), default=1)
    return first, cutoff(edition)


def _merged(stretches: Iterable[Days]) -> tuple[Days, ...]:
    found: list[Days] = []
    for start, end in sorted(stretches):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        elif start < end:
            found.append((start, end))
    return tuple(found)


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _some(number: int, noun: str, one: str, many: str) -> str:
    return f"{number:,} {noun}{'s' * (number != 1)} {one if number == 1 else many}" if number else ""
