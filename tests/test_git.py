"""Reading a repository: nothing is run but git, nothing is fetched, and what is not there is said with the remedy."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path, PurePosixPath

import pytest

from briefgen import git
from briefgen.errors import SettingsError
from briefgen.git import Repository

HERE = PurePosixPath()


def run(*arguments: str, cwd: Path) -> str:
    who = dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "a")
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(
        ["git", *arguments], cwd=cwd, env=os.environ | who | quiet, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "desk"
    (folder / "in").mkdir(parents=True)
    run("init", "-q", "-b", "main", cwd=folder)
    (folder / "in" / "a b.yaml").write_text("one\n")
    (folder / "top.txt").write_text("top")
    (folder / "in" / "link").symlink_to("/etc/hostname")
    for number in range(3):
        (folder / "count").write_text(str(number))
        run("add", "-A", cwd=folder)
        run("commit", "-q", "-m", "c", cwd=folder)
    return folder


def read(repository: Repository, target: Path, folder: PurePosixPath = HERE, revision: str = "HEAD") -> dict[str, str]:
    target.mkdir()
    repository.write(repository.files(repository.commit(revision), folder), target)
    return {
        path.relative_to(target).as_posix(): str(path.readlink()) if path.is_symlink() else path.read_text()
        for path in sorted(target.rglob("*"))
        if path.is_symlink() or path.is_file()
    }


def test_the_files_of_a_folder_at_a_revision(folder, tmp_path):
    repository = Repository.around(folder / "in")

    assert repository.top == Path(os.path.realpath(folder))
    assert read(repository, tmp_path / "1", PurePosixPath("in")) == {"a b.yaml": "one\n", "link": "/etc/hostname"}
    assert read(repository, tmp_path / "2", revision="HEAD~2")["count"] == "0"
    assert read(repository, tmp_path / "3", PurePosixPath("nowhere")) == {}


def test_no_filter_hook_or_attribute_has_a_say(folder, tmp_path):
    command = f"sh -c 'touch {tmp_path}/ran; cat'"
    for key in ("filter.evil.smudge", "filter.evil.clean", "filter.evil.process", "diff.evil.textconv"):
        run("config", key, command, cwd=folder)
    run("config", "core.fsmonitor", f"touch {tmp_path}/ran", cwd=folder)
    hook = folder / ".git" / "hooks" / "post-checkout"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n")
    hook.chmod(0o755)
    (folder / ".gitattributes").write_text("* filter=evil diff=evil text eol=crlf ident\nin/* export-ignore\n")
    blob = run("hash-object", "-w", "--no-filters", ".gitattributes", cwd=folder)
    run("update-index", "--add", "--cacheinfo", f"100644,{blob},.gitattributes", cwd=folder)
    tree = run("write-tree", cwd=folder)
    run("update-ref", "HEAD", run("commit-tree", tree, "-p", "HEAD", "-m", "x", cwd=folder), cwd=folder)
    (tmp_path / "ran").unlink(missing_ok=True)
    found = read(Repository.around(folder), tmp_path / "1")

    assert found["in/a b.yaml"] == "one\n"
    assert ".gitattributes" in found
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("revision", ["nowhere", "--help", "-x", "HEAD~99", "", "HEAD:top.txt", "a b", "HEAD^{tree}"])
def test_what_is_no_commit_is_said(folder, revision):
    with pytest.raises(SettingsError, match="REV003"):
        Repository.around(folder).commit(revision)


@pytest.mark.parametrize(
    ("revision", "remedy"),
    [
        ("HEAD~2", "git fetch --deepen=2"),
        ("HEAD^^", "git fetch --deepen=2"),
        ("a" * 40, f"git fetch --depth=1 origin {'a' * 40}"),
        ("origin/old; rm", "git fetch --depth=1 origin 'old; rm' and compare with FETCH_HEAD"),
    ],
)
def test_a_shallow_clone_says_what_to_fetch(folder, tmp_path, revision, remedy):
    run("clone", "-q", "--depth=1", f"file://{folder}", "shallow", cwd=tmp_path)
    repository = Repository.around(tmp_path / "shallow")

    assert repository.is_shallow
    with pytest.raises(SettingsError) as raised:
        repository.commit(revision)
    assert "REV004 this clone is 1 commit deep" in str(raised.value)
    assert f"{remedy}, or fetch all of it: git fetch --unshallow" in str(raised.value)


def test_a_missing_object_is_said_and_not_fetched(folder, tmp_path):
    run("config", "uploadpack.allowFilter", "true", cwd=folder)
    run("clone", "-q", "--filter=blob:none", "--no-checkout", f"file://{folder}", "partial", cwd=tmp_path)
    repository = Repository.around(tmp_path / "partial")
    (tmp_path / "1").mkdir()
    with pytest.raises(SettingsError, match="REV005"):
        repository.write(repository.files(repository.commit("HEAD"), HERE), tmp_path / "1")
    assert list((tmp_path / "1").iterdir()) == []


def test_where_there_is_no_repository_and_no_git(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(SettingsError, match="REV002"):
        Repository.around(tmp_path)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SettingsError, match="REV001"):
        Repository.around(tmp_path)


def test_a_repository_of_another_user_is_said(tmp_path):
    said = git._refused(tmp_path, b"fatal: detected dubious ownership in repository at '/x'")
    assert "REV005" in str(said)
    assert "safe.directory" in str(said)


def test_limits(folder, tmp_path, monkeypatch):
    repository = Repository.around(folder)
    files = repository.files(repository.commit("HEAD"), HERE)
    monkeypatch.setattr(git, "MAX_FILES", 2)
    with pytest.raises(SettingsError, match="REV006"):
        repository.files(repository.commit("HEAD"), HERE)
    monkeypatch.setattr(git, "MAX_BYTES", 2)
    with pytest.raises(SettingsError, match="REV006"):
        repository.write(files, tmp_path)


def test_git_that_hangs_is_ended(folder, monkeypatch):
    monkeypatch.setattr(git, "SECONDS", 0)
    with pytest.raises(SettingsError, match="REV005"):
        Repository.around(folder)
