import errno
import fcntl
import hashlib
import json
import os
import subprocess
import sys
import threading
from dataclasses import asdict
from pathlib import Path

import pytest

from briefgen.build import manifest
from briefgen.build.write import write

ROOT = Path(__file__).parents[2]


def entry(file, sha256="0" * 64):
    return manifest.Entry(file, "X-1", "situation-update", "pdf", "TLP:CLEAR", 10, 2, sha256)


def files(folder):
    return json.loads((folder / "manifest.json").read_text())["files"]


def test_a_later_build_keeps_what_an_earlier_one_made(tmp_path):
    for name in ("b.pdf", "a.pdf"):
        (tmp_path / name).touch()
        manifest.record(tmp_path, [entry(name)])

    assert [one["file"] for one in files(tmp_path)] == ["a.pdf", "b.pdf"]


def test_a_manifest_that_says_it_already_is_left_alone(tmp_path):
    (tmp_path / "a.pdf").touch()
    manifest.record(tmp_path, [entry("a.pdf")])
    before = (tmp_path / "manifest.json").stat().st_ino
    manifest.record(tmp_path, [entry("a.pdf")])

    assert (tmp_path / "manifest.json").stat().st_ino == before


def test_a_name_that_leads_out_of_the_folder_is_not_read(tmp_path):
    manifest.record(tmp_path, [entry("a.pdf"), entry(".."), entry("../a.pdf"), entry("")])

    assert (read := manifest.read(tmp_path))
    assert [one.file for one in read.entries] == ["a.pdf"]


def test_a_file_that_is_gone_leaves_the_manifest(tmp_path):
    (tmp_path / "a.pdf").touch()
    manifest.record(tmp_path, [entry("a.pdf")])
    (tmp_path / "a.pdf").unlink()
    (tmp_path / "b.pdf").touch()
    manifest.record(tmp_path, [entry("b.pdf")])

    assert [one["file"] for one in files(tmp_path)] == ["b.pdf"]


def made(folder, name, data):
    (folder / name).write_bytes(data)
    return entry(name, hashlib.sha256(data).hexdigest())


def test_a_new_file_replaces_its_entry(tmp_path):
    manifest.record(tmp_path, [made(tmp_path, "a.pdf", b"old")])
    manifest.record(tmp_path, [new := made(tmp_path, "a.pdf", b"new")])

    assert [one["sha256"] for one in files(tmp_path)] == [new.sha256]


def test_the_entry_is_that_of_the_file_that_is_there(tmp_path):
    ours, theirs = made(tmp_path, "a.pdf", b"ours"), made(tmp_path, "a.pdf", b"theirs")
    manifest.record(tmp_path, [theirs])
    manifest.record(tmp_path, [ours])

    assert [one["sha256"] for one in files(tmp_path)] == [theirs.sha256]


def test_what_is_removed_is_deleted_if_it_is_as_it_was_made(tmp_path):
    ours, mended, again = (made(tmp_path, name, b"ours") for name in ("a.pdf", "b.pdf", "c.pdf"))
    (tmp_path / "b.pdf").write_bytes(b"mended by hand")
    manifest.record(tmp_path, [ours, mended, newer := made(tmp_path, "c.pdf", b"newer")])

    assert manifest.remove(tmp_path, [ours, mended, again]) == ["a.pdf"]
    assert [one["sha256"] for one in files(tmp_path)] == [newer.sha256]
    assert {path.name for path in tmp_path.glob("*.pdf")} == {"b.pdf", "c.pdf"}


def test_what_a_killed_build_left_half_written_is_swept(tmp_path):
    for name in (".a.pdf.abcdef12.tmp", ".notes.tmp", "a.tmp"):
        (tmp_path / name).touch()
    manifest.record(tmp_path, [made(tmp_path, "a.pdf", b"a")])

    assert {path.name for path in tmp_path.iterdir()} == {".notes.tmp", "a.tmp", "a.pdf", "manifest.json"}


def test_what_another_build_is_writing_is_not_swept(tmp_path, monkeypatch):
    """The file of another build appears after the sweep has waited for it, whole."""
    writing, listed = threading.Event(), threading.Event()

    def slow(descriptor):
        writing.set()
        assert not listed.wait(0.3), "the manifest was written while a file was"

    monkeypatch.setattr(os, "fsync", slow)
    other = threading.Thread(target=write, args=(tmp_path / "b.pdf", b"b"))
    other.start()
    writing.wait()
    monkeypatch.undo()
    manifest.record(tmp_path, [made(tmp_path, "a.pdf", b"a")])
    listed.set()
    other.join()

    assert {path.name for path in tmp_path.iterdir()} == {"a.pdf", "b.pdf", "manifest.json"}


RECORDS = """
import sys
from pathlib import Path
from briefgen.build import manifest
from briefgen.build.write import write
out = Path(sys.argv[1])
for number in range(int(sys.argv[3])):
    name = f"{sys.argv[2]}-{number}.pdf"
    write(out / name, b"x")
    manifest.record(out, [manifest.Entry(name, "X-1", "flash", "pdf", "TLP:CLEAR", 1, 1, "0" * 64)])
"""


def test_builds_at_once_lose_no_entry_of_each_other(tmp_path):
    """150 entries each in the table of threats; a lost one shows with far fewer."""
    commands = [[sys.executable, "-c", RECORDS, str(tmp_path), name, "40"] for name in ("a", "b")]
    builds = [subprocess.Popen(command, cwd=ROOT) for command in commands]

    assert [build.wait() for build in builds] == [0, 0]
    assert len(files(tmp_path)) == 80
    assert len(list(tmp_path.iterdir())) == 81


def test_a_drive_that_knows_no_locks_is_written_all_the_same(tmp_path, monkeypatch):
    def unknown(*_):
        raise OSError(errno.ENOLCK, "No locks available")

    (tmp_path / ".a.pdf.abcdef12.tmp").touch()
    monkeypatch.setattr(fcntl, "flock", unknown)
    manifest.record(tmp_path, [made(tmp_path, "a.pdf", b"a")])

    assert len(files(tmp_path)) == 1
    assert (tmp_path / ".a.pdf.abcdef12.tmp").exists(), "another build may be writing it"


@pytest.mark.parametrize(
    "text",
    [
        "[nonsense",
        "[" * 100_000,
        '{"files": 5}',
        '{"files": [{"file": "a.pdf"}]}',
        json.dumps({"files": [asdict(entry("/etc/hostname"))]}),
        json.dumps({"files": [asdict(entry("x" * 300))]}),
    ],
)
def test_a_manifest_that_is_none_is_made_anew(tmp_path, text):
    (tmp_path / "manifest.json").write_text(text)
    (tmp_path / "a.pdf").touch()
    manifest.record(tmp_path, [entry("a.pdf")])

    assert [one["file"] for one in files(tmp_path)] == ["a.pdf"]
