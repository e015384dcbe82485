"""However long a table of events is, only its sums are kept."""

from __future__ import annotations

from benchmarks.budgets.table_rows import charted
from benchmarks.comparison import Comparison, Way
from benchmarks.processes import peak
from benchmarks.room import Room, forget

MOST = 150.0  # MB


def budget(room: Room) -> Comparison:
    """Return the most memory of a build with trend, map, table and the file of all rows, against a fixed amount."""
    path = charted(room)
    own = Way(
        f"memory of a build of {room.sizes.rows:,} rows",
        lambda: peak(("build", str(path)), forget(path.parents[1])),
    )
    return Comparison(own, (Way(f"{MOST:.0f} MB", lambda: MOST),), 1.0, "MB", rounds=1)
