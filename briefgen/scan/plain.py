"""Bytes as text, in every encoding that a file of ours could have it in."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_BE: "utf-16-be", codecs.BOM_UTF16_LE: "utf-16-le"}
#: Bytes up to which every encoding is tried.
SMALL = 1 << 14
_WIDE = re.compile(rb"\0|[^\0-\x7f]{2}")


def texts(data: bytes) -> Iterator[str]:
    """Yield what *data* may say. What is folded holds no zeros, so wide Latin letters are read as well.

    Of many bytes that are no UTF-8, as of a font or the dots of a picture, it is the letters of ASCII and UTF-8 only.
    """
    try:
        yield data.decode()
    except UnicodeDecodeError:
        yield data.decode("latin-1") if len(data) <= SMALL else data.decode("ascii", "ignore")
        yield data.decode("utf-8", "ignore")
    if len(data) <= SMALL and _WIDE.search(data):
        for encoding in ("utf-16-be", "utf-16-le"):
            yield data.decode(encoding, "ignore")
            yield data[1:].decode(encoding, "ignore")


def text(data: bytes) -> str:
    """Return the text of a file that says in its first bytes how it is encoded, or is UTF-8."""
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    return data.decode("utf-8", "replace")


def is_text(data: bytes) -> bool:
    """Return whether *data* is UTF-8, or says of itself that it is text."""
    if data.startswith(tuple(_MARKS)):
        return True
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
