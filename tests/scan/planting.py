"""Files with a needle in one channel, written by hand or printed by WeasyPrint."""

from __future__ import annotations

import base64
import io
import struct
import zlib
from itertools import accumulate

from PIL import Image, PngImagePlugin

WITHHELD = "The courier met Zarghun Mirwais in the orchard at dusk"
NEEDLE = "Zarghun Mirwais in the orchard"
RAW = NEEDLE.encode()
#: As a right-to-left script has it.
ARABIC = "التقى الرسول بزرغون ميرويس"


def pdf(*objects: bytes, catalog: bytes = b"", page: bytes = b"", trailer: bytes = b"") -> bytes:
    """Return a file of one page; *objects* have the numbers from 10 on, and the other bytes go into dictionaries."""
    parts = {
        1: b"<</Type /Catalog /Pages 2 0 R " + catalog + b">>",
        2: b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        3: b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] " + page + b">>",
    } | dict(enumerate(objects, 10))
    written = [b"%%PDF-1.7\n", *(b"%d 0 obj\n%s\nendobj\n" % one for one in parts.items())]
    written[0] = b"%PDF-1.7\n"
    starts = list(accumulate(map(len, written)))
    rows = b"".join(b"%d 1\n%010d 00000 n \n" % (number, at) for number, at in zip(parts, starts, strict=False))
    end = b"trailer\n<</Size 99 /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (trailer, starts[-1])
    return b"".join((*written, b"xref\n0 1\n0000000000 65535 f \n", rows, end))


def packed(current: bytes, *older: bytes) -> bytes:
    """Return a file whose object 10 is *current* in an object stream, behind *older* ones that no table knows."""
    known = {
        1: b"<</Type /Catalog /Pages 2 0 R>>",
        2: b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        3: b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 99 99]>>",
    }
    held = (*older, current)
    starts = accumulate((len(one) + 1 for one in held), initial=0)
    index = b" ".join(b"%d %d" % one for one in zip(range(10 + len(older), 9, -1), starts, strict=False))
    data = index + b"\n" + b"\n".join(held)
    known[20] = flate(data, b"/Type /ObjStm /N %d /First %d" % (len(held), len(index) + 1))
    written = [b"%PDF-1.7\n", *(b"%d 0 obj\n%s\nendobj\n" % one for one in known.items())]
    places = dict(zip((*known, 21), accumulate(map(len, written)), strict=True))
    rows = [struct.pack(">BIH", 1, at, 0) for at in places.values()]
    rows.insert(3, struct.pack(">BIH", 2, 20, len(older)))
    table = flate(b"".join(rows), b"/Type /XRef /Size 22 /Root 1 0 R /W [1 4 2] /Index [1 3 10 1 20 2]")
    return b"".join((*written, b"21 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, places[21])))


def updated(old: bytes) -> bytes:
    """Return a file with an incremental update: its object 10 is another one now."""
    start = len(old)
    new = b"10 0 obj\n<</Contents (Nothing)>>\nendobj\n"
    table = b"xref\n10 1\n%010d 00000 n \n" % start
    before = old.rsplit(b"startxref\n", 1)[1].split()[0]
    end = b"trailer\n<</Size 99 /Root 1 0 R /Prev %s>>\nstartxref\n%d\n%%%%EOF\n" % (before, start + len(new))
    return old + new + table + end


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d %s>>\nstream\n%s\nendstream" % (len(data), entries, data)


def flate(data: bytes, entries: bytes = b"") -> bytes:
    return stream(zlib.compress(data), b"/Filter /FlateDecode " + entries)


def content(text: bytes) -> bytes:
    return b"BT /F1 9 Tf 5 5 Td (" + text + b") Tj ET"


def jpeg() -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (9, 9)).save(data, "JPEG", comment=RAW)
    return data.getvalue()


def exif() -> bytes:
    data, tags = io.BytesIO(), Image.Exif()
    tags[0x9C9C] = NEEDLE.encode("utf-16-le")
    Image.new("RGB", (9, 9)).save(data, "JPEG", exif=tags)
    return data.getvalue()


def png(*, compressed: bool) -> bytes:
    data, said = io.BytesIO(), PngImagePlugin.PngInfo()
    said.add_itxt("Comment", NEEDLE, zip=compressed)
    Image.new("RGB", (9, 9)).save(data, "PNG", pnginfo=said)
    return data.getvalue()


def as_data(data: bytes, kind: str = "text/plain") -> str:
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def hexadecimal(data: bytes) -> bytes:
    return b"<" + data.hex().encode() + b">"


def octal(data: bytes) -> bytes:
    return b"(" + b"".join(b"\\%03o" % one for one in data) + b")"
