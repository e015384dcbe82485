"""Which events come first, in two orders, for a page and a table want different ones.

Where one or a few stand for all, the news leads: an update that opens with last month's worst attack is none. Where a
long table is cut, what weighs most stays: one of a year that drops that attack for the latest statement is no record.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from briefgen import dates
from briefgen.compose.when import in_order
from briefgen.dates import Edtf
from briefgen.edition import Record

PRIORITIES = ("high", "normal", "low")


def leading(events: Iterable[Record], as_of: str) -> list[Record]:
    """Return *events*, the one that leads first.

    The desk’s priority comes first. Among equals, an event with harm to people leads one without, one that has begun
    by *as_of* (EDTF) one that is to come, the latest an earlier one, one whose day is known one whose day is not, and
    the one with more dead another of that day.
    """
    cutoff = dates.parse(as_of).last or date.max

    def place(event: Record) -> tuple[int, bool, bool, int, bool, int]:
        begun, reached = _begun(event["when"]), _reached(event["when"])
        day = reached.first or reached.last or date.min
        unsure = reached.first != reached.last
        return priority(event), not event["harm"], begun > cutoff, -day.toordinal(), unsure, -dead(event)

    return sorted(events, key=place)


def foremost(events: Iterable[Record], most: int) -> list[Record]:
    """Return the *most* important events: by the desk's priority, then most dead, then the latest; in order of time."""
    ordered = in_order(events)
    first = sorted(range(len(ordered)), key=lambda place: (priority(ordered[place]), -dead(ordered[place]), -place))
    return [ordered[place] for place in sorted(first[:most])]


def _begun(when: Record) -> date:
    start = dates.parse(when["start"])
    return start.first or start.last or date.min


def _reached(when: Record) -> Edtf:
    """Return the end; the start of what has no end yet."""
    last = dates.parse(when["end"] or when["start"])
    return last.parts[0 if last.open_end else -1] if last.kind == "interval" else last


def priority(event: Record) -> int:
    """Return the place of an event's priority among ``PRIORITIES``."""
    return PRIORITIES.index(event.get("priority") or "normal")


def dead(event: Record) -> int:
    """Return the highest number of dead that the sheet gives for an event; 0 where it gives none."""
    toll = (event["harm"] or {}).get("killed")
    return max(toll[end] or 0 for end in ("low", "best", "high")) if toll else 0
