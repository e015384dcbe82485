"""`briefgen ci`: what it reports to which host, what it takes of a stranger, and that no sheet gives it orders."""

from __future__ import annotations

import json
import os
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner

from briefgen import thumbnails
from briefgen.build.manifest import Entry
from briefgen.build.report import Report, Result
from briefgen.cli import app, hosts, summary
from briefgen.cli.formats import Outcome
from briefgen.cli.hosts import github
from briefgen.cli.summary import Run
from briefgen.findings import Finding, Mark
from tests.calling import call
from tests.cli.test_diff import commit, edit, git

SHEET = """\
briefgen: 1
product: {id: FERRY-001, title: The ferry, time: 2024-02-02, handling: {tlp: TLP:GREEN}, portion: TLP:CLEAR}
sources:
  - {id: s-amu, title: Report, publisher: Amu TV, access: seen, portion: TLP:CLEAR}
claims:
  - {id: c-stop, text: The line will stop., sources: s-amu, portion: TLP:CLEAR}
  - {id: c-secret, text: The night watch has left., sources: s-amu}
judgements:
  - {id: j-1, text: "It is {likelihood} that it stops.", likelihood: unlikely, evidence: c-stop, portion: TLP:CLEAR}
"""
FORK, TRUNK = "stranger/desk", "owner/desk"


@pytest.fixture
def desk(tmp_path):
    desk = tmp_path / "desk"
    desk.mkdir()
    git("init", "-q", "-b", "main", cwd=desk)
    (desk / "briefgen.toml").touch()
    commit(desk, briefs__ferry=SHEET)
    return desk


def ci(desk: Path, *arguments: str, **environment: object):
    """Call the command as a service does, with nothing of the environment of these tests but what Python needs."""
    given = {name: value for name, value in os.environ.items() if not name.startswith(("CI", "GIT"))}
    env = given | {name: str(value) for name, value in environment.items()}
    return call("ci", "--format", "html", *arguments, cwd=desk, env=env)


def on_github(desk: Path, name: str, event: object) -> dict[str, object]:
    """Return the variables that GitHub sets, with files beside the desk."""
    (desk.parent / "event.json").write_text(json.dumps(event))
    for file in ("summary", "output"):
        (desk.parent / file).touch()
    return {
        "GITHUB_ACTIONS": "true",
        "GITHUB_EVENT_NAME": name,
        "GITHUB_EVENT_PATH": desk.parent / "event.json",
        "GITHUB_STEP_SUMMARY": desk.parent / "summary",
        "GITHUB_OUTPUT": desk.parent / "output",
        "GITHUB_WORKSPACE": desk,
        "GITHUB_SERVER_URL": "https://code.example",
        "GITHUB_REPOSITORY": TRUNK,
        "GITHUB_SHA": git("rev-parse", "HEAD", cwd=desk),
    }


def pull(base: str, head: str = FORK) -> dict[str, object]:
    """Return the event of a pull request from *head*."""
    sides = {"base": {"sha": base, "repo": {"full_name": TRUNK}}, "head": {"repo": {"full_name": head}}}
    return {"pull_request": sides}


def outputs(desk: Path) -> dict[str, str]:
    return dict(line.split("=", 1) for line in (desk.parent / "output").read_text().splitlines())


# --- hosts


def test_in_a_shell_the_last_commit_is_built_compared_and_reported(desk):
    edit(desk / "briefs" / "ferry.yaml", "unlikely", "likely")
    commit(desk)
    done = ci(desk, "--format", "pdf")
    made = desk / "dist" / "ci"
    said = (made / "summary.md").read_text()

    assert done.returncode == 0, done.stdout + done.stderr
    assert "built dist/ci/products/ferry-001.pdf" in done.stdout
    assert "#### Judged differently" in said
    assert "Raised from unlikely (20–45 %) to likely (55–80 %)" in said
    assert said.index("## Products") < said.index("## What changed")
    assert "| `ferry-001.pdf` | situation-update | TLP:GREEN |" in said
    assert {path.name for path in made.iterdir()} == {
        *("summary.md", "changes.md", "changes.json", "findings.sarif", "junit.xml", "codequality.json"),
        *("products", "thumbnails"),
    }
    assert ET.parse(made / "junit.xml").getroot().tag == "testsuites"
    with Image.open(made / "thumbnails" / "ferry-001.png") as picture:
        assert picture.width == 480


