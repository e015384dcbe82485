"""PDF content streams: what is written on a page, in a pattern or a form, wherever it would land and however visible.

The bytes shown are codes of glyphs; a font's ToUnicode map (ISO 32000-1 §9.10.3) says what they mean. Fonts are known
by the names that streams call them, and two of one name are both tried: so a stream that belongs to nothing can be
read.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from briefgen.scan.strings import LITERAL, value

_TOKEN = re.compile(
    rb"(?P<string>" + LITERAL + rb"|<[0-9A-Fa-f\s]*+>)|/(?P<font>[^\s/\[\]<>()]++)\s++[-+.\d]++\s++Tf"
    rb"|(?P<end>(?<![A-Za-z])(?:Tj|TJ|'|\"|BT|ET)(?![A-Za-z]))",
    re.DOTALL,
)
_SECTION = re.compile(rb"begin(bfchar|bfrange|codespacerange)(.*?)end\1", re.DOTALL)
_ENTRY = re.compile(rb"<([0-9A-Fa-f\s]*+)>|([\[\]])")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
#: The most that one range of codes may stand for.
_WIDEST = 1 << 16


@dataclass(frozen=True)
class Font:
    """How many bytes the code of a glyph has, and what each code means."""

    width: int
    meanings: Mapping[int, str]

    def read(self, codes: bytes) -> str:
        """Return what *codes* mean; without a map, the characters of Latin-1."""
        if not self.meanings:
            return codes.decode("latin-1")
        starts = range(0, len(codes), self.width)
        return "".join(self.meanings.get(int.from_bytes(codes[at : at + self.width], "big"), "") for at in starts)


PLAIN = Font(1, {})


def font(to_unicode: bytes) -> Font:
    """Return the font of a ToUnicode map."""
    meanings: dict[int, str] = {}
    width = 1
    for kind, body in _SECTION.findall(to_unicode):
        entries = list(_entries(body))
        if kind == b"codespacerange":
            width = max((len(one) for one in entries if isinstance(one, bytes)), default=width)
        elif kind == b"bfchar":
            meanings |= {_code(code): _meaning(said) for code, said in zip(entries[::2], entries[1::2], strict=False)}
        else:
            for first, last, said in zip(entries[::3], entries[1::3], entries[2::3], strict=False):
                meanings |= _range(_code(first), _code(last), said)
    return Font(width, meanings)


def _entries(body: bytes) -> Iterator[bytes | list[bytes]]:
    """Yield the strings of a section, and its arrays of strings as one each."""
    inside: list[bytes] | None = None
    for code, bracket in _ENTRY.findall(body):
        if bracket == b"[":
            inside = []
        elif bracket and inside is not None:
            yield inside
            inside = None
        elif inside is not None:
            inside.append(value(b"<" + code + b">"))
        else:
            yield value(b"<" + code + b">")


def _range(first: int, last: int, said: bytes | list[bytes]) -> Iterator[tuple[int, str]]:
    codes = range(first, min(last, first + _WIDEST) + 1)
    if isinstance(said, list):
        return zip(codes, map(_meaning, said), strict=False)
    start, end = said[:-1], said[-1:] or b"\0"
    return ((code, _meaning(start + bytes([(end[0] + step) & 255]))) for step, code in enumerate(codes))


def _code(code: bytes | list[bytes]) -> int:
    return int.from_bytes(code, "big") if isinstance(code, bytes) else 0


def _meaning(said: bytes | list[bytes]) -> str:
    return said.decode("utf-16-be", "replace") if isinstance(said, bytes) else ""


def shown(content: bytes, fonts: Mapping[str, Collection[Font]]) -> str:
    """Return what a content stream writes, one line for each operator that shows text.

    A line in a script that runs from right to left is followed by its reverse, because glyphs stand from left to right.
    """
    return "\n".join(_lines(content, fonts))


def _lines(content: bytes, fonts: Mapping[str, Collection[Font]]) -> Iterator[str]:
    current: Collection[Font] = (PLAIN,)
    codes = b""
    for token in _TOKEN.finditer(content):
        if token["string"]:
            codes += value(token["string"])
        elif token["font"]:
            current = fonts.get(token["font"].decode("latin-1"), (PLAIN,))
        elif codes:
            yield from _said(codes, current)
            codes = b""


def _said(codes: bytes, fonts: Collection[Font]) -> Iterator[str]:
    for one in fonts:
        line = one.read(codes)
        yield line
        if _RIGHT_TO_LEFT.search(line):
            yield line[::-1]
