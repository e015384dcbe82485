"""Pictures: what stands beside their pixels is read, part by part, and their bytes as a whole."""

import struct
import zlib

import pytest

from briefgen.scan import image

SAID = b"Zarghun Mirwais"


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    return image.PNG + b"".join(struct.pack(">I4s", len(data), kind) + data + b"sums" for kind, data in chunks)


def jpeg(*segments: tuple[int, bytes], end: bytes = b"\xff\xda\0\2pixels") -> bytes:
    parts = (bytes([0xFF, kind]) + (len(data) + 2).to_bytes(2, "big") + data for kind, data in segments)
    return b"\xff\xd8" + b"".join(parts) + end


def metadata(readings) -> list[str]:
    return [one.text for one in readings if one.channel == image.METADATA]


def test_every_chunk_of_a_png_is_read_but_those_of_its_pixels():
    data = png((b"IHDR", b"head"), (b"PLTE", b"colours"), (b"tEXt", SAID), (b"IDAT", b"pixels"), (b"eXIf", b"after"))

    assert metadata(image.png(data)) == ["head", SAID.decode(), "after"]
    assert any("pixels" in one.text for one in image.png(data))


@pytest.mark.parametrize("cut", [0, 4, 10])
def test_a_png_that_ends_in_a_chunk_is_read_to_its_end(cut):
    data = png((b"IHDR", b""), (b"tEXt", SAID))

    assert metadata(image.png(data[: len(data) - cut])) == ["", SAID.decode()[: len(SAID) + 4 - cut]]


def test_what_is_no_chunk_of_a_png_is_not_read_as_one():
    assert metadata(image.png(png((b"IHDR", b"head")) + b"\0\0\0\4tEX")) == ["head"]


@pytest.mark.parametrize(
    "before", [b"Comment\0\0", b"Comment\0\1\0en\0Comment\0", b"k" * 79 + b"\0\0", b"k" * 199 + b"\0"]
)
def test_compressed_texts_of_a_png_are_read(before):
    data = png((b"zTXt", before + zlib.compress(SAID)))

    assert SAID.decode() in metadata(image.png(data))


def test_what_stands_further_behind_is_not_searched_for():
    data = png((b"zTXt", b"k" * 200 + b"\0" + zlib.compress(SAID)))

    assert SAID.decode() not in metadata(image.png(data))


def test_every_segment_of_a_jpeg_is_read_up_to_its_pixels():
    data = jpeg((0xE0, b"head"), (0xE1, SAID), (0xFE, b""), (0xC4, b"." * 300), (0xFE, b"after"))

    assert metadata(image.jpeg(data)) == ["head", SAID.decode(), "", "." * 300, "after"]
    assert any("pixels" in one.text for one in image.jpeg(data))


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (b"", ["head"]),
        (b"\xff\xfe\0", ["head"]),
        (b"\xff\xfe\0\2", ["head", ""]),
        (b"\xff\xfe\0\0\xff\xfe\0\5end", ["head", "", "end"]),
        (b"\xff\xfe\0\1\xff\xfe\0\5end", ["head", "", "end"]),
        (b"\xff\xfe\0\x09end", ["head", "end"]),
        (b"no\xff\xfe\0\5end", ["head"]),
    ],
)
def test_a_jpeg_that_is_broken_is_read_as_far_as_it_goes(end, said):
    assert metadata(image.jpeg(jpeg((0xE0, b"head"), end=end))) == said
