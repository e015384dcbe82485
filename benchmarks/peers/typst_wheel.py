"""Typst from its Python wheel, on a template of the same content."""

from __future__ import annotations

from functools import partial
from importlib.util import find_spec
from pathlib import Path

from benchmarks.comparison import Way
from benchmarks.processes import PYTHON, seconds
from benchmarks.room import Room

SCRIPT = Path(__file__).parents[1] / "afternoon" / "typst_loop.py"


def missing() -> str:
    """Return what to install where there is no Typst."""
    return "" if find_spec("typst") else "Typst (pip install typst)"


def way(room: Room) -> Way:
    """Return the way to print every sheet with a template that reads the YAML itself."""
    command = (*PYTHON, str(SCRIPT), str(room.printed / "briefs"), str(room.outside))
    return Way("Typst, one process", partial(seconds, command, room.folder))
