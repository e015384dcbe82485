"""Bytes to text: UTF-8, of a bearable size, nothing hidden."""

from __future__ import annotations

import os

import pytest

from briefgen.sheet import textfile
from briefgen.sheet.textfile import decode, read_text


def found(data: bytes) -> list[str]:
    return [f"{one.mark.line}:{one.mark.column} {one.code}" for one in decode(data, "a.yaml")[1]]


def test_utf8_is_read_with_or_without_a_mark_at_its_start():
    for data in ("é\n".encode(), "é\n".encode("utf-8-sig")):
        source, findings = decode(data, "a.yaml")
        assert source is not None
        assert (source.text, findings) == ("é\n", [])


def test_line_breaks_of_every_system_count_as_one():
    source, _ = decode(b"a\r\nb\rc\n", "a.yaml")
    assert source is not None
    assert source.text == "a\nb\nc\n"


@pytest.mark.parametrize(
    ("data", "places"),
    [
        ("a: é".encode("utf-16"), ["1:1 YML002"]),
        ("a: é".encode("utf-16-be"), ["1:1 YML002"]),
        ("a: b\nc: caf\xe9\n".encode("latin-1"), ["2:7 YML002"]),
        (b"\xef\xbb\xbfa: \xff", ["1:4 YML002"]),
        (b"a: \xed\xa0\x80", ["1:4 YML002"]),
        ("# \u202e\na: b\u2066c".encode(), ["1:3 YML004", "2:5 YML004"]),
        ("a: \ufeffb".encode(), ["1:4 YML004"]),
        (b"a: \x00\x07\x1b", ["1:4 YML004", "1:5 YML004", "1:6 YML004"]),
        ("a: \u200b\u2028\u0085\U000e0041".encode(), ["1:4 YML004", "1:5 YML004", "1:6 YML004", "1:7 YML004"]),
    ],
)
def test_what_is_no_plain_utf8_is_reported_at_its_place(data, places):
    assert found(data) == places


def test_a_flood_of_forbidden_characters_is_cut_short():
    assert len(found("\u202e".encode() * 10_000)) == textfile.MAX_REPORTED


@pytest.mark.parametrize("text", ["می\u200cخواهم", "تحریک طالبان پاکستان", "ټ ډ ړ ږ ښ ڼ ې ۍ", "👩\u200d👩", "a\u00adb"])
def test_characters_that_languages_need_are_allowed(text):
    assert found(text.encode()) == []


def test_a_file_beyond_the_size_limit_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(textfile, "LARGEST_FILE", 10)
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a" * 10)
    assert read_text(path)[1] == []
    path.write_bytes(b"a" * 11)
    assert [one.code for one in read_text(path)[1]] == ["YML003"]


def test_what_is_no_readable_file_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe.yaml")
    for name in ("absent.yaml", "pipe.yaml", "."):
        source, findings = read_text(tmp_path / name)
        assert source is None
        assert [one.code for one in findings] == ["YML001"]


def test_paths_are_shown_from_the_working_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (_, (inside,)), (_, (outside,)) = read_text(tmp_path / "b" / "a.yaml"), read_text(tmp_path.parent / "absent.yaml")
    assert inside.mark.path == "b/a.yaml"
    assert outside.mark.path == (tmp_path.parent / "absent.yaml").as_posix()
