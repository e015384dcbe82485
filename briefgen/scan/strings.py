"""PDF strings as they are written (ISO 32000-1 §7.3.4): in parentheses with escapes, or in hexadecimal digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: In parentheses, with others inside up to three deep; of one that goes deeper, the inner ones are found.
LITERAL = rb"\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.)*\))*\))*\)"
HEXADECIMAL = rb"<[0-9A-Fa-f\s]*+>"
_STRING = re.compile(LITERAL + b"|" + HEXADECIMAL, re.DOTALL)
_ENTRY = re.compile(rb"(/[A-Za-z]++)\s*+(" + _STRING.pattern + b")", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n?|.)", re.DOTALL)
_ESCAPED = dict(zip((b"n", b"r", b"t", b"b", b"f", b"\n", b"\r", b"\r\n"), (*b"\n\r\t\b\f", *[None] * 3), strict=True))
_NO_DIGIT = re.compile(rb"[^0-9A-Fa-f]+")


def strings(data: bytes) -> Iterator[bytes]:
    """Yield what the strings in *data* stand for, in parts of a file as well that no reader would come to."""
    return (value(found[0]) for found in _STRING.finditer(data))


def entries(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the keys in *data* that a string follows, with what it stands for."""
    return ((found[1].decode(), value(found[2])) for found in _ENTRY.finditer(data))


def value(written: bytes) -> bytes:
    """Return the bytes that a *written* string stands for."""
    if written[:1] == b"(":
        return _ESCAPE.sub(_unescaped, written[1:-1])
    digits = _NO_DIGIT.sub(b"", written).decode()
    return bytes.fromhex(digits + "0" * (len(digits) % 2))


def _unescaped(found: re.Match[bytes]) -> bytes:
    escape = found[1]
    if escape[0] in b"01234567":
        return bytes([int(escape, 8) & 255])
    code = _ESCAPED.get(escape, escape[0])
    return b"" if code is None else bytes([code])
