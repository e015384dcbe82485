"""Digests of files, worked out anew only for those that may have changed."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterable
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Protocol

from briefgen.build.cache.ledger import Ledger

ABSENT = "absent"
#: Nanoseconds: a file that was written so shortly before it was looked at may be written again and look the same.
RACY = 2_000_000_000


def place(path: Path) -> str:
    """Return where *path* leads, if links are on its way; nothing else."""
    try:
        return _elsewhere(path, os.path.realpath(path))
    except (OSError, ValueError):  # a NUL in the name
        return ""


def _elsewhere(path: Path, real: str) -> str:
    return "" if real == os.path.normpath(path.absolute()) else f" at {real}"


def state(folders: Iterable[Path]) -> list[tuple[object, ...]]:
    """Return what the file system says of all files under *folders*, fonts apart; it changes when one is written."""
    found: list[tuple[object, ...]] = []
    for folder in folders:
        for top, below, names in os.walk(folder):
            below[:] = sorted(name for name in below if name != "fonts")
            for path in (f"{top}/{name}" for name in names):
                with contextlib.suppress(OSError):
                    found.append((path, *_look(os.lstat(path))))
    return found


def _look(status: os.stat_result) -> tuple[int, ...]:
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, status.st_dev


class Contents(Protocol):
    """Says what files are like: what is in one, where a path leads, what is in all files of a folder."""

    def digest(self, path: Path) -> str:
        """Return a word for what is in the file at *path*, and for where that is if links lead there."""

    def place(self, path: Path) -> str:
        """Return where *path* leads, if links are on its way; nothing else."""

    def folder(self, folder: Path) -> str:
        """Return a word for the names and the contents of all files under *folder*."""


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
        """Return the SHA-256 of the file at *path*, or a word if it is none, and where links lead from there."""
        try:
            real = os.path.realpath(path)
        except (OSError, ValueError):
            return ABSENT
        return f"{self._what(real)}{_elsewhere(path, real)}"

    def place(self, path: Path) -> str:
        """Return where *path* leads, if links are on its way; nothing else."""
        return place(path)

    def folder(self, folder: Path) -> str:
        """Return a digest of the names and the contents of all files under *folder*; compiled code does not count."""
        content = sha256()
        for top, below, names in os.walk(folder):
            below[:] = sorted(name for name in below if name != "__pycache__")
            for name in sorted(names):
                path = Path(top, name)
                content.update(f"{path.relative_to(folder).as_posix()}\0{self.digest(path)}\0".encode(errors="replace"))
        return content.hexdigest()

    def _what(self, path: str) -> str:
        try:
            status = Path(path).stat()
        except OSError:
            return ABSENT
        return self._content(path, status) if stat.S_ISREG(status.st_mode) else "no file"

    def _content(self, path: str, status: os.stat_result) -> str:
        look = " ".join(map(str, _look(status)))
        for known, digest in self._ledger.read("SELECT state, digest FROM files WHERE path = ?", os.fsencode(path)):
            if known == look:
                return str(digest)
        try:
            with Path(path).open("rb") as file:
                digest = file_digest(file, "sha256").hexdigest()
        except OSError:
            return "unreadable"
        if max(status.st_mtime_ns, status.st_ctime_ns) + RACY < self._now:
            self._ledger.write(
                "REPLACE INTO files VALUES (?, ?, ?, ?)", os.fsencode(path), look, digest, self._ledger.build
            )
        return digest
