"""Pictures: what a PNG or JPEG file says beside its pixels, which nobody reads here."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from briefgen.scan import plain
from briefgen.scan.reading import REST, Reading

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
#: The most that a text of a picture may hold, in bytes.
LARGEST = 4 << 20
METADATA = "metadata of a picture"


def png(data: bytes) -> Iterator[Reading]:
    """Yield the texts of a PNG file, compressed ones too (PNG, third edition, §11.3.3), and all its bytes."""
    at = len(PNG)
    while at + 8 <= len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        if kind not in (b"IDAT", b"PLTE"):
            chunk = data[at + 8 : at + 8 + length]
            yield from (Reading(METADATA, text) for part in (chunk, *_inflated(chunk)) for text in plain.texts(part))
        at += length + 12
    yield from rest(data)


def jpeg(data: bytes) -> Iterator[Reading]:
    """Yield the comments, Exif and XMP of a JPEG file (ITU-T T.81, annex B), and all its bytes."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        segment = data[at + 4 : at + 2 + length]
        yield from (Reading(METADATA, text) for text in plain.texts(segment))
        at += 2 + max(length, 2)
    yield from rest(data)


def rest(data: bytes) -> Iterator[Reading]:
    """Yield whatever the bytes may say."""
    return (Reading(REST, text) for text in plain.texts(data))


def _inflated(chunk: bytes) -> Iterator[bytes]:
    """Yield the compressed texts of a chunk: a keyword stands before, and zeros, the last of them just before."""
    for zero in (at for at, byte in enumerate(chunk[:200]) if not byte):
        try:
            yield zlib.decompressobj().decompress(chunk[zero + 1 :], LARGEST)
        except zlib.error:
            continue
