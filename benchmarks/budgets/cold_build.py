"""All that briefgen does to a sheet hides behind the loading of WeasyPrint."""

from __future__ import annotations

from benchmarks.comparison import Comparison, Way
from benchmarks.processes import BRIEFGEN, WEASYPRINT, seconds
from benchmarks.room import Room, forget, page


def budget(room: Room) -> Comparison:
    """Return the first build of the real sheet against WeasyPrint's own command on the HTML of it."""
    desk = room.real.parents[1]
    html = desk / "in.html"
    html.write_text(page(room.real), encoding="utf-8")

    def build() -> float:
        return seconds((*BRIEFGEN, "build", str(room.real)), forget(desk))

    def engine() -> float:
        return seconds((*WEASYPRINT, str(html), "out.pdf"), desk)

    return Comparison(Way("briefgen build, cold", build), (Way("weasyprint in.html out.pdf", engine),), 1.0)
