"""Texts in texts: character references, percent-encoding, escapes of CSS, JavaScript and JSON, and base64."""

from __future__ import annotations

import binascii
import html
import re
from collections.abc import Callable, Iterator
from functools import partial
from urllib.parse import unquote

_ESCAPE = re.compile(r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|[ux]([0-9A-Fa-f]{2,4})|([0-9A-Fa-f]{1,6})\s?)")
#: No word is as long.
_LONG = re.compile(r"[A-Za-z0-9+/_-]{200,}+")
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{16,}+(?:\s++[A-Za-z0-9+/_-]{16,}+)*={0,2}")
_STANDARD = str.maketrans("-_", "+/", " \t\r\n=")


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    code = int(next(filter(None, found.groups())), 16)
    return chr(code) if code < 0x110000 else ""


_ENCODINGS: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
    (re.compile("&#?[A-Za-z0-9]"), html.unescape),
    (re.compile("%[0-9A-Fa-f]{2}"), partial(unquote, errors="ignore")),
    (_ESCAPE, _unescaped),
)


def decoded(text: str) -> Iterator[str]:
    """Yield *text* as what reads it would have it, where that is another text."""
    for mark, decode in _ENCODINGS:
        if mark.search(text) and (one := decode(text)) != text:
            yield one


def bare(text: str) -> str:
    """Return *text* without what can only be base64, which is read when it is decoded."""
    return _LONG.sub("\n", text)


def carried(text: str) -> Iterator[bytes]:
    """Yield the bytes that *text* may hold in base64 (RFC 4648), in lines too and without padding."""
    for found in _BASE64.finditer(text):
        digits = found[0].translate(_STANDARD)
        yield binascii.a2b_base64(digits[: len(digits) // 4 * 4] + _padded(digits[len(digits) // 4 * 4 :]))


def _padded(end: str) -> str:
    return end + "=" * (4 - len(end)) if len(end) > 1 else ""
