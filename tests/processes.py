"""Processes of a session, as a terminal starts them, and whether they are gone."""

from __future__ import annotations

import time
from pathlib import Path


def in_session(session: int) -> list[str]:
    """Return the commands of the processes of a session that are not dead yet."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(fields[3]) == session and fields[0] != "Z":
                found.append((folder / "cmdline").read_text().replace("\0", " "))
        except (OSError, IndexError):
            continue
    return found


def gone(session: int, seconds: float = 30) -> bool:
    """Return whether all processes of a session have ended, or do so within some seconds."""
    end = time.monotonic() + seconds
    while in_session(session):
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True
