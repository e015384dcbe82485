"""The files of the cache, each under the digest of its content."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Collection
from hashlib import sha256
from pathlib import Path

from briefgen.build.cache.ledger import Ledger
from briefgen.build.write import replace
from briefgen.errors import OutputError

LIMIT = 1 << 30
SWEPT = 50  # builds from one sweep to the next
OLD = 3600  # seconds: what is younger may belong to a build that is still running


class Store:
    """Keeps files of up to *limit* bytes together; what was not used for longest goes first."""

    def __init__(self, ledger: Ledger, limit: int = LIMIT) -> None:
        self._ledger, self._limit = ledger, limit
        self._folder = ledger.folder / "objects"

    def get(self, digest: str) -> bytes | None:
        """Return the content with this SHA-256, or None if it is not there, or no longer what it was."""
        try:
            data = self._path(digest).read_bytes()
        except OSError:
            return None
        if sha256(data).hexdigest() != digest:
            return None
        self._ledger.write("REPLACE INTO objects VALUES (?, ?, ?)", digest, len(data), self._ledger.build)
        return data

    def put(self, data: bytes) -> str:
        """Keep *data* and return its SHA-256; a full disk keeps nothing, and the next build makes it again."""
        digest = sha256(data).hexdigest()
        path = self._path(digest)
        with contextlib.suppress(OSError, OutputError):
            path.parent.mkdir(parents=True, exist_ok=True)
            replace(path, data)
            self._ledger.write("REPLACE INTO objects VALUES (?, ?, ?)", digest, len(data), self._ledger.build)
        return digest

    def trim(self) -> None:
        """Delete what goes beyond the limit, and now and then what no row tells of: a build may have been killed."""
        # a wrong bit may have made a text of a number, or nothing
        what = "CAST(digest AS TEXT), ifnull(CAST(size AS INTEGER), 0)"
        rows = list(self._ledger.read(f"SELECT {what} FROM objects ORDER BY used DESC, digest"))
        kept = 0
        for digest, size in rows:
            kept += size
            if kept > self._limit:
                self._path(digest).unlink(missing_ok=True)
                self._ledger.write("DELETE FROM objects WHERE digest = ?", digest)
        if self._ledger.build % SWEPT == 1:
            self._sweep({digest for digest, _ in rows})

    def _sweep(self, known: Collection[str]) -> None:
        before = time.time() - OLD
        for path in self._folder.glob("*/*"):
            with contextlib.suppress(OSError):
                if path.name not in known and path.stat().st_mtime < before:
                    path.unlink()

    def _path(self, digest: str) -> Path:
        return self._folder / digest[:2] / digest
