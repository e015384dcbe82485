"""A check runs on every save."""

from __future__ import annotations

from functools import partial

from benchmarks.comparison import Comparison, Way
from benchmarks.engine import loading
from benchmarks.processes import BRIEFGEN, seconds
from benchmarks.room import Room


def budget(room: Room) -> Comparison:
    """Return the check of the real sheet against loading WeasyPrint."""
    own = Way("briefgen check, real sheet", partial(seconds, (*BRIEFGEN, "check", str(room.real)), room.real.parent))
    return Comparison(own, (loading(room),), 0.8)
