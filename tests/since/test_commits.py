"""Thirty commits: for each, the sheets that `--since` takes are those whose products are others now."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import chdir
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

import pytest
from typer.testing import CliRunner

from briefgen import desk
from briefgen.build.order import Order
from briefgen.cli import app
from briefgen.cli.options import search
from briefgen.since.start import since
from briefgen.theme import choose
from tests.build import runs, thirty
from tests.since.commits import COMMITS, FEW, GONE, SHEETS, UNREADABLE, UNSEEN
from tests.since.repository import begin, commit, git

#: How many commits a shallow clone has in which the start of every change is the last: a merge is of two branches.
DEPTH = 4
#: What became of each product of a sheet, and the hash of its bytes.
Made: TypeAlias = dict[str, list[tuple[str, str | None]]]


def seen(root: Path, workers: runs.Watched, built: Path) -> Made:
    """Return what a build of everything makes of each sheet; nothing has been made before in a new folder."""
    built.mkdir(exist_ok=True)
    reports = runs.build(root, workers, built / "out", built / "cache")
    return {
        report.sheet: [(one.status, one.entry.sha256 if one.entry else None) for one in report.results]
        for report in reports
    }


def affected(root: Path, revision: str) -> tuple[set[str], set[str]]:
    """Return the sheets that are affected, and those that are gone."""
    home = desk.find(root)
    with since(revision, home) as compared:
        split = compared.split(search(None, home), Order(root / "dist", theme=choose(home)))
    return set(map(str, split.affected)), {one.path for one in split.gone}


def made(revision: str, out: Path) -> Made:
    """Return what `briefgen build --since` makes of each sheet, by the bytes that lie in a new folder then."""
    done = CliRunner().invoke(app, ["build", "--since", revision, "--force", "--json", "--out", str(out)])
    results = map(json.loads, done.stdout.splitlines())
    found: Made = {}
    for one in results:
        file = one["file"] and out / one["file"]
        found.setdefault(one["sheet"], []).append((one["status"], file and sha256(file.read_bytes()).hexdigest()))
    assert done.exit_code == any(status != "built" for those in found.values() for status, _ in those)
    return found


def in_a_shallow_clone(root: Path, revision: str, clone: Path) -> set[str]:
    """Return the sheets that are affected in a clone that has no commit before that *revision*."""
    git("clone", "-q", f"--depth={DEPTH}", f"file://{root}", str(clone), cwd=root)
    with chdir(clone):
        return affected(clone, revision)[0]


def play(
    names: Sequence[str], folder: Path, monkeypatch: pytest.MonkeyPatch, built: str = "built"
) -> Iterator[tuple[str, Made]]:
    """Commit one change after the other; everything is built each time, into a folder whose name may have a number.

    Yields, for each, the commit before it, and the sheets that are affected with what a build makes of them.
    """
    root = Path(os.path.realpath(folder)) / "desk"
    thirty.make(root, SHEETS)
    begin(root)
    monkeypatch.chdir(root)
    with runs.watched(folder) as workers:
        before = seen(root, workers, folder / built.format("start"))
        for number, name in enumerate(names):
            start = git("rev-parse", "HEAD", cwd=root)
            COMMITS[name](root)
            now = seen(root, workers, folder / built.format(number))
            expected = {sheet for sheet, those in now.items() if before.get(sheet) != those}
            dirty, gone = affected(root, start)
            commit(root)
            found, _ = affected(root, start)
            assert found == dirty, name
            assert found >= expected, name
            assert found == UNSEEN.get(name, expected), name
            assert gone == (before.keys() - now.keys() if name in GONE else set())
            assert not affected(root, "HEAD")[0] or name == UNREADABLE
            yield start, {sheet: now[sheet] for sheet in found}
            before = now


def test_a_few_commits(tmp_path, monkeypatch):
    assert len(list(play(FEW, tmp_path, monkeypatch))) == len(FEW)


@pytest.mark.slow
def test_thirty_commits(tmp_path, monkeypatch):
    """The command makes the same bytes of what is affected, and nothing else; a shallow clone has the same affected."""
    for number, (start, found) in enumerate(play(tuple(COMMITS), tmp_path, monkeypatch, "built-{}")):
        assert made(start, tmp_path / f"made-{number}") == found
        assert in_a_shallow_clone(Path.cwd(), start, tmp_path / f"clone-{number}") == found.keys()
    assert number == 29
