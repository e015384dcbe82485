"""Headless Chromium in a loop of the shell, on the pages of briefgen."""

from __future__ import annotations

from functools import partial
from shutil import which

from benchmarks.comparison import Way
from benchmarks.processes import seconds
from benchmarks.room import Room

NAMES = ("chromium", "chromium-browser", "google-chrome")


def missing() -> str:
    """Return what to install where there is no Chromium."""
    return "" if any(map(which, NAMES)) else "Chromium"


def way(room: Room) -> Way:
    """Return the way to print every page with a process of its own."""
    browser = next(name for name in NAMES if which(name))
    command = f"{browser} --headless --no-sandbox --disable-gpu --no-pdf-header-footer"
    loop = f'for page in *.html; do {command} --print-to-pdf="$0/$page.pdf" "$PWD/$page" || exit; done'
    return Way("Chromium, shell loop", partial(seconds, ("sh", "-c", loop, str(room.outside)), room.pages))
