"""Which file a path in a sheet means, and whether a sheet may read it."""

from __future__ import annotations

import os
from pathlib import Path

from briefgen.findings import Finding
from briefgen.sheet.document import Text
from briefgen.sheet.messages import suggest


def find(name: Text, near: Path, folder: Path) -> tuple[list[Path], list[Finding]]:
    """Return the files that *name* means, seen from the folder *near*; a name with ``*`` may mean several, sorted.

    Only files under *folder* are found, wherever symbolic links lead; anything else is a finding.
    """
    if "\0" in name or "\\" in name or Path(name).is_absolute():
        return [], [_outside(name)]
    written = Path(os.path.normpath(near / name))
    paths = sorted(near.glob(str(name))) if set(name) & set("*?[") else [written]
    found = [path for path in paths if path.is_file()]
    if not found:
        return [], [_nothing(name, written.parent)]
    inside = [path for path in found if path.resolve().is_relative_to(folder)]
    return inside, [_outside(name)] if len(inside) < len(found) else []


def _outside(name: Text) -> Finding:
    message = f"{name} is not a path inside the desk"
    return Finding(name.mark, "INC002", message, "write a path from this file's folder, with /, to a file of the desk")


def _nothing(name: Text, parent: Path) -> Finding:
    siblings = [path.name for path in parent.iterdir() if path.is_file()] if parent.is_dir() else []
    remedy = suggest(Path(name).name, siblings) if siblings else "check the path; it is seen from this file's folder"
    return Finding(name.mark, "INC001", f"there is no file {name}", remedy)
