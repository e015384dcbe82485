"""Paths as a code host knows them: from the top of the repository, wherever the command was run."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path


class Repository:
    """The folder that the host shows files of: the repository, else the workspace of the job, else the current one."""

    def __init__(self) -> None:
        here = Path.cwd()
        tops = [folder for folder in (here, *here.parents) if (folder / ".git").exists()][:1]
        workspace = os.environ.get("GITHUB_WORKSPACE")
        self._folders = [*tops, *([Path(workspace).resolve()] if workspace else []), here]

    def path(self, shown: str) -> Path:
        """Return the path from the top of what a finding calls *shown*; an absolute path for a file outside."""
        ways = list(_ways(Path(shown)))
        inside = (way.relative_to(top) for top in self._folders for way in ways if way.is_relative_to(top))
        return next(inside, ways[0])


def _ways(path: Path) -> Iterator[Path]:
    """Yield the file's address as it was written, and the one that it has when links in its folder are followed."""
    yield Path(os.path.abspath(path))  # noqa: PTH100 -- a link in the repository is annotated as itself
    yield Path(os.path.realpath(path.parent)) / path.name
