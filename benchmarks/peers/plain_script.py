"""yaml.safe_load, Jinja2 and WeasyPrint in a loop."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from benchmarks.comparison import Way
from benchmarks.processes import PYTHON, seconds
from benchmarks.room import Room

SCRIPT = Path(__file__).parents[1] / "afternoon" / "script.py"


def missing() -> str:
    """Return nothing: briefgen needs the same libraries."""
    return ""


def way(room: Room) -> Way:
    """Return the way to print every sheet with a script of thirty lines."""
    command = (*PYTHON, str(SCRIPT), str(room.printed / "briefs"), str(room.outside))
    return Way("plain script", partial(seconds, command, room.folder))
