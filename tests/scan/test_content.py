"""Content streams: which glyphs are shown, and what they mean by their fonts' own maps (ISO 32000-1 §9.10.3)."""

import pytest

from briefgen.scan.content import PLAIN, font, shown

WIDE = b"1 begincodespacerange <0000> <ffff> endcodespacerange "


@pytest.mark.parametrize(
    ("to_unicode", "codes", "said"),
    [
        (WIDE + b"2 beginbfchar <0001> <0041> <0102> <00660069> endbfchar", b"\0\1\1\2", "Afi"),
        (WIDE + b"1 beginbfrange <0010> <0012> <0061> endbfrange", b"\0\x10\0\x12\0\x13", "ac"),
        (WIDE + b"1 beginbfrange <0010> <0011> [<0061> <0078 0079>] endbfrange", b"\0\x10\0\x11", "axy"),
        (
            WIDE + b"1 beginbfrange <0010> <0011> [<0061>] <0020> <0021> <0079> endbfrange",
            b"\0\x10\0\x11\0\x20\0\x21\0\x22",
            "ayz",
        ),
        (WIDE + b"1 beginbfrange <0010> <0011> <00660061> endbfrange", b"\0\x10\0\x11", "fafb"),
        (WIDE + b"1 beginbfrange <00fe> <0101> <00fe> endbfrange", b"\0\xff\1\0", "\xff\0"),
        (b"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <01> <0416> endbfchar", b"\1\2\1", "ЖЖ"),
        (
            b"1 begincodespacerange <00> <ff> <8000> <ffff> endcodespacerange 1 beginbfchar <8001> <0416> endbfchar",
            b"\x80\1",
            "Ж",
        ),
        (b"1 beginbfchar <01> <d83dde00> endbfchar", b"\1", "😀"),
        (
            b"begincodespacerange endcodespacerange beginbfchar <01> endbfchar beginbfrange <01> <02> endbfrange",
            b"Caf\xe9",
            "Café",
        ),
    ],
)
def test_a_font_says_what_codes_mean(to_unicode, codes, said):
    assert font(to_unicode).read(codes) == said


def test_a_range_without_end_takes_no_time():
    assert len(font(WIDE + b"1 beginbfrange <0000> <ffff> <0000> endbfrange").meanings) == 0x10000
    assert len(font(b"1 beginbfrange <00000000> <ffffffff> <0000> endbfrange").meanings) == 0x10001


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (b"BT (One) Tj (two) ' [(thr) -3 (ee)] TJ ET", ["One", "two", "three"]),
        (b'BT (One) Tj 1 2 (two) " ET', ["One", "two"]),
        (b"BT /F1 9 Tf (A) Tj /F2 -1.5 Tf (A) Tj /F3 1 Tf (A) Tj ET", ["B", "C", "D", "A"]),
        (b"BT /R 9 Tf (ab) Tj ET", ["جب", "بج"]),
        (b"(One) BT (two) Tj ET", ["One", "two"]),
        (b"BT (never shown) ET", ["never shown"]),
        (b"BT ET (One)", []),
        (b"BT (One) Tjx (two) Tj ET", ["Onetwo"]),
    ],
)
def test_a_stream_shows_a_line_for_each_operator_by_the_font_it_has_chosen(content, lines):
    def mapped(**meanings):
        return font(b"".join(b"beginbfchar <%02x> <%04x> endbfchar " % (ord(a), ord(b)) for a, b in meanings.items()))

    fonts = {"F1": [mapped(A="B")], "F2": [mapped(A="C"), mapped(A="D")], "R": [mapped(a="ج", b="ب")]}

    assert shown(content, fonts).split("\n") == (lines or [""])


def test_without_a_map_codes_are_latin_letters():
    assert PLAIN.read(b"Caf\xe9") == "Café"
