"""Many sheets are checked on all cores."""

from __future__ import annotations

from functools import partial

from benchmarks.budgets.unchanged import large
from benchmarks.comparison import Comparison, Way
from benchmarks.processes import BRIEFGEN, seconds
from benchmarks.room import Room
from briefgen.cli.options import cores


def budget(room: Room) -> Comparison:
    """Return the check of many sheets on all cores against one core."""
    desk = large(room)
    own = Way(f"briefgen check, {room.sizes.sheets:,} sheets", partial(seconds, (*BRIEFGEN, "check"), desk))
    other = Way("the same on one core", partial(seconds, (*BRIEFGEN, "check", "--jobs", "1"), desk))
    return Comparison(own, (other,), 1.15 / cores(), rounds=3)
