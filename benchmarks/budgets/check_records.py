"""A large sheet is reviewed in little more than it takes to read it."""

from __future__ import annotations

from functools import partial

from benchmarks.comparison import Comparison, Way
from benchmarks.processes import BRIEFGEN, PYTHON, seconds
from benchmarks.room import Room

READ = "import sys; from pathlib import Path; from briefgen import sheet; assert sheet.load(Path(sys.argv[1])).sheet"


def budget(room: Room) -> Comparison:
    """Return the check of a large sheet against reading it alone."""
    desk = room.desk("record", 1, room.sizes.records)
    path = str(desk / "briefs" / "00000.yaml")
    own = Way(f"briefgen check, {room.sizes.records:,} records", partial(seconds, (*BRIEFGEN, "check", path), desk))
    return Comparison(own, (Way("reading them", partial(seconds, (*PYTHON, "-c", READ, path), desk)),), 3.0)
