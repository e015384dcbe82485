"""Digests of files, worked out anew only for those that may have changed."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Callable, Collection, Iterable
from hashlib import file_digest, sha256
from pathlib import Path
from typing import NamedTuple, Protocol, Self

from briefgen.build.cache.ledger import Ledger

ABSENT = "absent"
#: Nanoseconds: a file that was written so shortly before it was looked at may be written again and look the same.
RACY = 2_000_000_000
COMPILED = ("__pycache__",)
FONTS = ("fonts",)
NO_NAMES = ("", os.curdir, os.pardir)


def state(folders: Iterable[Path], skipped: Collection[str] = FONTS) -> list[tuple[str, tuple[int, ...]]]:
    """Return what the file system says of all files under *folders*, but for folders that are called as the *skipped*.

    It changes when one is written.
    """
    found: list[tuple[str, tuple[int, ...]]] = []
    for folder in folders:
        for top, below, names in os.walk(folder):
            below[:] = sorted(name for name in below if name not in skipped)
            for path in (f"{top}/{name}" for name in sorted(names)):
                with contextlib.suppress(OSError):
                    found.append((path, _look(os.stat(path))))
    return found


def _look(status: os.stat_result) -> tuple[int, ...]:
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, status.st_dev


class Contents(Protocol):
    """Says what files are like: what is in one, where a path leads, what is in all files of a folder."""

    def digest(self, path: str) -> str:
        """Return a word for what is in the file at *path*, and for where that is if links lead there."""

    def place(self, path: str) -> str:
        """Return where *path* leads, if links are on its way; nothing else."""

    def folder(self, folder: Path) -> str:
        """Return a word for the names and the contents of all files under *folder*."""


class Place(NamedTuple):
    """A path without links, and what it is without following any."""

    real: str
    plain: str

    @classmethod
    def of(cls, path: str) -> Self:
        """Return where *path* leads, which need not be there. Raises ValueError for a NUL in it."""
        return cls(os.path.realpath(path), os.path.abspath(path))

    def to(self, name: str) -> Self:
        """Return where *name* is in this folder, unless that is a link."""
        return type(self)(os.path.join(self.real, name), os.path.join(self.plain, name))

    @property
    def elsewhere(self) -> str:
        """Where links lead to, if there are any."""
        return "" if self.real == self.plain else f" at {self.real}"


class Files:
    """Digests of files, remembered by what the file system says of them: size, times and number.

    A file whose times are not well before those of this build is not remembered (the rule that git calls racy).
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._folders: dict[str, Place] = {}
        clock = ledger.folder / "clock"
        clock.touch()  # the clock of the file system, which need not be that of the machine
        self._now = clock.stat().st_mtime_ns

    def digest(self, path: str) -> str:
        """Return the SHA-256 of the file at *path*, or a word if it is none, and where links lead from there."""
        try:
            place, status = self._found(path)
        except (OSError, ValueError):  # a NUL in the name
            return ABSENT
        if status is None:
            return f"{ABSENT}{place.elsewhere}"
        what = self._content(place.real, status) if stat.S_ISREG(status.st_mode) else "no file"
        return f"{what}{place.elsewhere}"

    def place(self, path: str) -> str:
        """Return where *path* leads, if links are on its way; nothing else."""
        try:
            return self._found(path)[0].elsewhere
        except (OSError, ValueError):
            return ""

    def folder(self, folder: Path) -> str:
        """Return a digest of the names and the contents of all files under *folder*; compiled code does not count."""
        found = state((folder,), COMPILED)
        look = sha256(repr(found).encode(errors="replace")).hexdigest()
        newest = max((_newest(one) for _, one in found), default=0)
        return self._known(f"{folder}/", look, newest, lambda: self._of_all(folder, [path for path, _ in found]))

    def forget(self) -> None:
        """Forget where links lead: somebody may have laid others."""
        self._folders.clear()

    def _found(self, path: str) -> tuple[Place, os.stat_result | None]:
        """Return where *path* leads and what is there, if anything; links to its folder are followed but once."""
        above, name = os.path.split(path)
        place = Place.of(path) if name in NO_NAMES else self._folder(above).to(name)
        try:
            status = os.lstat(place.real)
            if stat.S_ISLNK(status.st_mode):
                place = Place.of(path)
                status = os.stat(place.real)
        except OSError:
            return place, None
        return place, status

    def _folder(self, path: str) -> Place:
        if path not in self._folders:
            self._folders[path] = Place.of(path)
        return self._folders[path]

    def _content(self, path: str, status: os.stat_result) -> str:
        look = _look(status)
        try:
            return self._known(path, " ".join(map(str, look)), _newest(look), lambda: _hash(path))
        except OSError:
            return "unreadable"

    def _of_all(self, folder: Path, paths: Iterable[str]) -> str:
        content = sha256()
        for path in paths:
            name = Path(path).relative_to(folder).as_posix()
            content.update(f"{name}\0{self.digest(path)}\0".encode(errors="replace"))
        return content.hexdigest()

    def _known(self, path: str, look: str, newest: int, digest: Callable[[], str]) -> str:
        """Return the *digest* of what is at *path*, worked out if it was not for this *look*; *newest* is its time."""
        key = os.fsencode(path)
        for known, kept in self._ledger.read("SELECT state, digest FROM files WHERE path = ?", key):
            if known == look:
                return str(kept)
        made = digest()
        if newest + RACY < self._now:
            self._ledger.write("REPLACE INTO files VALUES (?, ?, ?, ?)", key, look, made, self._ledger.build)
        return made


def _newest(look: tuple[int, ...]) -> int:
    _, modified, changed, *_ = look
    return max(modified, changed)


def _hash(path: str) -> str:
    with Path(path).open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
