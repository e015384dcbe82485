"""WeasyPrint's own command in a loop of the shell, on the pages of briefgen."""

from __future__ import annotations

from functools import partial
from shlex import join

from benchmarks.comparison import Way
from benchmarks.processes import WEASYPRINT, seconds
from benchmarks.room import Room


def missing() -> str:
    """Return nothing: briefgen needs WeasyPrint."""
    return ""


def way(room: Room) -> Way:
    """Return the way to print every page with a process of its own."""
    loop = f'for page in *.html; do {join(WEASYPRINT)} "$page" "$0/$page.pdf" || exit; done'
    return Way("weasyprint, shell loop", partial(seconds, ("sh", "-c", loop, str(room.outside)), room.pages))
