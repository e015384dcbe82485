"""Bytes as text: few of them in every encoding, many as what most files are written in."""

import pytest

from briefgen.scan import plain

FEW = 1 << 14
ARABIC = "جبل"


@pytest.mark.parametrize("encoding", ["latin-1", "utf-8", "ascii"])
@pytest.mark.parametrize("size", [99, FEW])
def test_few_bytes_are_read_as_latin_text_whatever_else_they_are(encoding, size):
    name = "Zargun" if encoding == "ascii" else "Zärgün"
    data = name.encode(encoding).ljust(size, b"\xff")

    assert any(one.startswith(name) for one in plain.texts(data))


@pytest.mark.parametrize("encoding", ["utf-16-be", "utf-16-le"])
@pytest.mark.parametrize("before", [b"", b"\0"], ids=["even", "odd"])
@pytest.mark.parametrize("size", [99, FEW])
def test_few_bytes_are_read_as_wide_letters_from_either_byte_on(encoding, before, size):
    data = (before + ARABIC.encode(encoding)).ljust(size, b"\xff")

    assert any(ARABIC in one for one in plain.texts(data))


def test_of_many_bytes_the_letters_of_ascii_and_utf_8_are_read():
    latin, wide = "Zärgün".encode("latin-1"), ARABIC.encode("utf-16-be")
    data = (b"\xff Zargun \xff" + ARABIC.encode() + latin + wide).ljust(FEW + 1, b"\xff")
    said = list(plain.texts(data))

    assert any("Zargun" in one for one in said)
    assert any(ARABIC in one for one in said)
    assert not any("Zärgün" in one for one in said)
    assert len(said) == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-16-le"])
def test_a_text_is_read_as_its_first_bytes_say(encoding):
    mark = "\ufeff" if encoding in ("utf-16-be", "utf-16-le") else ""
    data = (mark + "<p>Zärgün").encode(encoding)

    assert plain.text(data) == "<p>Zärgün"
    assert plain.is_text(data)


def test_what_is_in_no_encoding_is_no_text():
    assert not plain.is_text("Zärgün".encode("latin-1"))
    assert plain.text(b"Z\xe4rg") == "Z\ufffdrg"
