"""What is in files, in the words of git, so that a file of a revision can be compared without being written."""

from __future__ import annotations

import os
from collections.abc import Mapping
from hashlib import new as hashing
from pathlib import Path

from briefgen.build.cache.files import ABSENT
from briefgen.build.cache.things import told
from briefgen.folders import is_file


class Blobs:
    """What is in files below *root*, in the words of git: the hash of the object that a file is, or would be.

    Some are *known* by their path from there; *kind* is the hash that the repository is named by.
    """

    def __init__(self, root: Path, kind: str, known: Mapping[str, str] | None = None) -> None:
        self._root, self._kind, self._known = os.path.realpath(root), kind, known or {}
        self._seen: dict[str, str] = {}

    def digest(self, path: str) -> str:
        """Return the hash of the file at *path*, or a word if it is none, and where links lead from there."""
        try:
            real = os.path.realpath(path)
        except (OSError, ValueError):
            return ABSENT
        if real not in self._seen:
            self._seen[real] = self._known.get(self._told(real)) or self.hash(Path(real))
        return f"{self._seen[real]} at {self._told(real)}"

    def place(self, path: str) -> str:
        """Return where *path* leads."""
        try:
            return self._told(os.path.realpath(path))
        except (OSError, ValueError):
            return ""

    def folder(self, folder: Path) -> str:
        """Return the names and the contents of all files under *folder*; compiled code does not count."""
        paths = sorted(path for path in folder.rglob("*") if is_file(path) and path.parent.name != "__pycache__")
        return repr([(path.relative_to(folder).as_posix(), self.digest(str(path))) for path in paths])

    def _told(self, real: str) -> str:
        return told(real, Path(self._root))

    def hash(self, path: Path) -> str:
        """Return the hash of the object that the file at *path* would be, or a word if it is none."""
        if not is_file(path):
            return "no file" if path.exists() else ABSENT
        try:
            data = path.read_bytes()
        except OSError:
            return "unreadable"
        return hashing(self._kind, b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
