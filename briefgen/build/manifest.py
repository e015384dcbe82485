"""The manifest: which files a build made, from which sheet, with their hashes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from briefgen.build.shard import WHOLE, Shard
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


@dataclass(frozen=True)
class Manifest:
    """The *entries* of a folder, and the *shards* that were built into it if it does not hold all sheets."""

    entries: tuple[Entry, ...] = ()
    shards: tuple[Shard, ...] = ()


def record(out: Path, entries: Iterable[Entry], shard: Shard = WHOLE) -> None:
    """Write *entries* into the manifest of the folder *out*; entries of other files that are still there stay.

    The *shard* is listed beside those of the same number that were built into it before. Raises OutputError.
    """
    before = read(out) or Manifest()
    known = {entry.file: entry for entry in before.entries if is_file(out / entry.file)}
    known |= {entry.file: entry for entry in entries}
    listed = [asdict(known[file]) for file in sorted(known)]
    shards = sorted({shard, *(one for one in before.shards if one.of == shard.of)})
    told = {} if shard == WHOLE else {"shards": list(map(str, shards))}
    text = json.dumps({"version": 1, **told, "files": listed}, indent=2)
    write(out / NAME, f"{text}\n".encode())


def read(out: Path) -> Manifest | None:
    """Return the manifest of the folder *out*, or None if there is none that can be read."""
    try:
        values = json.loads((out / NAME).read_text(encoding="utf-8"))
        entries = tuple(Entry(**entry) for entry in values["files"])
        sound = tuple(entry for entry in entries if Path(entry.file).name == entry.file)
        return Manifest(sound, tuple(map(Shard.read, values.get("shards", ()))))
    except (AttributeError, OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
