"""`post-receive`: the products of the branch that is published, as it is after a push."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath

import typer

from briefgen import flow
from briefgen.build import lock, manifest
from briefgen.build.cache import Ledger
from briefgen.build.order import Order
from briefgen.build.report import Report
from briefgen.cli.build import follow, unmade
from briefgen.cli.executors import LOCAL, chosen
from briefgen.cli.hooks import desks
from briefgen.cli.options import search
from briefgen.cli.voice import Voice
from briefgen.desk import Desk
from briefgen.errors import SettingsError
from briefgen.folders import is_folder
from briefgen.git import ZEROS, Repository
from briefgen.theme import choose

#: Where the cache of the builds is kept, in the repository.
KEPT = "briefgen"
#: What `git config briefgen.templates` may say of a desk that has templates of its own.
TEMPLATES = ("pushed", "shipped")


def publish(pushed: Iterable[str]) -> bool:
    """Build the branch that is published, if it is among those that were *pushed*; return whether something failed.

    One push at a time does so, and what it builds is the branch as it is then: so the last one wins, in whatever order
    they come. Raises SettingsError for a repository that does not say where to.
    """
    repository = Repository.holding(Path.cwd())
    branch = _branch(repository)
    hashes = [line.split()[1] for line in pushed if line.split()[2:] == [branch]]
    if not hashes:
        _tell_if_lacking(repository, branch)
        return False
    if all(map(ZEROS.fullmatch, hashes)):
        _say(f"{branch} is deleted; what was published stays")
        return False
    out, kept = _out(repository), repository.folder / KEPT
    kept.mkdir(exist_ok=True)
    with lock.alone(kept):
        commit = repository.commit(branch)
        with desks.written(repository, commit, _desk(repository, commit)) as home:
            return _built(_trusted(home, repository), out, kept)


def _tell_if_lacking(repository: Repository, branch: str) -> None:
    """Say that nothing is published while there is no branch to publish; another branch is nobody's concern."""
    try:
        repository.commit(branch)
    except SettingsError:
        name = branch.removeprefix("refs/heads/")
        _say(f"nothing is published: {name} is, and there is none — push it, or git config briefgen.branch NAME")


def _built(home: Desk, out: Path, kept: Path) -> bool:
    """Build a desk into the folder *out*; return whether something failed. What fails leaves its old file there."""
    sheets = search(None, home) if is_folder(home.briefs) else []
    order = Order(out, theme=choose(home))
    before = manifest.read(out)
    voice = Voice(out, None, _say, as_json=False, explain=False, quiet=False)
    with Ledger(kept) as ledger, chosen(LOCAL, None, home) as pool:
        reports = _errors_alone(flow.build(sheets, home, order, pool, ledger))
        told = follow(reports, voice, lambda: None, fail_fast=False)
    if before:
        voice.tell_removed(manifest.remove(out, unmade(before, told.sheets)))
    return bool(told.failures)


def _errors_alone(reports: Iterable[Report]) -> Generator[Report, None, None]:
    """Yield the reports without warnings: whoever pushes has seen them, or can with `briefgen check`."""
    for report in reports:
        yield replace(report, findings=tuple(one for one in report.findings if one.severity == "error"))


def _branch(repository: Repository) -> str:
    name = repository.config("briefgen.branch")
    return f"refs/heads/{name.removeprefix('refs/heads/')}" if name else repository.branch


def _out(repository: Repository) -> Path:
    out = repository.config("briefgen.out")
    if not out:
        said = "this repository does not say where to publish"
        raise SettingsError(f"GIT002 {said} — git -C {repository.top} config briefgen.out FOLDER")
    return repository.top / Path(out).expanduser()


def _desk(repository: Repository, commit: str) -> PurePosixPath:
    """Return the folder of the desk that is published."""
    named, found = repository.config("briefgen.desk"), desks.folders(repository, commit)
    if named:
        return PurePosixPath(named)
    if len(found) != 1:
        said = f"there are {len(found)} desks (folders with briefgen.toml) in what was pushed"
        raise SettingsError(f"GIT002 {said} — git -C {repository.top} config briefgen.desk FOLDER")
    return found[0]


def _trusted(home: Desk, repository: Repository) -> Desk:
    """Return the desk with the templates that may be used."""
    *own, shipped = home.templates
    says = repository.config("briefgen.templates")
    if says not in (None, *TEMPLATES):
        raise SettingsError(f"GIT003 briefgen.templates is {says} — one of {', '.join(TEMPLATES)}")
    if own and says is None:
        said = "the desk has templates of its own, and this repository does not say whether they may be used"
        raise SettingsError(f"GIT003 {said} — git -C {repository.top} config briefgen.templates pushed, or shipped")
    return home if says == "pushed" else replace(home, templates=(shipped,))


def _say(line: str) -> None:
    typer.echo(line, err=True)
