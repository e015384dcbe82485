"""The manifest: which files a build made, from which sheet, with their hashes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from briefgen.build.write import write
from briefgen.folders import is_file

NAME = "manifest.json"


@dataclass(frozen=True)
class Entry:
    """One file: its name in the output folder, product id, product, format, marking, size in bytes, pages, SHA-256."""

    file: str
    id: str
    product: str
    format: str
    marking: str
    bytes: int
    pages: int | None
    sha256: str


def record(out: Path, entries: Iterable[Entry]) -> None:
    """Write *entries* into the manifest of the folder *out*; entries of other files that are still there stay.

    Raises OutputError.
    """
    known = {entry.file: entry for entry in _read(out / NAME) if is_file(out / entry.file)}
    known |= {entry.file: entry for entry in entries}
    listed = [asdict(known[file]) for file in sorted(known)]
    text = json.dumps({"version": 1, "files": listed}, indent=2)
    write(out / NAME, f"{text}\n".encode())


def _read(path: Path) -> list[Entry]:
    """Return the entries of an earlier manifest; a file that is not one is made anew."""
    try:
        entries = [Entry(**entry) for entry in json.loads(path.read_text(encoding="utf-8"))["files"]]
        return [entry for entry in entries if Path(entry.file).name == entry.file]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return []
