"""Folders of templates in one piece of bytes, for a machine that does not have them."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from briefgen.resources import templates_folder

#: Where a bundle says how its folders are called at home, in their order.
NAMES = "folders.json"


def pack(folders: Sequence[Path]) -> bytes:
    """Return the files of *folders*; the same files give the same bytes.

    The shipped templates stay out, as every installation has them, and links, as no template is loaded through one.
    """
    packed = io.BytesIO()
    with ZipFile(packed, "w") as bundle:
        bundle.writestr(ZipInfo(NAMES), json.dumps(list(map(_name, folders))))
        for number, folder in enumerate(folders):
            for path in _files(folder) if _name(folder) else ():
                bundle.writestr(ZipInfo(f"{number}/{path.relative_to(folder).as_posix()}"), path.read_bytes())
    return packed.getvalue()


def unpack(bundle: bytes, into: Path) -> Mapping[Path, str]:
    """Write the files of a *bundle* into a folder; return the folders as they are here, in order, with their names.

    The shipped templates, which are those of this installation, have none.
    """
    with ZipFile(io.BytesIO(bundle)) as packed:
        packed.extractall(into)
    names = json.loads((into / NAMES).read_text(encoding="utf-8"))
    return {into / str(number) if name else templates_folder(): name for number, name in enumerate(names)}


def _name(folder: Path) -> str:
    return "" if folder == templates_folder() else str(folder.resolve())


def _files(folder: Path) -> Iterator[Path]:
    for top, below, names in os.walk(folder):
        below.sort()
        yield from (path for path in map(Path(top).joinpath, sorted(names)) if path.is_file() and not path.is_symlink())
