"""Nothing changed, so nothing is done: habits, and CI."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from benchmarks.comparison import Comparison, Way
from benchmarks.engine import loading
from benchmarks.processes import BRIEFGEN, seconds
from benchmarks.room import Room

#: The first build of thousands of PDF files would take hours, and tell no more about the next one.
HTML = 'formats = ["html"]'


def large(room: Room, times: float = 1) -> Path:
    """Return a desk of many sheets, or *times* as many."""
    count = max(1, round(room.sizes.sheets * times))
    return room.desk(f"{count}-sheets", count, build=HTML)


def rebuilding(room: Room, times: float = 1) -> Way:
    """Return the build of a desk whose products are there; the round that is not counted makes them."""
    desk = large(room, times)
    count = sum(1 for _ in desk.glob("briefs/*.yaml"))
    return Way(f"briefgen build, nothing changed in {count:,} sheets", partial(seconds, (*BRIEFGEN, "build"), desk))


def budget(room: Room) -> Comparison:
    """Return a build that has nothing to do against loading WeasyPrint."""
    return Comparison(rebuilding(room), (loading(room),), 1.0)
