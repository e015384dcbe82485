"""PDF strings: what is written and what it stands for (ISO 32000-1 §7.3.4)."""

import pytest

from briefgen.scan.strings import entries, strings, value


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (b"()", b""),
        (b"(a (b (c) d) e)", b"a (b (c) d) e"),
        (rb"(\n\r\t\b\f\(\)\\)", b"\n\r\t\b\f()\\"),
        (rb"(\101\60\0079\377)", b"A0\x079\xff"),
        (rb"(\501)", b"A"),
        (b"(a\\\nb\\\rc\\\r\nd)", b"abcd"),
        (rb"(\q\8)", b"q8"),
        (b"<>", b""),
        (b"<41 4\n2>", b"AB"),
        (b"<4a4B5>", b"JKP"),
    ],
)
def test_a_string_stands_for_bytes(written, said):
    assert value(written) == said


def test_strings_are_found_wherever_they_stand():
    data = rb"<</Alt (a \) b)/E<4142>>> [(c)-3(d(e))] (never ended"

    assert list(strings(data)) == [b"a ) b", b"AB", b"c", b"d(e)"]
    assert list(entries(data)) == [("/Alt", b"a ) b"), ("/E", b"AB")]
