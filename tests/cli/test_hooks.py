"""Hooks in real repositories: commits of staged sheets, and pushes to a bare repository that publishes."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import tempfile
import threading
from pathlib import Path

import pytest
from typer.testing import CliRunner

from briefgen.build import lock
from briefgen.cli import app
from briefgen.cli.hooks.install import install
from briefgen.cli.hooks.received import publish
from briefgen.cli.hooks.staged import errors
from briefgen.errors import SettingsError
from tests.since.repository import GIT, commit, edit, git

SHEET = """\
briefgen: 1
product: {id: GOOD-%d, title: A good sheet, time: 2024-02-02, handling: TLP:CLEAR}
sources: [{id: s-1, title: A report, publisher: The Gazette, access: seen}]
claims: [{id: c-1, text: There was an order., sources: s-1}]
events: [{id: e-1, title: Order %d, type: attack, when: 2024-02-01, claims: c-1}]
"""
WRONG = "nonsense: 1\n"
TOML = '[build]\nformats = ["csv"]\n'


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["git", *arguments], cwd=cwd, env=os.environ | GIT, capture_output=True, text=True)


@pytest.fixture
def desk(tmp_path):
    desk = tmp_path / "desk"
    (desk / "briefs").mkdir(parents=True)
    git("init", "-q", "-b", "main", cwd=desk)
    (desk / "briefgen.toml").write_text(TOML)
    for number in (1, 2):
        (desk / f"briefs/{number}.yaml").write_text(SHEET % (number, number))
    return desk


@pytest.fixture
def committing(desk):
    """A desk whose commits are checked; the function commits what is staged, and returns what git says."""
    git("add", "-A", cwd=desk)
    git("commit", "-q", "-m", "one", cwd=desk)
    install(desk)

    def committed(*arguments: str) -> subprocess.CompletedProcess[str]:
        return run("commit", "-q", "-m", "more", *arguments, cwd=desk)

    return committed


def test_a_commit_is_refused_for_what_is_staged_and_for_nothing_else(desk, committing):
    path = desk / "briefs/1.yaml"
    path.write_text(SHEET % (1, 1) + WRONG)
    git("add", "-A", cwd=desk)
    path.write_text(SHEET % (1, 1))  # mended, but not staged
    done = committing()
    assert done.returncode == 1
    assert "briefs/1.yaml:6:1: error SHT001" in done.stderr
    assert "commit refused" in done.stderr

    git("add", "-A", cwd=desk)
    path.write_text(WRONG + SHEET % (1, 1))  # broken, but not staged
    edit(desk / "briefs/2.yaml", "Order 2", "The order")
    assert run("commit", "-q", "-m", "x", "briefs/2.yaml", cwd=desk).returncode == 0
    assert run("commit", "-q", "-a", "-m", "x", cwd=desk).returncode == 1
    assert path.read_text() == WRONG + SHEET % (1, 1)


def test_a_sheet_that_somebody_left_broken_stops_no_other_commit(desk, monkeypatch):
    monkeypatch.chdir(desk)
    (desk / "briefs/1.yaml").write_text(SHEET % (1, 1) + WRONG)
    commit(desk)
    edit(desk / "briefs/2.yaml", "Order 2", "The order")
    git("add", "-A", cwd=desk)
    assert errors() == []
    edit(desk / "briefs/1.yaml", "nonsense", "nonsens")
    git("add", "-A", cwd=desk)
    assert [str(one.mark) for one in errors()] == ["briefs/1.yaml:6:1"]


def test_the_first_commit_is_checked_and_a_repository_without_a_desk_is_not(desk, monkeypatch):
    monkeypatch.chdir(desk)
    (desk / "briefs/1.yaml").write_text(WRONG + SHEET % (1, 1))
    git("add", "-A", cwd=desk)
    assert [one.code for one in errors()] == ["SHT001"]
    git("rm", "-q", "--cached", "briefgen.toml", cwd=desk)
    assert errors() == []


def test_several_desks_of_a_repository_are_checked_each_with_its_own_settings(desk, monkeypatch):
    monkeypatch.chdir(desk)
    commit(desk)
    (desk / "south/sheets").mkdir(parents=True)
    (desk / "south/briefgen.toml").write_text('[desk]\nbriefs = "sheets"\ntheme = "nowhere.toml"\n')
    (desk / "south/sheets/1.yaml").write_text(WRONG + SHEET % (1, 1))
    git("add", "-A", cwd=desk)
    assert [str(one.mark) for one in errors()] == ["south/briefgen.toml:3:1", "south/sheets/1.yaml:1:1"]


def test_no_module_of_the_repository_is_loaded(desk, committing):
    (desk / "briefgen").mkdir()
    (desk / "briefgen" / "__init__.py").write_text("raise SystemExit('loaded')\n")
    (desk / "typer.py").write_text("raise SystemExit('loaded')\n")
    git("add", "-A", cwd=desk)
    assert committing().stderr == ""


def test_a_hook_that_is_there_is_left_alone(desk):
    hook = desk / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\n")
    with pytest.raises(SettingsError, match=r"GIT001 there is a hook .* call this in it: exec .* hook pre-commit"):
        install(desk)
    assert hook.read_text() == "#!/bin/sh\n"

    hook.unlink()
    git("config", "core.hooksPath", "/srv/hooks", cwd=desk)
    with pytest.raises(SettingsError, match=r"GIT001 .* lie in /srv/hooks"):
        install(desk)


def test_a_hook_of_its_own_is_there_already(desk):
    assert install(desk).startswith("wrote ")
    hook = desk / ".git/hooks/pre-commit"
    assert install(desk) == f"{hook} is there already"

    hook.chmod(0o644)  # git would not call it
    with pytest.raises(SettingsError, match="GIT001"):
        install(desk)


def test_a_folder_that_is_not_there_is_no_lack_of_git(tmp_path):
    for folder in (tmp_path / "nowhere", tmp_path / "file"):
        (tmp_path / "file").touch()
        with pytest.raises(SettingsError, match=f"SET006 there is no folder {folder}"):
            install(folder)


def test_hooks_need_a_repository(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(SettingsError, match="REV002"):
        install(tmp_path)


class Server:
    """A bare repository that publishes into a folder, and a desk from which is pushed."""

    def __init__(self, desk: Path) -> None:
        self.desk, self.bare, self.out = desk, desk.parent / "desk.git", desk.parent / "published"
        git("init", "-q", "--bare", "-b", "main", str(self.bare), cwd=desk)
        git("config", "briefgen.out", str(self.out), cwd=self.bare)
        git("remote", "add", "origin", str(self.bare), cwd=desk)

    def cloned(self) -> Path:
        """Clone the repository, and push from there from now on; return the clone."""
        self.desk = self.bare.with_name("clone")
        git("clone", "-q", str(self.bare), str(self.desk), cwd=self.bare)
        return self.desk

    def push(self, *refs: str) -> str:
        """Commit all and push; return what the pusher is told."""
        commit(self.desk)
        done = run("push", "-q", "--force", "origin", *(refs or ("main",)), cwd=self.desk)
        assert done.returncode == 0, done.stderr
        return done.stderr

    def receive(self, *refs: str) -> bool:
        """Do as the hook does after a push to branches with these names; return whether something failed."""
        self.push(*(f"main:refs/heads/{ref}" for ref in refs or ("main",)))
        with contextlib.chdir(self.bare):
            new = git("rev-parse", "main", cwd=self.desk)
            return publish([f"{'0' * 40} {new} refs/heads/{ref}\n" for ref in refs or ("main",)])

    @property
    def published(self) -> dict[str, bytes]:
        """What lies in the folder, by name, but the manifest."""
        return made(self.out)

    @property
    def listed(self) -> set[str]:
        """The names in the manifest of the folder."""
        return {entry["file"] for entry in json.loads((self.out / "manifest.json").read_text())["files"]}


def made(folder: Path) -> dict[str, bytes]:
    """Return the files in a folder, by their path in it, but the manifest, which lists them."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files if path.name != "manifest.json"}


