"""`briefgen diff` in real repositories: which sides are compared, what is told of them, and what never is."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

from briefgen.cli import app
from briefgen.errors import SettingsError

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "changes.schema.json").read_text("utf-8"))
SHEET = """\
briefgen: 1
product: {id: FERRY-001, title: The ferry, time: 2024-02-02, handling: TLP:GREEN}
include: [ferry/claims.yaml, {table: ferry/events.csv, columns: {id: id, when.start: day, type: type, title: title}}]
judgements:
  - {id: j-1, text: "It is {likelihood} that it stops.", likelihood: unlikely, evidence: c-stop}
gaps:
  - {id: n-red, text: A secret gap, portion: TLP:RED}
"""
CLAIMS = "claims:\n  - {id: c-stop, text: The line will stop., sources: s-amu, credibility: 3}\n"
EVENTS = "id,day,type,title\ne-bal,2024-01-30,attack,The quay falls\n"
REGISTRY = "sources:\n  - {id: s-amu, title: Report, publisher: Amu TV, reliability: C}\n"
GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"), "A"),
    **dict.fromkeys(("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "a@example.org"),
}


def git(*arguments: str, cwd: Path) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=cwd, env=os.environ | GIT, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def commit(cwd: Path, **files: str | None) -> None:
    """Commit *files*, whose names have ``__`` for a slash; None takes one away."""
    for name, text in files.items():
        path = cwd / f"{name.replace('__', '/')}"
        path = path if path.suffix else path.with_suffix(".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink() if text is None else path.write_text(text, encoding="utf-8")
    git("add", "-A", cwd=cwd)
    git("commit", "-q", "--allow-empty", "-m", "more", cwd=cwd)


@pytest.fixture
def desk(tmp_path, monkeypatch):
    desk = tmp_path / "desk"
    desk.mkdir()
    git("init", "-q", "-b", "main", cwd=desk)
    (desk / "briefgen.toml").touch()
    (desk / "briefs" / "ferry").mkdir(parents=True)
    (desk / "briefs" / "ferry" / "events.csv").write_text(EVENTS)
    commit(desk, briefs__ferry=SHEET, briefs__ferry__claims=CLAIMS, briefs__registry__sources=REGISTRY)
    monkeypatch.chdir(desk)
    monkeypatch.setenv("COLUMNS", "200")
    return desk


def diff(*arguments: str):
    done = CliRunner().invoke(app, ["diff", *arguments])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


def sentences(*arguments: str) -> list[str]:
    """Return what is told in JSON, which is as its schema says: kind and sentence of every edit."""
    printed = json.loads(diff(*arguments, "--format", "json").stdout)
    jsonschema.validate(printed, SCHEMA)
    changes = [change for one in printed["sheets"] for change in one["changes"]]
    return [
        f"{change['kind']} {edit['sentence']}" if edit else f"{change['kind']} {change['id']}"
        for change in changes
        for edit in (change["edits"] or [None])
    ]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


LIKELY = "changed j-1: likelihood unlikely → likely (higher: 55–80 % after 20–45 %)"


def test_head_is_compared_with_the_working_tree(desk):
    assert diff().stdout == "Nothing that a reader would learn differs.\n"
    edit(desk / "briefs" / "ferry.yaml", "unlikely", "likely")

    assert sentences() == sentences("HEAD") == sentences("briefs/ferry.yaml") == [LIKELY]


def test_includes_tables_and_the_registry_are_those_of_the_revision(desk):
    edit(desk / "briefs" / "ferry" / "claims.yaml", "credibility: 3", "credibility: 2")
    edit(desk / "briefs" / "ferry" / "events.csv", "2024-01-30", "2024-01-31")
    edit(desk / "briefs" / "registry" / "sources.yaml", "reliability: C", "reliability: B")
    commit(desk)
    edit(desk / "briefs" / "registry" / "sources.yaml", "reliability: B", "reliability: A")

    assert sentences("HEAD~1", "HEAD") == [
        "changed e-bal: when 30 January 2024 → 31 January 2024",
        "changed c-stop: credibility 3 → 2 (probably true, before: possibly true)",
        "changed s-amu: reliability C → B (usually reliable, before: fairly reliable)",
    ]
    assert sentences("HEAD") == ["changed s-amu: reliability B → A (completely reliable, before: usually reliable)"]


@pytest.mark.parametrize(
    "sides",
    [
        ("HEAD~1", "briefs/ferry.yaml"),
        ("HEAD~1:briefs/ferry.yaml",),
        ("HEAD~1:briefs/ferry.yaml", "HEAD:./briefs/ferry.yaml"),
        ("HEAD~1:briefs/ferry.yaml", "main"),
        ("main^",),
        ("main~1", "main"),
        ("main~1..",),
        ("main~1..main",),
    ],
)
def test_revisions_and_files_are_written_as_git_does(desk, sides):
    commit(desk, briefs__ferry=SHEET.replace("unlikely", "likely"))

    assert sentences(*sides) == [LIKELY]


def test_three_dots_tell_what_a_branch_has_changed(desk):
    git("checkout", "-q", "-b", "topic", cwd=desk)
    commit(desk, briefs__ferry=SHEET.replace("unlikely", "likely"))
    git("checkout", "-q", "main", cwd=desk)
    commit(desk, briefs__ferry__claims=CLAIMS.replace("3", "2"))

    assert sentences("main...topic") == [LIKELY]
    assert len(sentences("main..topic")) == 2


def test_a_desk_in_a_folder_of_its_repository_and_a_repository_of_a_hook(tmp_path, desk, monkeypatch):
    top = tmp_path / "top"
    top.mkdir()
    git("init", "-q", "-b", "main", cwd=top)
    (desk / ".git").rename(tmp_path / "unused")
    desk.rename(top / "desk")
    commit(top)
    monkeypatch.chdir(top / "desk" / "briefs")
    monkeypatch.setenv("GIT_DIR", ".git")
    (top / "desk" / "briefs" / "ferry.yaml").write_text(SHEET.replace("unlikely", "likely"))

    assert (
        sentences()
        == sentences("HEAD:desk/briefs/ferry.yaml")
        == sentences("HEAD:./ferry.yaml", "ferry.yaml")
        == [LIKELY]
    )


def test_no_temporary_folder_is_named(desk, monkeypatch):
    commit(
        desk,
        briefs__ferry=SHEET.replace("c-stop}", "c-halt}"),
        briefs__copy="include: [ferry/claims.yaml, ferry/claims.yaml]\n" + SHEET.replace("include", "x"),
    )
    (desk / "temporary").mkdir()
    for folder in (None, str(desk / "temporary")):
        monkeypatch.setattr(tempfile, "tempdir", folder)
        said = diff().stderr
        assert "HEAD:briefs/ferry.yaml:" in said
        assert "HEAD:briefs/ferry/claims.yaml is in this sheet already" in said
        assert "briefgen-" not in said


def test_two_sheets_need_no_repository(desk, tmp_path, monkeypatch):
    edit(desk / "briefs" / "ferry.yaml", "unlikely", "likely")
    (desk / "briefs" / "other.yaml").write_text(SHEET)
    monkeypatch.setenv("PATH", "")

    assert sentences("briefs/other.yaml", "briefs/ferry.yaml") == [LIKELY]


def test_a_record_in_another_file_is_the_same_record(desk):
    (desk / "briefs" / "ferry" / "claims.yaml").write_text("claims: []\n")
    with (desk / "briefs" / "ferry.yaml").open("a") as sheet:
        sheet.write(CLAIMS)

    assert sentences() == []


def test_a_sheet_in_another_file_is_the_same_sheet(desk):
    git("mv", "briefs/ferry.yaml", "briefs/boat.yaml", cwd=desk)
    printed = json.loads(diff("--format", "json").stdout)

    assert [(one["before"]["path"], one["after"]["path"]) for one in printed["sheets"]] == [
        ("briefs/ferry.yaml", "briefs/boat.yaml")
    ]
    assert "briefs/ferry.yaml → briefs/boat.yaml" in diff().stdout


def test_a_new_sheet_and_a_sheet_that_is_gone(desk):
    commit(desk, briefs__ferry=None, briefs__train=SHEET.replace("FERRY-001", "TRAIN-001"))
    text = diff("HEAD~1", "HEAD").stdout

    assert "FERRY-001: removed" in text
    assert "TRAIN-001: new" in text
    assert "In numbers: Judgements: 1 new · Events: 1 new · Claims: 1 new" in text
    assert "The line will stop" not in text


def test_a_new_issue_is_compared_with_the_one_that_it_replaces(desk):
    second = SHEET.replace("unlikely", "likely").replace("id: FERRY-001", "id: FERRY-002, supersedes: FERRY-001")
    (desk / "briefs" / "second.yaml").write_text(second)

    assert LIKELY in sentences()
    assert "FERRY-002: what is new since FERRY-001" in diff().stdout


def test_a_sheet_that_does_not_parse_then_is_named_as_git_names_it_and_the_others_are_compared(desk):
    commit(desk, briefs__ferry=SHEET.replace("title:", "titel:"), briefs__train=SHEET.replace("FERRY", "TRAIN"))
    edit(desk / "briefs" / "train.yaml", "unlikely", "likely")
    (desk / "briefs" / "ferry.yaml").write_text(SHEET)
    done = diff("--format", "json")
    printed = json.loads(done.stdout)

    assert done.exit_code == 1
    assert "HEAD:briefs/ferry.yaml:2:" in done.stderr
    assert [one["after"]["id"] for one in printed["sheets"]] == ["TRAIN-001"]
    assert {one["path"] for one in printed["unread"]} == {"HEAD:briefs/ferry.yaml"}
    assert "`HEAD:briefs/ferry.yaml` cannot be read" in diff("--format", "markdown").stdout


def test_settings_that_cannot_be_used_then_are_named_as_git_names_them(desk):
    (desk / "briefgen.toml").write_text("[desk]\nnam = 1\n")
    commit(desk)
    (desk / "briefgen.toml").write_text("")
    with pytest.raises(SettingsError, match=r"HEAD:briefgen\.toml:2:1"):
        diff()


# Markings


def test_nothing_above_the_marking_is_told_or_counted(desk):
    edit(desk / "briefs" / "ferry.yaml", "A secret gap", "A deep secret that nobody may know")
    edit(desk / "briefs" / "ferry.yaml", "unlikely", "likely")

    assert "deep secret" in diff().stdout
    for form in ("text", "markdown", "json"):
        printed = diff("--max-marking", "TLP:GREEN", "--format", form).stdout
        assert "unlikely" in printed
        assert "secret" not in printed
        assert "n-red" not in printed
        assert "aps" not in printed.replace("changes", "")
    assert sentences("--max-marking", "TLP:GREEN") == [LIKELY]


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_a_record_that_is_marked_higher_now_is_only_counted(desk, form):
    more = "  - {id: c-more, label: Snow, text: Snow fell in the hills., sources: s-amu}\n"
    commit(desk, briefs__ferry__claims=CLAIMS + more, briefs__ferry=SHEET.replace("c-stop}", "[c-stop, c-more]}"))
    edit(desk / "briefs" / "ferry" / "claims.yaml", "id: c-more", "id: c-more, portion: TLP:RED")
    raised = diff("--max-marking", "TLP:GREEN", "--format", form).stdout
    (desk / "briefs" / "ferry" / "claims.yaml").write_text(CLAIMS)
    (desk / "briefs" / "ferry.yaml").write_text(SHEET)
    dropped = diff("--max-marking", "TLP:GREEN", "--format", form).stdout

    assert raised == dropped
    assert "no longer in this edition" in raised.lower()
    assert "Snow" not in raised
    assert "c-" not in raised
    assert "Snow" in diff("--format", form).stdout


def test_a_sheet_that_is_marked_higher_is_not_there_at_all(desk):
    edit(desk / "briefs" / "ferry.yaml", "unlikely", "likely")
    for arguments in ((), ("briefs/ferry.yaml",)):
        done = diff(*arguments, "--max-marking", "TLP:CLEAR")
        assert done.stdout == "Nothing that a reader would learn differs.\n"
        assert done.stderr == ""


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
@pytest.mark.parametrize("names_sides", [True, False])
def test_of_a_sheet_that_is_marked_higher_now_nothing_is_told_but_its_id(desk, form, names_sides):
    path = desk / "briefs" / "ferry.yaml"
    arguments = (*(("HEAD:briefs/ferry.yaml", "briefs/ferry.yaml") if names_sides else ()), "--format", form)
    edit(path, "TLP:GREEN", "TLP:AMBER")
    raised = diff(*arguments, "--max-marking", "TLP:GREEN")
    diff_of_desk = diff(*arguments).stdout

    assert raised.exit_code == 0
    assert "FERRY-001" in raised.stdout
    for word in ("The ferry", "it stops", "likely", "line will stop", "quay", "Amu", "2 February", "draft", "AMBER"):
        assert word not in raised.output
    assert "The ferry" in diff_of_desk
    if form == "json":
        (told,) = json.loads(raised.stdout)["sheets"]
        jsonschema.validate(json.loads(raised.stdout), SCHEMA)
        assert (told["after"], told["changes"], told["marking"]) == (None, [], None)
    else:
        assert "FERRY-001: no longer in this edition" in raised.stdout


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_whether_a_sheet_was_dropped_or_raised_is_not_told(desk, form):
    path = desk / "briefs" / "ferry.yaml"
    edit(path, "TLP:GREEN", "TLP:AMBER")
    raised = diff("--max-marking", "TLP:GREEN", "--format", form).stdout
    path.unlink()
    dropped = diff("--max-marking", "TLP:GREEN", "--format", form).stdout

    assert raised == dropped
    assert "FERRY-001" in raised


def test_of_a_sheet_that_cannot_be_read_nothing_is_told_to_those_who_may_not_see_all(desk):
    edit(desk / "briefs" / "ferry.yaml", "likelihood: unlikely", "likelihood: secret-term-of-red, secretkey: 1")
    for form in ("text", "markdown", "json"):
        done = diff("--max-marking", "TLP:RED", "--format", form)
        assert done.exit_code == 1
        assert "REV007" in done.stderr
        assert "secret" not in done.output
        assert "ferry" not in done.stdout


def test_a_label_that_is_none(desk):
    with pytest.raises(SettingsError, match="SET018"):
        diff("--max-marking", "GREEN")


# What cannot be compared


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere",), "REV003 there is no revision nowhere"),
        (("HEAD", "HEAD~9"), "REV003 there is no revision HEAD~9"),
        (("briefs/nothing.yaml",), "REV003 briefs/nothing.yaml is neither a sheet nor a revision"),
        (("briefs",), "REV003 briefs is neither a sheet nor a revision"),
        (("HEAD:briefs/nothing.yaml",), "REV003 HEAD has no file briefs/nothing.yaml"),
        (("HEAD:../../etc/passwd.yaml",), "REV003 .* lies outside the desk"),
    ],
)
def test_what_is_not_there_is_said(desk, arguments, said):
    with pytest.raises(SettingsError, match=said):
        diff(*arguments)


def test_a_revision_is_never_an_option(desk):
    with pytest.raises(SettingsError, match="REV003 there is no revision --output=x"):
        diff("--", "--output=x")
    assert not (desk / "x").exists()


def test_a_user_gets_text_and_exit_code_0(briefgen, desk):
    edit(desk / "briefs" / "ferry.yaml", "unlikely", "likely")
    done = briefgen("diff", cwd=desk)

    assert done.returncode == 0
    assert "· Raised from unlikely (20–45 %) to likely (55–80 %): that it stops." in done.stdout
    assert "\x1b" not in done.stdout


def test_colours_that_are_asked_for_pass_a_pipe(briefgen, desk, monkeypatch):
    edit(desk / "briefs" / "ferry" / "claims.yaml", "The line will stop.", "The line will soon stop at the quay.")
    monkeypatch.setenv("FORCE_COLOR", "1")

    assert "\x1b[" in briefgen("diff", cwd=desk).stdout


def test_a_note_can_be_had_alone_and_json_has_none(desk):
    (desk / "briefs" / "ferry.yaml").write_text(
        SHEET.replace("unlikely", "likely") + "  - {id: n-2, text: Whose it is}\n"
    )

    assert "In numbers" in diff().stdout
    assert "In numbers" not in diff("--note").stdout
    assert "Judged differently" in diff("--note").stdout
    refused = diff("--note", "--format", "json")
    assert refused.exit_code == 2
    assert refused.stdout == ""
    assert "JSON has no note" in " ".join(refused.stderr.split())


def test_a_note_alone_for_readers_outside_tells_nothing_that_is_marked_higher(desk):
    (desk / "briefs" / "ferry.yaml").write_text(SHEET.replace("A secret gap", "A secret question"))

    assert "secret" in diff("--note").stdout
    assert diff("--note", "--max-marking", "TLP:GREEN").stdout.strip() == "Nothing that a reader would learn differs."
