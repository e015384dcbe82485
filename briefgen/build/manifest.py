"""The manifest: which files a build made, from which sheet, with their hashes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from hashlib import file_digest
from pathlib import Path

from briefgen.build import lock
from briefgen.build.shard import WHOLE, Shard
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


@dataclass(frozen=True)
class Manifest:
    """The *entries* of a folder, and the *shards* that were built into it if it does not hold all sheets.

    *readers* is the highest marking that those may read whom its editions are for; None for a desk's own.
    """

    entries: tuple[Entry, ...] = ()
    shards: tuple[Shard, ...] = ()
    readers: str | None = None


def record(out: Path, entries: Iterable[Entry], shard: Shard = WHOLE, readers: str | None = None) -> None:
    """Write *entries* into the manifest of the folder *out*; entries of other files that are still there stay.

    The *shard* is listed beside those of the same number that were built into it before. The editions are for
    *readers*. Several builds may do so at once. Raises OutputError.
    """
    with told(out / NAME):
        out.mkdir(parents=True, exist_ok=True)
        with lock.alone(out) as had:
            if had:
                sweep(out)
            before, new = read(out) or Manifest(), Manifest(tuple(entries), (shard,), readers)
            replace(out / NAME, _text(out, before, new).encode())


def _text(out: Path, before: Manifest, new: Manifest) -> str:
    known = {entry.file: entry for entry in before.entries if is_file(out / entry.file)}
    known |= {entry.file: entry for entry in new.entries if _stands(entry, known, out)}
    listed = [asdict(known[file]) for file in sorted(known)]
    (shard,) = new.shards
    shards = sorted({shard, *(one for one in before.shards if one.of == shard.of)})
    readers = {"readers": new.readers} if new.readers else {}
    parts = {} if shard == WHOLE else {"shards": list(map(str, shards))}
    return json.dumps({"version": 1, **readers, **parts, "files": listed}, indent=2) + "\n"


def _stands(entry: Entry, known: Mapping[str, Entry], out: Path) -> bool:
    """Return whether *entry* is on the file that is there: another build may have written and listed it since."""
    if known.get(entry.file, entry).sha256 == entry.sha256:
        return True
    with (out / entry.file).open("rb") as file:
        return file_digest(file, "sha256").hexdigest() == entry.sha256


def read(out: Path) -> Manifest | None:
    """Return the manifest of the folder *out*, or None if there is none that can be read."""
    try:
        values = json.loads((out / NAME).read_text(encoding="utf-8"))
        entries = tuple(Entry(**entry) for entry in values["files"])
        sound = tuple(entry for entry in entries if Path(entry.file).name == entry.file)
        readers = values.get("readers")
        return Manifest(sound, tuple(map(Shard.read, values.get("shards", ()))), readers and str(readers))
    except (AttributeError, OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
