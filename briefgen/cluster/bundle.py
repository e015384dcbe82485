"""What all tasks of a build share, in one piece of bytes for another machine: the templates, and a limit."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile, ZipInfo

from briefgen.resources import templates_folder

#: Where a bundle says how its folders are called at home, in their order, and how long a task may take.
HEAD = "bundle.json"


class Bundle(NamedTuple):
    """The *folders* as they are here, in order, each with its name at home, and the *time_limit* of a task in seconds.

    The shipped templates, which are those of this installation, have no name.
    """

    folders: Mapping[Path, str]
    time_limit: float


def pack(folders: Sequence[Path], time_limit: float) -> bytes:
    """Return the files of *folders* with the *time_limit*; the same of both gives the same bytes.

    The shipped templates stay out, as every installation has them, and links, as no template is loaded through one.
    """
    packed = io.BytesIO()
    with ZipFile(packed, "w") as bundle:
        bundle.writestr(ZipInfo(HEAD), json.dumps([list(map(_name, folders)), time_limit]))
        for number, folder in enumerate(folders):
            for path in _files(folder) if _name(folder) else ():
                bundle.writestr(ZipInfo(f"{number}/{path.relative_to(folder).as_posix()}"), path.read_bytes())
    return packed.getvalue()


def unpack(bundle: bytes, into: Path) -> Bundle:
    """Write the files of a *bundle* into a folder and return what there is."""
    with ZipFile(io.BytesIO(bundle)) as packed:
        packed.extractall(into)
    names, time_limit = json.loads((into / HEAD).read_text(encoding="utf-8"))
    folders = {into / str(number) if name else templates_folder(): name for number, name in enumerate(names)}
    return Bundle(folders, time_limit)


def _name(folder: Path) -> str:
    return "" if folder == templates_folder() else str(folder.resolve())


def _files(folder: Path) -> Iterator[Path]:
    for top, below, names in os.walk(folder):
        below.sort()
        yield from (path for path in map(Path(top).joinpath, sorted(names)) if path.is_file() and not path.is_symlink())
