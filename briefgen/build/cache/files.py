"""Digests of files, worked out anew only for those that may have changed."""

from __future__ import annotations

import os
import stat
from hashlib import file_digest, sha256
from pathlib import Path

from briefgen.build.cache.ledger import Ledger

ABSENT = "absent"
#: Nanoseconds: a file that was written so shortly before it was looked at may be written again and look the same.
RACY = 2_000_000_000


class Files:
    """Digests of files, remembered by what the file system says of them: size, times and number.

    A file whose times are not well before those of this build is not remembered (the rule that git calls racy).
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        clock = ledger.folder / "clock"
        clock.touch()  # the clock of the file system, which need not be that of the machine
        self._now = clock.stat().st_mtime_ns

    def digest(self, path: Path) -> str:
        """Return the SHA-256 of the file at *path*, and where it is if that is elsewhere; a word if it is no file."""
        try:
            state = path.stat()
            real = os.path.realpath(path)
        except (OSError, ValueError):
            return ABSENT
        if not stat.S_ISREG(state.st_mode):
            return "no file"
        elsewhere = "" if real == str(path.absolute()) else f" at {real}"
        return f"{self._content(real, state)}{elsewhere}"

    def folder(self, folder: Path) -> str:
        """Return a digest of the names and the contents of all files under *folder*; compiled code does not count."""
        content = sha256()
        for top, below, names in os.walk(folder):
            below[:] = sorted(name for name in below if name != "__pycache__")
            for name in sorted(names):
                path = Path(top, name)
                content.update(f"{path.relative_to(folder).as_posix()}\0{self.digest(path)}\0".encode(errors="replace"))
        return content.hexdigest()

    def _content(self, path: str, state: os.stat_result) -> str:
        look = f"{state.st_size} {state.st_mtime_ns} {state.st_ctime_ns} {state.st_ino} {state.st_dev}"
        for known, digest in self._ledger.read("SELECT state, digest FROM files WHERE path = ?", path):
            if known == look:
                return str(digest)
        try:
            with Path(path).open("rb") as file:
                digest = file_digest(file, "sha256").hexdigest()
        except OSError:
            return "unreadable"
        if max(state.st_mtime_ns, state.st_ctime_ns) + RACY < self._now:
            self._ledger.write("REPLACE INTO files VALUES (?, ?, ?, ?)", path, look, digest, self._ledger.build)
        return digest
