"""The rows of the cache, in SQLite: safe for several builds at once, and whole after any of them was killed."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from briefgen.errors import OutputError

FOLDER = ".briefgen"
#: Of the tables below; another version is another file.
VERSION = 3
WAIT = 60.0  # seconds for another build to write a few rows
TABLES = """
CREATE TABLE IF NOT EXISTS builds (number INTEGER PRIMARY KEY AUTOINCREMENT);
CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, state TEXT, digest TEXT, used INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sheets (path TEXT, options TEXT, registry TEXT, inputs TEXT, records TEXT,
    report TEXT, seal TEXT, used INTEGER, PRIMARY KEY (path, options)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS products (key TEXT PRIMARY KEY, outcomes TEXT, seal TEXT, used INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS objects (digest TEXT PRIMARY KEY, size INTEGER, used INTEGER) WITHOUT ROWID;
"""
#: Codes of SQLite for what will pass, or what another can mend.
PASSING = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_INTERRUPT,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_PERM,
}
#: Builds after which a row that none of them used is forgotten.
FORGOTTEN = 100
#: Builds after which a row that one of them uses is marked as used: marking all of them would take longer than reading.
MARKED = 10
#: What tells others to leave the folder alone: tools that make copies, and git.
SIGNS = {"CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n", ".gitignore": "*\n"}


class Ledger:
    """The rows of one cache *folder*, which is made; a context manager. *build* is the number of this build.

    Raises OutputError for a folder that cannot be made or written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._path = folder / f"ledger-{VERSION}.sqlite"
        self._waiting: list[tuple[str, tuple[Any, ...]]] = []
        self._broken = False
        try:
            _furnish(folder)
            self._rows, self.build = _opened(self._path)
        except (OSError, sqlite3.Error) as error:
            sentence = f"{folder}: error OUT004 the cache cannot be written: {error}"
            raise OutputError(f"{sentence} — give write access to it, or delete it") from None

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *exception: object) -> None:
        """Keep what was written, and forget what has not been used for long; all of it, if some cannot be read."""
        for table in ("files", "sheets", "products"):
            self.write(f"DELETE FROM {table} WHERE used < ?", self.build - FORGOTTEN)
        self.write("DELETE FROM builds WHERE number < ?", self.build)
        self.commit()
        self._rows.close()
        if self._broken:
            with contextlib.suppress(OSError):
                self._path.unlink()

    def read(self, query: str, *values: Any) -> Iterator[tuple[Any, ...]]:
        """Yield the rows that a query finds, among those that were kept."""
        with self._suppressing():
            yield from self._rows.execute(query, values)

    def write(self, statement: str, *values: Any) -> None:
        """Change rows at the next `commit`: no other build waits for this one meanwhile."""
        self._waiting.append((statement, values))

    def commit(self) -> None:
        """Keep what was written; where that cannot be, nothing is lost but time."""
        waiting, self._waiting = self._waiting, []
        with self._suppressing(), self._rows:
            for statement, values in waiting:
                self._rows.execute(statement, values)

    def check(self) -> None:
        """Look whether all rows can be found again: with a wrong bit in a key, what is written is out of reach."""
        self.commit()
        self._broken |= [*self.read("PRAGMA integrity_check(1)")] != [("ok",)]

    def forget(self) -> None:
        """Forget what was written since the last `commit`."""
        self._waiting.clear()

    @contextlib.contextmanager
    def _suppressing(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            self._broken |= _is_broken(error)


def _furnish(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for name, text in SIGNS.items():
        if not (folder / name).exists():
            (folder / name).write_text(text, encoding="utf-8")


def _opened(path: Path) -> tuple[sqlite3.Connection, int]:
    """Return the open database and the number of this build; a file that is none, or a broken one, is begun anew."""
    try:
        return _connected(path)
    except (sqlite3.Error, UnicodeDecodeError) as error:  # of a broken name, SQLite says so in words that are none
        if not _is_broken(error):
            raise
        path.unlink()
        return _connected(path)


def _is_broken(error: Exception) -> bool:
    """Return whether an error is one of the file, and not of the moment: a full disk, a busy one, no right to open it.

    A file that must not be written is one, for a wrong bit in its head makes it so; it goes where that is allowed.
    """
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF not in PASSING


def _connected(path: Path) -> tuple[sqlite3.Connection, int]:
    rows = sqlite3.connect(path, timeout=WAIT)
    rows.text_factory = lambda text: text.decode(errors="replace")  # what was no text fits no seal
    try:
        rows.execute("PRAGMA synchronous = NORMAL")
        rows.executescript(TABLES)
        with rows:
            return rows, rows.execute("INSERT INTO builds DEFAULT VALUES").lastrowid or 0
    except (sqlite3.Error, UnicodeDecodeError):
        rows.close()
        raise
