"""Many sheets keep every core at printing."""

from __future__ import annotations

from functools import partial

from benchmarks.comparison import Comparison, Way
from benchmarks.processes import BRIEFGEN, PYTHON, reported, seconds
from benchmarks.room import Room, forget
from briefgen.cli.options import cores

#: Prints the pages of a folder in one process that is warm, and the seconds that they took.
LOOP = """
import sys, time
from pathlib import Path
from weasyprint import HTML
out, *pages = Path(sys.argv[1]), *sorted(Path(sys.argv[1]).glob("*.html"))
for page in [pages[0], *pages]:
    began = began if page != pages[0] else time.perf_counter()
    HTML(filename=page).write_pdf(out / "out.pdf", pdf_variant="pdf/a-3a")
print(time.perf_counter() - began)
"""
SHARE = 0.95  # of the cores, which may not be idle


def building(room: Room) -> Way:
    """Return the first build of the ordinary sheets on all cores."""
    return Way(
        f"briefgen build, {room.sizes.printed} sheets", lambda: seconds((*BRIEFGEN, "build"), forget(room.printed))
    )


def budget(room: Room) -> Comparison:
    """Return the first build of many sheets against WeasyPrint in a warm loop on one core."""
    loop = Way("WeasyPrint, warm loop", partial(reported, (*PYTHON, "-c", LOOP, str(room.pages)), room.folder))
    return Comparison(building(room), (loop,), 1 / (SHARE * cores()), rounds=3)
