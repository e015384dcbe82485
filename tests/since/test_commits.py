"""Thirty commits: for each, the sheets that `--since` takes are those whose products are others now."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from briefgen import desk
from briefgen.build.order import Order
from briefgen.cli.options import search
from briefgen.since.start import since
from briefgen.theme import choose
from tests.build import runs, thirty
from tests.since.commits import COMMITS, FEW, GONE, UNREADABLE, UNSEEN
from tests.since.repository import begin, commit, git


def seen(root: Path, workers: runs.Watched, built: Path) -> dict[str, object]:
    """Return what a build of everything makes of each sheet; nothing has been made before in a new folder."""
    built.mkdir(exist_ok=True)
    reports = runs.build(root, workers, built / "out", built / "cache")
    return {
        report.sheet: [(one.status, one.entry and one.entry.sha256) for one in report.results] for report in reports
    }


def affected(root: Path, revision: str) -> tuple[set[str], set[str]]:
    """Return the sheets that are affected, and those that are gone."""
    home = desk.find(root)
    with since(revision, home) as compared:
        split = compared.split(search(None, home), Order(root / "dist", theme=choose(home)))
    return set(map(str, split.affected)), {one.path for one in split.gone}


def play(names: Sequence[str], folder: Path, monkeypatch: pytest.MonkeyPatch, built: str = "built") -> None:
    """Commit one change after the other; everything is built each time, into a folder whose name may have a number."""
    root = Path(os.path.realpath(folder)) / "desk"
    thirty.make(root, 10)
    begin(root)
    monkeypatch.chdir(root)
    with runs.watched(folder) as workers:
        before = seen(root, workers, folder / built.format("start"))
        for number, name in enumerate(names):
            start = git("rev-parse", "HEAD", cwd=root)
            COMMITS[name](root)
            now = seen(root, workers, folder / built.format(number))
            expected = {sheet for sheet, made in now.items() if before.get(sheet) != made}
            dirty, gone = affected(root, start)
            commit(root)
            found, _ = affected(root, start)
            assert found == dirty, name
            assert found >= expected, name
            assert found == expected or name in UNSEEN, name
            assert gone == (before.keys() - now.keys() if name in GONE else set())
            assert not affected(root, "HEAD")[0] or name == UNREADABLE
            before = now


def test_a_few_commits(tmp_path, monkeypatch):
    play(FEW, tmp_path, monkeypatch)


@pytest.mark.slow
def test_thirty_commits(tmp_path, monkeypatch):
    play(tuple(COMMITS), tmp_path, monkeypatch, "built-{}")
