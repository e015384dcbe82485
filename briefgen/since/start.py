"""Where a comparison starts: a revision of the repository that the desk lies in, written beside it as far as needed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from briefgen import desk as desks
from briefgen.build.cache.engine import PACKAGE
from briefgen.build.cache.things import told
from briefgen.desk import Desk
from briefgen.errors import SettingsError
from briefgen.git import HEAD, File, Repository
from briefgen.resources import templates_folder
from briefgen.sides import PASSED_OVER
from briefgen.since.blobs import Blobs
from briefgen.since.since import Past, Since

#: Bytes that are written of a file which no sheet reads: a logo has no more.
READ = 200_000


@contextmanager
def since(asked: str, desk: Desk, paths: Sequence[Path] | None = None) -> Iterator[Since]:
    """Yield what compares a *desk* with itself as it was at the revision *asked*; *paths* are what of it is built.

    Of a range, it is the beginning. Raises SettingsError for a revision that is not there, or no end of a range.
    """
    repository = Repository.around(desk.root)
    with comparing(repository, _tree(repository, asked), _inside(repository, desk.root), desk, paths) as compared:
        yield compared


@contextmanager
def comparing(
    repository: Repository,
    tree: str | None,
    folder: PurePosixPath | None,
    desk: Desk,
    paths: Sequence[Path] | None = None,
) -> Iterator[Since]:
    """Yield what compares a *desk* with the *folder* of a *tree*; with nothing, where there is none of them."""
    files = repository.files(tree, folder) if tree and folder is not None else ()
    kind = "sha256" if len(tree or "") == 64 else "sha1"
    named = tuple(told(os.path.normpath(path.absolute()), desk.root) for path in paths) if paths else None
    with TemporaryDirectory(prefix="briefgen-") as made:
        root = Path(os.path.realpath(made))
        home = _written(repository, files, root) if files else None
        past = Past(home, named, Blobs(root, kind, _objects(repository, tree, folder) if folder is not None else {}))
        yield Since(desk, Blobs(desk.root, kind), past, _is_another(repository, tree, kind))


def _tree(repository: Repository, asked: str) -> str | None:
    """Return the tree that *asked* begins with; None if it begins with nothing: before the first commit."""
    start = repository.beginning(asked)
    return None if repository.is_before_all(start) else repository.tree(start)


def _inside(repository: Repository, folder: Path) -> PurePosixPath | None:
    """Return where a folder is, seen from the top of the repository; None if it is not in it."""
    real, top = Path(os.path.realpath(folder)), os.path.realpath(repository.top)
    return PurePosixPath(real.relative_to(top)) if real.is_relative_to(top) else None


def _written(repository: Repository, files: Sequence[File], root: Path) -> Desk | None:
    """Write files of a desk below *root*, of large ones that no sheet reads the names; None if it cannot be used."""
    for file in filter(_is_named_only, files):
        (root / file.path).parent.mkdir(parents=True, exist_ok=True)
        (root / file.path).touch()
    repository.write([one for one in files if not _is_named_only(one)], root)
    try:
        return desks.at(root)
    except SettingsError:
        return None


def _is_named_only(file: File) -> bool:
    return file.path.suffix.lower() in PASSED_OVER and file.bytes > READ and not file.is_link


def _is_another(repository: Repository, tree: str | None, kind: str) -> bool:
    """Return whether the briefgen that runs is kept in the repository, and was another then."""
    for folder in (PACKAGE, templates_folder()):
        if inside := _inside(repository, folder):
            then, head = (_objects(repository, one, inside) for one in (tree, HEAD))
            blobs = Blobs(folder, kind)
            if any(then.get(one) != blobs.hash(folder / one) for one in then.keys() | head.keys()):
                return True
    return False


def _objects(repository: Repository, tree: str | None, folder: PurePosixPath) -> dict[str, str]:
    """Return the files of a folder of a tree, but links, by path, as the objects that they are."""
    files = repository.files(tree, folder) if tree else ()
    return {file.path.as_posix(): file.object for file in files if not file.is_link}
