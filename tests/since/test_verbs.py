"""`build --since` and `check --since`, as a user runs them."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from briefgen.cli import app
from tests.since.repository import begin, commit, edit

SHEET = "briefgen: 1\nproduct: {id: GOOD-%d, title: A good sheet, time: 2024-02-02, handling: TLP:CLEAR}\n"
WRONG = "nonsense: 1\n"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    (tmp_path / "briefgen.toml").write_text('[build]\nformats = ["csv"]\n')
    (tmp_path / "briefs").mkdir()
    for number in (1, 2, 3):
        (tmp_path / f"briefs/{number}.yaml").write_text(SHEET % number)
    begin(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def briefgen(*arguments):
    done = CliRunner().invoke(app, arguments)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


def files(desk):
    return [entry["file"] for entry in json.loads((desk / "dist/manifest.json").read_text())["files"]]


def test_a_build_since_a_revision_makes_what_is_affected_and_removes_what_is_gone(desk):
    assert briefgen("build", "-q").exit_code == 0
    edit(desk / "briefs/1.yaml", "A good", "A better")
    (desk / "briefs/2.yaml").unlink()
    told = briefgen("build", "--since", "HEAD").stderr.splitlines()

    assert told[:2] == ["gone briefs/2.yaml (GOOD-2)", "since HEAD: 1 of 2 sheets"]
    assert "removed from dist: good-2.events.csv — no sheet makes them any more" in told
    assert files(desk) == ["good-1.events.csv", "good-3.events.csv"]


def test_all_sheets_may_be_gone(desk):
    briefgen("build", "-q")
    (desk / "briefs/keep").touch()
    for path in (desk / "briefs").glob("*.yaml"):
        path.unlink()
    done = briefgen("build", "--since", "HEAD")
    assert done.exit_code == 0
    assert "since HEAD: 0 of 0 sheets" in done.stderr
    assert files(desk) == []


def test_nothing_that_differs_is_nothing_to_build(desk):
    done = briefgen("build", "--since", "HEAD")
    assert (done.exit_code, done.stderr) == (0, "since HEAD: 0 of 3 sheets\n")
    assert not (desk / "dist").exists()
    assert briefgen("build", "--since", "HEAD", "-q").stderr == ""


def test_a_check_since_a_revision_tells_of_what_is_affected(desk):
    (desk / "briefs/1.yaml").write_text(SHEET % 1 + WRONG)
    commit(desk)
    edit(desk / "briefs/2.yaml", "A good", "A better")
    done = briefgen("check", "--since", "HEAD~1")
    assert done.exit_code == 1
    assert "since HEAD~1: 2 of 3 sheets" in done.stderr
    assert "2 sheets: 1 error" in done.stderr

    (desk / "briefs/1.yaml").write_text(SHEET % 1)
    assert briefgen("check", "--since", "HEAD~1").exit_code == 0


def test_a_theme_that_cannot_be_used_has_every_sheet_checked(desk):
    (desk / "briefgen.toml").write_text('[desk]\ntheme = "nowhere.toml"\n')
    done = briefgen("check", "--since", "HEAD")
    assert "THM001" in done.stderr
    assert "3 sheets: 1 error" in done.stderr


def test_a_revision_that_is_not_there_is_usage(desk):
    for verb in ("build", "check"):
        with pytest.raises(Exception, match="REV003 there is no revision v9"):
            briefgen(verb, "--since", "v9")