def built(desk: Path) -> dict[str, bytes]:
    """Return what a build of everything makes of a desk."""
    out = Path(tempfile.mkdtemp(dir=desk.parent))
    with contextlib.chdir(desk):
        CliRunner().invoke(app, ["build", "-q", "--force", "--out", str(out)])
    return made(out)


@pytest.fixture
def server(desk):
    return Server(desk)


@pytest.mark.parametrize("kind", [pytest.param(kind, marks=pytest.mark.slow) for kind in ("csv", "pdf")])
def test_three_pushes_publish_exactly_what_is_right(desk, server, kind):
    edit(desk / "briefgen.toml", "csv", kind)
    install(server.bare)
    told = server.push()
    first = server.published
    assert first == built(desk)
    assert len(first) == 2
    assert "remote: built" in told

    desk = server.cloned()
    edit(desk / "briefs/1.yaml", "Order 1", "The first order")
    (desk / "briefs/2.yaml").unlink()
    (desk / "briefs/3.yaml").write_text(SHEET % (3, 3))
    told = server.push()
    second = server.published
    assert second == built(desk)
    assert len(second) == 2
    assert "remote: removed" in told

    edit(desk / "briefs/1.yaml", "The first order", "No order")
    edit(desk / "briefs/3.yaml", "Order 3", "The third order")
    sound = (desk / "briefs/1.yaml").read_text()
    (desk / "briefs/1.yaml").write_text(sound + WRONG)
    told = server.push()
    third = server.published
    assert "remote: briefs/1.yaml:6:1: error SHT001" in told
    wrong = {name: data for name, data in second.items() if name.startswith("good-1")}
    assert third.keys() == second.keys()
    assert third == built(desk) | wrong
    assert {name for name, data in third.items() if data != second[name]} == third.keys() - wrong.keys()
    assert server.listed == third.keys()


