"""The folder of an artefact holds one run: nothing is left in it that was for other readers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefgen.build import manifest
from briefgen.build.write import delete

#: Where products and pictures of their first pages are in an artefact.
PRODUCTS, PICTURES = "products", "thumbnails"


def clear(out: Path, products: Path, reports: tuple[str, ...]) -> None:
    """Delete what an earlier run left in the folder *out*: *reports*, pictures, products but for those in *products*.

    No more is deleted than what bears the name of a report or a picture, or is listed in a manifest, and no link is
    followed. Raises OutputError.
    """
    for path in [*_left(out, products, reports)]:
        delete(path)


def _left(out: Path, products: Path, reports: tuple[str, ...]) -> Iterator[Path]:
    yield from (out / name for name in reports)
    yield from (path for folder in _folders(out / PICTURES) for path in folder.glob("*.png"))
    for top in _folders(out / PRODUCTS):
        for folder in (top, *(one for path in sorted(top.iterdir()) for one in _folders(path))):
            if folder != products and (made := manifest.read(folder)):
                yield from (folder / entry.file for entry in made.entries)
                yield folder / manifest.NAME


def _folders(path: Path) -> Iterator[Path]:
    """Yield *path* if it is a folder, and no link to one."""
    if path.is_dir() and not path.is_symlink():
        yield path