def test_github_gets_annotations_a_summary_and_outputs(desk):
    before = git("rev-parse", "HEAD", cwd=desk)
    (desk / "briefs" / "bad.yaml").write_text("briefgen: 1\nproduct: {id: BAD-1, titel: x, time: 2024-02-02}\n")
    commit(desk, briefs__ferry=SHEET.replace("unlikely", "likely"))
    done = ci(desk, **on_github(desk, "push", {"before": before}))
    said, commit_now = (desk.parent / "summary").read_text(), git("rev-parse", "HEAD", cwd=desk)

    assert done.returncode == 1
    assert "\n::error file=briefs/bad.yaml,line=2,col=22,title=SHT001::" in done.stdout
    assert f"[`briefs/bad.yaml:2`](https://code.example/{TRUNK}/blob/{commit_now}/briefs/bad.yaml#L2)" in said
    assert "Raised from unlikely (20–45 %) to likely (55–80 %)" in said
    assert f"From `{before[:12]}` to `{commit_now[:12]}`." in said
    assert outputs(desk)["manifest"] == "dist/ci/products/manifest.json"
    assert (desk / outputs(desk)["manifest"]).is_file()
    assert json.loads(outputs(desk)["changed"]) == ["briefs/ferry.yaml"]
    assert json.loads(outputs(desk)["findings"])["error"] == 2


@pytest.mark.slow
def test_gitlab_gets_a_code_quality_report(desk):
    before = git("rev-parse", "HEAD", cwd=desk)
    commit(desk, briefs__bad="briefgen: 1\nproduct: {id: BAD-1, titel: x, time: 2024-02-02}\n")
    commit(desk)
    done = ci(desk, GITLAB_CI="true", CI_MERGE_REQUEST_DIFF_BASE_SHA=before, CI_PROJECT_URL="https://lab.example/d")
    issues = json.loads((desk / "dist" / "ci" / "codequality.json").read_text())

    assert done.returncode == 1
    assert "briefs/bad.yaml:2:22: error SHT001" in done.stdout
    assert {"path": "briefs/bad.yaml", "lines": {"begin": 2}} in [one["location"] for one in issues]
    assert {one["severity"] for one in issues} <= {"major", "minor", "info"}
    assert len({one["fingerprint"] for one in issues}) == len(issues)


def test_everything_in_the_first_commit_is_new(desk):
    done = ci(desk, **on_github(desk, "push", {"before": "0" * 40}))
    said = (desk / "dist" / "ci" / "summary.md").read_text()

    assert done.returncode == 0, done.stdout + done.stderr
    assert "From `before the first commit` to" in said
    assert "FERRY-001: new" in said
    assert "REV003" not in said
    assert json.loads(outputs(desk)["changed"]) == ["briefs/ferry.yaml"]


@pytest.mark.slow
def test_a_range_begins_where_both_parted_and_the_first_commit_with_nothing(desk):
    assert "FERRY-001: new" in summed_up(desk, "HEAD~1")
    git("checkout", "-q", "-b", "topic", cwd=desk)
    commit(desk, briefs__ferry=SHEET.replace("unlikely", "likely"))
    git("checkout", "-q", "main", cwd=desk)
    commit(desk, briefs__other=SHEET.replace("FERRY", "OTHER"))
    git("checkout", "-q", "topic", cwd=desk)
    said = summed_up(desk, "main...HEAD")

    assert "Raised from unlikely (20–45 %) to likely (55–80 %)" in said
    assert "OTHER" not in said
    assert "OTHER-001: removed" in summed_up(desk, "main")


def summed_up(desk: Path, since: str) -> str:
    """Return the summary of a run that is compared with a revision."""
    done = ci(desk, "--since", since)
    assert done.returncode == 0, done.stdout + done.stderr
    return (desk / "dist" / "ci" / "summary.md").read_text()


