"""`pre-commit`: what is wrong with the sheets that a commit can change, as they are staged."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from briefgen.cli.check import reviewed
from briefgen.cli.hooks import desks
from briefgen.cli.options import cores, search
from briefgen.cli.since import to_check
from briefgen.findings import Finding
from briefgen.folders import is_folder
from briefgen.git import HEAD, Repository
from briefgen.since.start import comparing


def errors() -> list[Finding]:
    """Return the errors in sheets that would be others after a commit of what is staged, sorted by place.

    Raises SettingsError for settings of a desk that cannot be used.
    """
    repository = Repository.around(Path.cwd())
    index, head = repository.staged(), repository.subtree(HEAD, PurePosixPath())
    changed = [
        folder
        for folder in desks.folders(repository, index)
        if not head or repository.subtree(index, folder) != repository.subtree(head, folder)
    ]
    return sorted(one for folder in changed for one in _errors(repository, index, head, folder))


def _errors(repository: Repository, index: str, head: str | None, folder: PurePosixPath) -> list[Finding]:
    with desks.written(repository, index, folder) as home:
        sheets = search(None, home) if is_folder(home.briefs) else []
        split = to_check(comparing(repository, head, folder, home), home, sheets)
        mine = [path for path in split.affected if path not in split.unread]  # what others left broken stops nobody
        return [one for one in reviewed(mine, home, None, cores()).findings if one.severity == "error"]
