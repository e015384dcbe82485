import json
from dataclasses import asdict

import pytest

from briefgen.build import manifest


def entry(file, sha256="0" * 64):
    return manifest.Entry(file, "X-1", "situation-update", "pdf", "TLP:CLEAR", 10, 2, sha256)


def files(folder):
    return json.loads((folder / "manifest.json").read_text())["files"]


def test_a_later_build_keeps_what_an_earlier_one_made(tmp_path):
    for name in ("b.pdf", "a.pdf"):
        (tmp_path / name).touch()
        manifest.record(tmp_path, [entry(name)])

    assert [one["file"] for one in files(tmp_path)] == ["a.pdf", "b.pdf"]


def test_a_file_that_is_gone_leaves_the_manifest(tmp_path):
    (tmp_path / "a.pdf").touch()
    manifest.record(tmp_path, [entry("a.pdf")])
    (tmp_path / "a.pdf").unlink()
    (tmp_path / "b.pdf").touch()
    manifest.record(tmp_path, [entry("b.pdf")])

    assert [one["file"] for one in files(tmp_path)] == ["b.pdf"]


def test_a_new_file_replaces_its_entry(tmp_path):
    (tmp_path / "a.pdf").touch()
    manifest.record(tmp_path, [entry("a.pdf")])
    manifest.record(tmp_path, [entry("a.pdf", "1" * 64)])

    assert [one["sha256"] for one in files(tmp_path)] == ["1" * 64]


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
