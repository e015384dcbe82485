"""The process that leads a build keeps no list of documents."""

from __future__ import annotations

from functools import partial

from benchmarks.budgets.unchanged import large
from benchmarks.comparison import Comparison, Way
from benchmarks.processes import peak
from benchmarks.room import Room


def budget(room: Room) -> Comparison:
    """Return the most memory of a build of a hundred times the sheets against that of a build of the sheets, in MB."""
    most, fewest = (_peak(room, times) for times in (10, 0.1))
    return Comparison(most, (fewest,), 1.3, "MB", rounds=1)


def _peak(room: Room, times: float) -> Way:
    desk = large(room, times)
    count = sum(1 for _ in desk.glob("briefs/*.yaml"))
    return Way(f"memory of a build of {count:,} sheets", partial(peak, ("build",), desk))
