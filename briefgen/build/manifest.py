"""The manifest: which files a build made, from which sheet, with their hashes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from hashlib import file_digest
from pathlib import Path

from briefgen.build import lock
from briefgen.build.write import replace, sweep, told
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

    Several builds may do so at once. Raises OutputError.
    """
    with told(out / NAME), lock.alone(out) as had:
        if had:
            sweep(out)
        known = {entry.file: entry for entry in _read(out / NAME) if is_file(out / entry.file)}
        known |= {entry.file: entry for entry in entries if _stands(entry, known, out)}
        listed = [asdict(known[file]) for file in sorted(known)]
        text = json.dumps({"version": 1, "files": listed}, indent=2)
        replace(out / NAME, f"{text}\n".encode())


def _stands(entry: Entry, known: Mapping[str, Entry], out: Path) -> bool:
    """Return whether *entry* is on the file that is there: another build may have written and listed it since."""
    if known.get(entry.file, entry).sha256 == entry.sha256:
        return True
    with (out / entry.file).open("rb") as file:
        return file_digest(file, "sha256").hexdigest() == entry.sha256


def _read(path: Path) -> list[Entry]:
    """Return the entries of an earlier manifest; a file that is not one is made anew."""
    try:
        entries = [Entry(**entry) for entry in json.loads(path.read_text(encoding="utf-8"))["files"]]
        return [entry for entry in entries if Path(entry.file).name == entry.file]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return []
