"""Ten times the sheets take ten times the time, and no more."""

from __future__ import annotations

from benchmarks.budgets.unchanged import rebuilding
from benchmarks.comparison import Comparison
from benchmarks.room import Room


def budget(room: Room) -> Comparison:
    """Return a build that has nothing to do on ten times the sheets against one on the sheets."""
    return Comparison(rebuilding(room, 10), (rebuilding(room),), 12.0, rounds=3)