@pytest.mark.slow
def test_without_a_repository_it_says_that_nothing_was_compared(desk):
    for path in sorted((desk / ".git").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (desk / ".git").rmdir()
    done = ci(desk)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "Not compared: REV002" in (desk / "dist" / "ci" / "summary.md").read_text()


def test_what_stops_it_is_told_where_it_stands(desk):
    (desk / "briefgen.toml").write_text("[desk]\nnames = 'x'\n")
    done = ci(desk, **on_github(desk, "push", {}))

    assert done.returncode == 2
    assert "::error file=briefgen.toml,line=2,col=1,title=SET002::" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("environment", "base", "foreign"),
    [
        ({}, "HEAD~1", False),
        ({"GITLAB_CI": "true"}, "HEAD~1", False),
        ({"GITLAB_CI": "true", "CI_COMMIT_BEFORE_SHA": "abc"}, "abc", False),
        ({"GITLAB_CI": "true", "CI_COMMIT_BEFORE_SHA": "0" * 40}, "HEAD~1", False),
        ({"GITLAB_CI": "true", "CI_MERGE_REQUEST_DIFF_BASE_SHA": "def", "CI_COMMIT_BEFORE_SHA": "abc"}, "def", False),
        (
            {
                "GITLAB_CI": "true",
                "CI_MERGE_REQUEST_DIFF_BASE_SHA": "def",
                "CI_MERGE_REQUEST_PROJECT_ID": "1",
                "CI_MERGE_REQUEST_SOURCE_PROJECT_ID": "2",
            },
            "def",
            True,
        ),
        ({"GITHUB_ACTIONS": "true"}, "HEAD~1", False),
        ({"GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "pull_request"}, "HEAD~1", True),
    ],
)
def test_a_host_says_what_is_compared_and_whether_it_comes_from_outside(environment, base, foreign):
    host = hosts.here(environment)

    assert (host.base, host.is_foreign) == (base, foreign)


@pytest.mark.parametrize(
    ("event", "base", "foreign"),
    [
        (pull("abc"), "abc", True),
        (pull("abc", TRUNK), "abc", False),
        ({"pull_request": {"base": {"sha": "abc"}, "head": {"repo": None}}}, "abc", True),
        ({"pull_request": "abc"}, "HEAD~1", True),
        ([], "HEAD~1", True),
    ],
    ids=str,
)
def test_the_event_of_a_pull_request_says_where_it_comes_from(event, base, foreign, tmp_path):
    (tmp_path / "desk").mkdir()
    (tmp_path / "event.json").write_text(json.dumps(event))
    host = github.GitHub({"GITHUB_EVENT_NAME": "pull_request", "GITHUB_EVENT_PATH": str(tmp_path / "event.json")})

    assert (host.base, host.is_foreign) == (base, foreign)


@pytest.mark.parametrize("event", [{"before": "0" * 40}, {"merge_group": {"base_sha": "HEAD~1"}}])
def test_events_without_a_commit_before_are_compared_with_the_last(event, tmp_path):
    (tmp_path / "event.json").write_text(json.dumps(event))

    assert github.GitHub({"GITHUB_EVENT_PATH": str(tmp_path / "event.json")}).base == "HEAD~1"


# --- what comes from outside


def test_of_a_fork_the_sheets_are_built_with_the_templates_and_settings_of_the_base(desk):
    trunk = desk / "own" / "note" / "page.html.j2"
    trunk.parent.mkdir(parents=True)
    trunk.write_text("<html lang=en><head><title>t</title></head><body><h1>of the base</h1></body></html>")
    (trunk.parent / "product.toml").write_text('title = "Note"\nsummary = "A note."\n')
    (desk / "briefgen.toml").write_text('[desk]\ntemplates = "own"\n[build]\nproducts = ["note"]\n')
    commit(desk)
    base = git("rev-parse", "HEAD", cwd=desk)
    edit(trunk, "of the base", "of the stranger")
    (desk / "briefgen.toml").write_text('[desk]\ntemplates = "own"\n[build]\nproducts = ["note", "flash"]\n')
    commit(desk, briefs__ferry=SHEET.replace("unlikely", "likely"))
    done = ci(desk, **on_github(desk, "pull_request", pull(base)))
    made = list((desk / "dist" / "ci" / "products").rglob("*.html"))

    assert done.returncode == 0, done.stdout + done.stderr
    assert [path.parent.name for path in made] == ["tlp-clear"]
    assert not (desk / ".briefgen").exists()
    assert "of the base" in made[0].read_text()
    assert "Raised from unlikely (20–45 %) to likely (55–80 %)" in (desk.parent / "summary").read_text()
    assert "of what it would go into" in (desk.parent / "summary").read_text()


def test_of_a_fork_nothing_above_the_lowest_marking_is_told(desk):
    secret = "  - {id: c-new, text: The vault is open., sources: s-vault}\n"
    base = git("rev-parse", "HEAD", cwd=desk)
    commit(desk, briefs__ferry=SHEET.replace("judgements:", f"{secret}judgements:"))
    done = ci(desk, **on_github(desk, "pull_request", pull(base)))
    told = [done.stdout, done.stderr, (desk.parent / "summary").read_text()]
    told += [path.read_text() for path in (desk / "dist" / "ci").rglob("*") if path.is_file()]

    assert done.returncode == 1  # there is no source s-vault
    assert "title=REF001::" in done.stdout
    assert not any("vault" in text or "night watch" in text for text in told)


def test_readers_are_told_nothing_of_a_sheet_that_is_not_for_them(desk):
    raised = SHEET.replace("FERRY-001", "VAULT-001").replace("portion: TLP:CLEAR}", "portion: TLP:GREEN}", 1)
    commit(desk, briefs__vault=raised)
    done = ci(desk, "--max-marking", "TLP:CLEAR")
    told = [(desk / "dist" / "ci" / name).read_text() for name in ("summary.md", "findings.sarif", "junit.xml")]

    assert "briefs/ferry.yaml" in told[0]
    assert not any("vault" in text.lower() for text in told), done.stdout


def test_a_fork_whose_base_is_not_here_is_not_built(desk):
    done = ci(desk, **on_github(desk, "pull_request", pull("a" * 40)))
    nameless = ci(desk, **on_github(desk, "pull_request", {}))

    assert (done.returncode, nameless.returncode) == (2, 2)
    assert "REV003" in done.stdout
    assert "SET019" in nameless.stdout
    assert not (desk / "dist").exists()


def test_settings_of_a_fork_are_not_even_read(desk, tmp_path):
    base = git("rev-parse", "HEAD", cwd=desk)
    (tmp_path / "secret").write_text("password = hunter2\n")
    (desk / "briefgen.toml").unlink()
    (desk / "briefgen.toml").symlink_to(tmp_path / "secret")
    commit(desk)
    done = ci(desk, **on_github(desk, "pull_request", pull(base)))

    assert done.returncode == 0, done.stdout + done.stderr
    assert "hunter2" not in done.stdout + done.stderr


def test_a_fork_cannot_bring_what_passes_for_a_product(desk):
    base = git("rev-parse", "HEAD", cwd=desk)
    (desk / "dist" / "ci" / "products").mkdir(parents=True)
    (desk / "dist" / "ci" / "products" / "ferry-001.pdf").write_text("mine")
    commit(desk)
    done = ci(desk, **on_github(desk, "pull_request", pull(base)))

    assert done.returncode == 2
    assert "SET023" in done.stdout


# --- orders that a sheet might give


EVIL = "x\n::error::y%0A::set-output name=a::b ##[error]z <img src=q> [l](http://h) @ops `c` | # t"


def run_of(*findings: Finding) -> Run:
    entry = Entry("a.pdf", "A-1", "flash", "pdf", "TLP:CLEAR", 1200, 1, "0")
    results = (Result("briefs/a.yaml", "built", entry=entry), Result(EVIL, "failed", reason=EVIL))
    return Run(Outcome(findings), (Report("briefs/a.yaml", findings, results),), Path("o"), Path("o/p"), None, EVIL)


def test_a_summary_shows_what_a_sheet_says_as_text():
    page = summary.render(run_of(Finding(Mark(EVIL, 1, 1), "SHT001", EVIL, EVIL)), hosts.Shell({}))
    outside = re.sub(r"(`+).*?\1", "", page)  # a code span is text

    assert "\n::" not in page
    assert not re.search(r"(?<!\\)<(?!/?(?:details|summary)\b)", outside)
    assert not re.search(r"(?<!\\)[\[|](?=l\]|\s#)", outside.replace("| File", ""))
    assert "@ops" not in outside


def test_annotations_cannot_be_forged(capsys):
    github.GitHub({}).annotate(Outcome((Finding(Mark(EVIL, 1, 1), "SHT001", EVIL, EVIL),)))
    (line,) = capsys.readouterr().out.splitlines()
    properties, _, said = line.removeprefix("::error ").partition("::")

    assert properties.endswith(",line=1,col=1,title=SHT001")
    assert said.startswith("x ::error::y%250A::")  # a line that begins with a command is one command


def test_nothing_that_is_printed_of_a_sheet_is_taken_for_a_command(desk):
    (desk / "briefs" / "::error::x.yaml").write_text("briefgen: 1\nproduct: {id: BAD-1, time: 2024-02-02}\n")
    commit(desk)
    done = ci(desk, **on_github(desk, "push", {}))
    stopped, word = None, None
    for line in done.stdout.splitlines():
        if found := re.fullmatch(r"::stop-commands::([0-9a-f]{32})", line):
            stopped = word = found[1]
        elif line == f"::{word}::":
            stopped = None
        elif not stopped:
            assert re.match(r"::(error|warning|notice) file=[^:]*::|\d+ sheets?: ", line)
    assert word
    assert stopped is None


def test_a_summary_that_is_too_large_is_cut_between_paragraphs(tmp_path):
    long = "\n\n".join(["é" * 1000] * 1000)
    github.GitHub({"GITHUB_STEP_SUMMARY": str(tmp_path / "s")}).publish(long, {})
    written = (tmp_path / "s").read_bytes()

    assert len(written) <= github.LARGEST
    assert written.endswith(github.CUT.encode())
    assert set(written.decode().removesuffix(github.CUT).split("\n\n")) == {"é" * 1000}


def test_outputs_are_one_line_each():
    odd = replace(run_of(), products=Path("o\nfindings=[]"))

    assert not any(set("\r\n") & set(value) for value in odd.outputs.values())
    assert odd.outputs["changed"] == "null"


@pytest.mark.parametrize(
    ("severity", "strict", "code"),
    [("error", False, 1), ("warning", False, 0), ("warning", True, 1), ("info", True, 0)],
)
def test_it_fails_as_check_does(severity, strict, code):
    found = Outcome((Finding(Mark("a", 1, 1), "SHT001", "m", "r", severity),))

    assert Run(found, (), Path(), Path(), strict=strict).exit_code == code


def test_long_lists_of_findings_are_cut_and_folded():
    many = [Finding(Mark("a", line, 1), "SHT101", "m", "r", "warning") for line in range(1, 151)]
    page = summary.render(run_of(*many), hosts.Shell({}))

    assert "<details><summary>150 warnings</summary>" in page
    assert "- and 50 more, in the files of the artefact" in page


# --- pictures


def test_a_file_that_is_no_pdf_has_no_picture():
    assert thumbnails.first_page(b"%PDF-1.7 of sorts") is None


def test_what_is_missing_for_pictures_is_said(monkeypatch):
    monkeypatch.setattr(thumbnails, "can_draw", lambda: False)

    assert "pip install 'briefgen[thumbnails]'" in summary.render(run_of(), hosts.Shell({}))


def test_options_are_refused_as_elsewhere(desk, monkeypatch):
    monkeypatch.chdir(desk)
    for options in (["--product", "nothing"], ["--format", "docx"], ["--audience", "nobody"]):
        assert CliRunner().invoke(app, ["ci", *options]).exit_code == 2


def test_nothing_that_was_made_for_others_is_left_for_an_audience(desk: Path):
    (desk / "briefgen.toml").write_text('[audiences.public]\nmax_marking = "TLP:CLEAR"\n')
    commit(desk, briefs__secret=SHEET.replace("FERRY", "SECRET").replace("TLP:CLEAR", "TLP:AMBER"))
    out = desk / "dist" / "ci"
    ci(desk)
    (out / "notes.txt").write_text("not ours")
    own = {path.name for path in (out / "products").iterdir()}
    assert len(own) == 3

    ci(desk, "--audience", "public")
    assert {path.name for path in (out / "products").iterdir()} == {"public"}
    assert "secret" not in " ".join(str(path).lower() for path in out.rglob("*"))
    assert (out / "notes.txt").exists()

    ci(desk)
    assert {path.name for path in (out / "products").rglob("*") if path.is_file()} == own


def test_no_link_is_followed_to_clear_an_artefact(desk: Path, tmp_path: Path):
    ci(desk)
    elsewhere = tmp_path / "elsewhere"
    (desk / "dist" / "ci" / "products").rename(elsewhere)
    (desk / "dist" / "ci" / "products").symlink_to(elsewhere)
    ci(desk, "--max-marking", "TLP:CLEAR")
    assert (elsewhere / "manifest.json").exists()
