"""One sheet of many changed: it alone is built."""

from __future__ import annotations

from itertools import count

from benchmarks.budgets.unchanged import HTML, large, rebuilding
from benchmarks.comparison import Comparison, Way
from benchmarks.processes import BRIEFGEN, seconds
from benchmarks.room import Room, forget


def budget(room: Room) -> Comparison:
    """Return the build after a change against one that has nothing to do and the first build of one sheet."""
    desk, one = large(room), room.desk("one-sheet", 1, build=HTML)
    path = desk / "briefs" / "00000.yaml"
    text, turns = path.read_text(encoding="utf-8"), count(1)

    def changed() -> float:
        path.write_text(text.replace("Relief desk", f"Relief desk {next(turns)}"), encoding="utf-8")
        return seconds((*BRIEFGEN, "build"), desk)

    cold = Way("briefgen build, one such sheet, cold", lambda: seconds((*BRIEFGEN, "build"), forget(one)))
    own = Way(f"briefgen build, 1 of {room.sizes.sheets:,} changed", changed)
    return Comparison(own, (rebuilding(room), cold), 1.0)
