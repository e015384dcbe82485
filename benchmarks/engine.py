"""WeasyPrint by itself, which everything is measured against."""

from __future__ import annotations

from functools import partial

from benchmarks.comparison import Way
from benchmarks.processes import PYTHON, seconds
from benchmarks.room import Room


def loading(room: Room) -> Way:
    """Return the way to load WeasyPrint and do nothing with it."""
    return Way('python -c "import weasyprint"', partial(seconds, (*PYTHON, "-c", "import weasyprint"), room.folder))
