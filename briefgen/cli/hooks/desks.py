"""Desks of a tree, written to a temporary folder to be worked on there."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from briefgen import desk as desks
from briefgen.desk import SETTINGS, Desk
from briefgen.errors import SettingsError
from briefgen.folders import leads_out
from briefgen.git import Repository


def folders(repository: Repository, tree: str) -> list[PurePosixPath]:
    """Return the folders of desks in a tree or commit."""
    return repository.folders_with(tree, SETTINGS)


@contextlib.contextmanager
def written(repository: Repository, tree: str, folder: PurePosixPath) -> Iterator[Desk]:
    """Yield the desk in a *folder* of a tree; the working folder is what stands for the top of the repository.

    So findings name files as git does. Raises SettingsError for settings that cannot be used.
    """
    with TemporaryDirectory(prefix="briefgen-") as made:
        top = Path(os.path.realpath(made))
        root = top / folder
        root.mkdir(parents=True, exist_ok=True)
        repository.write(repository.files(tree, folder), root)
        with contextlib.chdir(top):
            if leads_out(root / SETTINGS, root):
                raise SettingsError(f"GIT003 {folder / SETTINGS} is a link that leads out of the desk — push a file")
            yield desks.at(root)
