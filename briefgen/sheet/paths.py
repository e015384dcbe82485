"""Which file a path in a sheet means, and whether a sheet may read it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from itertools import takewhile
from pathlib import Path

from briefgen.findings import Finding
from briefgen.folders import is_file, is_inside
from briefgen.sheet.document import Text
from briefgen.sheet.messages import suggest
from briefgen.traces import look


def find(name: Text, near: Path, folder: Path) -> tuple[list[Path], list[Finding]]:
    """Return the files that *name* means, seen from the folder *near*; a name with ``*`` may mean several, sorted.

    Only files under *folder* are found, wherever symbolic links lead; anything else is a finding.
    """
    written = Path(os.path.normpath(near / name))
    if "\0" in name or "\\" in name or Path(name).is_absolute():
        return [], [_outside(name)]
    look("place", written.absolute())  # what lies outside is not looked at, but a link may lead elsewhere tomorrow
    if not is_inside(written, folder):
        return [], [_outside(name)]
    found = sorted(path for path in _named(name, near) if is_file(path))
    if not found:
        return [], [_nothing(name, written.parent)]
    for path in found:
        look("place", path.absolute())
    inside = [path for path in found if is_inside(path, folder)]
    return inside, [_outside(name)] if len(inside) < len(found) else []


def _named(name: Text, near: Path) -> Iterable[Path]:
    parts = Path(name).parts
    fixed = list(takewhile(lambda part: not set(part) & set("*?["), parts))
    start, pattern = Path(os.path.normpath(near.joinpath(*fixed))), parts[len(fixed) :]
    if not pattern:
        look("file", start.absolute())
        return [start]
    if ".." in pattern:
        return []
    look("pattern", f"{start.absolute()}//{'/'.join(pattern)}")
    try:
        return list(start.glob("/".join(pattern)))
    except ValueError:  # a pattern such as a**
        return []


def _outside(name: Text) -> Finding:
    message = f"{name} is not a path inside the desk"
    return Finding(name.mark, "INC002", message, "write a path from this file's folder, with /, to a file of the desk")


def _nothing(name: Text, parent: Path) -> Finding:
    siblings = _files(parent)
    remedy = suggest(Path(name).name, siblings) if siblings else "check the path; it is seen from this file's folder"
    return Finding(name.mark, "INC001", f"there is no file {name}", remedy)


def _files(folder: Path) -> list[str]:
    look("folder", folder.absolute())
    try:
        return [path.name for path in folder.iterdir() if path.is_file()]
    except OSError:
        return []
