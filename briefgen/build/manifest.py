"""The manifest: which files a build made, from which sheet, with their hashes."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import file_digest
from pathlib import Path
from sys import intern
from typing import Any, Self

from briefgen.build import lock, write
from briefgen.build.shard import WHOLE, Shard
from briefgen.build.write import sweep, told
from briefgen.folders import is_file

NAME = "manifest.json"
COMMON = ("product", "format", "marking")


@dataclass(frozen=True, slots=True)
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

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Self:
        """Return the entry with these *values*. Raises TypeError if one is missing or is too many.

        Of what thousands of files have in common, there is one string.
        """
        common = {name: intern(str(values[name])) for name in COMMON if name in values}
        return cls(**{**values, **common})

    def values(self) -> dict[str, Any]:
        """Return what :meth:`of` makes it of."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True)
class Manifest:
    """The *entries* of a folder, and the *shards* that were built into it if it does not hold all sheets.

    *readers* is the highest marking that those may read whom its editions are for; None for a desk's own. *incomplete*
    are the sheets of a shard of which there is not every file.
    """

    entries: tuple[Entry, ...] = ()
    shards: tuple[Shard, ...] = ()
    readers: str | None = None
    incomplete: Mapping[Shard, Sequence[str]] = field(default_factory=dict)


def record(
    out: Path,
    entries: Collection[Entry],
    shard: Shard = WHOLE,
    readers: str | None = None,
    incomplete: Sequence[str] = (),
) -> None:
    """Write *entries* into the manifest of the folder *out*; entries of other files that are still there stay.

    The *shard* is listed beside those of the same number that were built into it before, with its *incomplete* sheets.
    The editions are for *readers*. Several builds may do so at once. Raises OutputError.
    """
    with told(out / NAME):
        out.mkdir(parents=True, exist_ok=True)
        with lock.alone(out) as had:
            if had:
                sweep(out)
            before = read(out) or Manifest()
            shards = (shard, *(one for one in before.shards if one.of == shard.of and one != shard))
            gaps = {**before.incomplete, shard: incomplete}
            text = _text(Manifest(_known(out, before, entries), shards, readers, gaps))
            if not _is(out / NAME, text):
                write.replace(out / NAME, text)


def remove(out: Path, entries: Iterable[Entry]) -> list[str]:
    """Take *entries* out of the manifest of the folder *out*; delete their files, and return the names of these.

    A file that is not as it was made stays, and so does an entry that another build has replaced. Raises OutputError.
    """
    if not (gone := set(entries)):
        return []
    with told(out / NAME), lock.alone(out):
        before = read(out) or Manifest()
        made = [entry.file for entry in before.entries if entry in gone and _is_as_made(entry, out)]
        left = tuple(entry for entry in before.entries if entry not in gone)
        write.replace(out / NAME, _text(replace(before, entries=left)))
        for name in made:
            (out / name).unlink()
    return made


def _is(path: Path, text: bytes) -> bool:
    """Return whether *text* is in the file at *path*, which is no link."""
    return is_file(path) and not path.is_symlink() and path.read_bytes() == text


def _known(out: Path, before: Manifest, entries: Collection[Entry]) -> tuple[Entry, ...]:
    """Return the entries of the files that are there now; those of a build are."""
    new = {entry.file for entry in entries}
    known = {entry.file: entry for entry in before.entries if entry.file in new or is_file(out / entry.file)}
    known |= {entry.file: entry for entry in entries if _stands(entry, known, out)}
    return tuple(known.values())


def _text(of: Manifest) -> bytes:
    """Return a manifest, with a line for each file; shards are named where it is not of the whole."""
    parts: dict[str, object] = {"version": 1, **({"readers": of.readers} if of.readers else {})}
    shards = sorted(one for one in of.shards if one != WHOLE)
    if shards:
        parts["shards"] = list(map(str, shards))
        parts["incomplete"] = {str(one): list(of.incomplete[one]) for one in shards if of.incomplete.get(one)}
    head = json.dumps(parts, indent=2).removesuffix("\n}")
    lines = ",".join(
        f"\n    {json.dumps(entry.values())}" for entry in sorted(of.entries, key=lambda entry: entry.file)
    )
    return f'{head},\n  "files": [{lines}\n  ]\n}}\n'.encode()


def _stands(entry: Entry, known: Mapping[str, Entry], out: Path) -> bool:
    """Return whether *entry* is on the file that is there: another build may have written and listed it since."""
    return known.get(entry.file, entry).sha256 == entry.sha256 or _is_as_made(entry, out)


def _is_as_made(entry: Entry, out: Path) -> bool:
    try:
        with (out / entry.file).open("rb") as file:
            return file_digest(file, "sha256").hexdigest() == entry.sha256
    except OSError:
        return False


def read(out: Path) -> Manifest | None:
    """Return the manifest of the folder *out*, or None if there is none that can be read."""
    try:
        values = json.loads((out / NAME).read_bytes(), object_hook=_entry)
        sound = tuple(entry for entry in values["files"] if _is_name(entry.file))
        readers = values.get("readers")
        shards = tuple(map(Shard.read, values.get("shards", ())))
        incomplete = {Shard.read(one): list(map(str, sheets)) for one, sheets in values.get("incomplete", {}).items()}
        return Manifest(sound, shards, readers and str(readers), incomplete)
    except (AttributeError, OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _entry(values: dict[str, Any]) -> Entry | dict[str, Any]:
    """Return an object of a manifest, an entry as such, so that no two lists of all files are held at once."""
    return Entry.of(values) if "sha256" in values else values


def _is_name(file: str) -> bool:
    """Return whether *file* is a name in a folder and leads nowhere else."""
    return os.sep not in file and file not in ("", os.curdir, os.pardir)
