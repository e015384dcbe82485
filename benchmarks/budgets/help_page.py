"""An interactive tool answers at once."""

from __future__ import annotations

from functools import partial

from benchmarks.comparison import Comparison, Way
from benchmarks.engine import loading
from benchmarks.processes import BRIEFGEN, seconds
from benchmarks.room import Room


def budget(room: Room) -> Comparison:
    """Return the page of help against loading WeasyPrint."""
    own = Way("briefgen --help", partial(seconds, (*BRIEFGEN, "--help"), room.folder))
    return Comparison(own, (loading(room),), 0.35)
