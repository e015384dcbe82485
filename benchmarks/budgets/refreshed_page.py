"""What a preview has to do with an edit, before the eye has left the editor."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from benchmarks.comparison import Comparison, Way
from benchmarks.processes import PYTHON, reported
from benchmarks.room import Room

RECORDS = 70  # five pages
MOST = 0.15  # seconds
#: The sheet is read, reviewed and composed in a process that has done so before.
EDITING = """\
import sys, time
from pathlib import Path
from statistics import median
from benchmarks.room import composed
from briefgen import desk, lint, sheet

path = Path(sys.argv[1])

def refreshed():
    path.write_text(path.read_text("utf-8") + "# edited\\n", "utf-8")
    began = time.perf_counter()
    home = desk.find(path.parent)
    parsed = sheet.load(path, home.registry, home.root)
    lint.review(parsed, home.lint, None, home.root)
    composed(parsed.sheet, home)
    return time.perf_counter() - began

refreshed()
print(median(refreshed() for _ in range(9)))
"""
#: The folder that has the benchmarks in it.
ROOT = Path(__file__).parents[2]


def budget(room: Room) -> Comparison:
    """Return the time from the edit of a sheet to its findings and its HTML, against a fixed one."""
    path = room.desk("edited", 1, RECORDS) / "briefs" / "00000.yaml"
    own = Way("an edit to findings and HTML, five pages", partial(reported, (*PYTHON, "-c", EDITING, str(path)), ROOT))
    return Comparison(own, (Way(f"{MOST:.2f} s", lambda: MOST),), 1.0)