def test_only_the_branch_that_is_published_counts(desk, server, capsys):
    server.receive("main", "topic")
    first = server.published
    edit(desk / "briefs/1.yaml", "Order 1", "The first order")
    capsys.readouterr()
    assert not server.receive("topic")
    assert (server.published, capsys.readouterr().err) == (first, "")

    git("config", "briefgen.branch", "topic", cwd=server.bare)
    server.receive("topic")
    assert b"The first order" in server.published["good-1.events.csv"]
    git("reset", "-q", "--hard", "HEAD~2", cwd=desk)
    server.receive("main", "topic")  # a push by force
    assert server.published == first

    git("push", "-q", "origin", ":topic", cwd=desk)
    with contextlib.chdir(server.bare):
        assert not publish([f"{'1' * 40} {'0' * 40} refs/heads/topic\n"])
    assert "is deleted; what was published stays" in capsys.readouterr().err
    assert server.published == first


def test_who_pushes_learns_that_there_is_no_branch_to_publish(server, capsys):
    assert not server.receive("trunk")
    assert "nothing is published: main is, and there is none" in capsys.readouterr().err
    assert not server.out.exists()


@pytest.mark.slow
def test_a_push_waits_for_another_and_builds_the_newest(desk, server):
    install(server.bare)
    kept = server.bare / "briefgen"
    kept.mkdir()
    with lock.alone(kept):
        waiting = threading.Thread(target=server.push)
        waiting.start()
        waiting.join(0.5)
        assert waiting.is_alive()
        edit(desk / "briefs/1.yaml", "Order 1", "The first order")
        commit(desk)
        git("push", "-q", "origin", "main", "--receive-pack=git -c core.hooksPath=/dev/null receive-pack", cwd=desk)
    waiting.join()
    assert b"The first order" in server.published["good-1.events.csv"]


@pytest.mark.parametrize("says", [None, "shipped", "pushed", "all"])
def test_templates_that_were_pushed_are_used_if_the_repository_says_so(desk, server, says, capsys):
    (desk / "briefgen.toml").write_text('[desk]\ntemplates = "templates"\n' + TOML)
    (desk / "templates/note").mkdir(parents=True)
    (desk / "templates/note/product.toml").write_text('title = "Note"\nsummary = "Short."\n')
    (desk / "templates/note/page.html.j2").write_text("<p>A note</p>")
    edit(desk / "briefs/1.yaml", "GOOD-1,", "GOOD-1, kind: note,")
    if says:
        git("config", "briefgen.templates", says, cwd=server.bare)
    if says in (None, "all"):
        with pytest.raises(SettingsError, match="GIT003"):
            server.receive()
    else:
        assert server.receive() == (says == "shipped")
    numbers = {"shipped": [2], "pushed": [1, 2]}.get(says, [])
    assert server.published.keys() == {f"good-{number}.events.csv" for number in numbers}
    assert ("TPL001" in capsys.readouterr().err) == (says == "shipped")


def test_an_error_is_told_until_it_is_mended(desk, server, capsys):
    sound = (desk / "briefs/1.yaml").read_text()
    (desk / "briefs/1.yaml").write_text(sound + WRONG)
    for _ in range(2):
        assert server.receive()
        assert "briefs/1.yaml:6:1: error SHT001" in capsys.readouterr().err
    (desk / "briefs/1.yaml").write_text(sound)
    assert not server.receive()
    assert server.published == built(desk)


def test_a_repository_that_does_not_say_where_to_publish(desk, server):
    git("config", "--unset", "briefgen.out", cwd=server.bare)
    with pytest.raises(SettingsError, match="GIT002 this repository does not say where to publish"):
        server.receive()
    git("config", "briefgen.out", "published", cwd=server.bare)
    (desk / "two").mkdir()
    (desk / "two/briefgen.toml").touch()
    with pytest.raises(SettingsError, match="GIT002 there are 2 desks"):
        server.receive()
    git("config", "briefgen.desk", ".", cwd=server.bare)
    server.receive()
    assert (server.bare / "published/good-1.events.csv").exists()


def test_settings_that_are_a_link_out_of_the_desk_are_not_read(desk, server):
    (desk / "briefgen.toml").unlink()
    (desk / "briefgen.toml").symlink_to("/etc/passwd")
    with pytest.raises(SettingsError, match=r"GIT003 briefgen\.toml is a link"):
        server.receive()
