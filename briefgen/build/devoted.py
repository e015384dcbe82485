"""Whose editions an output folder holds: no other reader's may ever lie beside them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from briefgen.build import manifest
from briefgen.build.manifest import Entry, Manifest
from briefgen.build.write import delete
from briefgen.errors import OutputError


def devote(out: Path, readers: str | None) -> None:
    """See to it that the folder *out* holds editions for *readers* only: the marking up to which they may read.

    What was made for others under the same name is deleted. Raises OutputError for a folder of the desk's own editions
    that is to be an audience's, or the other way round.
    """
    before = manifest.read(out)
    if before is None or before.readers == readers:
        return
    if before.readers and readers:
        for entry in before.entries:
            delete(out / entry.file)
        manifest.record(out, (), readers=readers)
    elif before.entries:
        whose = f"editions for readers up to {before.readers}" if before.readers else "the desk's own editions"
        message = f"it holds {whose}, and others may not lie beside them — name another folder with --out"
        raise OutputError(f"{out}: error OUT006 {message}")


def withdraw(out: Path, whole: Collection[str], made: Iterable[Entry]) -> None:
    """Delete the files that were made earlier of sheets that are *whole* now, by product id, but for those *made* now.

    Raises OutputError.
    """
    before, kept = manifest.read(out) or Manifest(), {(entry.id, entry.file) for entry in made}
    for entry in before.entries:
        if entry.id in whole and (entry.id, entry.file) not in kept:
            delete(out / entry.file)
