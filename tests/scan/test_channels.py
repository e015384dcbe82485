"""A needle that was planted by hand in one channel of a file is found there, and named by the channel alone."""

from __future__ import annotations

import base64
from urllib.parse import quote

import pytest

from briefgen.scan import Canaries
from briefgen.scan.channels import known
from briefgen.scan.reading import FILE_NAME, UNREADABLE
from briefgen.scan.searching import scan
from tests.scan.planted import CANARIES, HTMLS, PDFS, PLANTED, annotated, attached
from tests.scan.planting import NEEDLE, RAW, as_data


def test_there_are_thirty_channels_and_more():
    assert min(len(PDFS), len(HTMLS)) > 30


@pytest.mark.parametrize("planted", PLANTED)
def test_a_needle_is_found_in_its_channel(planted):
    name, data, channel = PLANTED[planted]
    found = list(scan(name, data, CANARIES))

    assert channel in [leak.channel for leak in found]
    assert all(known(leak.channel) for leak in found)
    assert NEEDLE.split()[0].casefold() not in "".join(leak.channel for leak in found).casefold()


@pytest.mark.parametrize("planted", PLANTED)
def test_without_its_needle_it_is_clean(planted):
    name, data, _ = PLANTED[planted]

    assert list(scan(name, data, Canaries.of(["Something else that is withheld", "Other name"], []))) == []


@pytest.mark.parametrize("before", ["it is", "it was", "they are"])
@pytest.mark.parametrize("padding", ["=", ""])
def test_base64_is_read_to_its_last_letter_with_padding_or_without(before, padding):
    written = base64.b64encode(f"{before} Zarghun Mirwa".encode()).decode().replace("=", padding)
    found = list(scan("x.txt", f"name: {written}".encode(), Canaries.of(["Zarghun Mirwa"], [])))

    assert [leak.channel for leak in found] == ["text: base64 data: text"]


def in_per_cent(data: bytes) -> bytes:
    return (quote(data) if b"%" in data else "".join(f"%{one:02x}" for one in data)).encode()


@pytest.mark.parametrize(
    "wrapped",
    [attached, lambda data: as_data(data).encode(), in_per_cent],
    ids=["PDF", "base64", "per cent"],
)
def test_a_file_is_opened_six_deep_and_what_lies_deeper_cannot_be_read(wrapped):
    data = RAW
    for _ in range(6):
        data = wrapped(data)
    six, seven = ([leak.channel for leak in scan("x", one, CANARIES)] for one in (data, wrapped(data)))

    assert six
    assert UNREADABLE not in six
    assert UNREADABLE in seven


def test_a_file_name_is_decoded_six_deep_too():
    name = NEEDLE
    for _ in range(6):
        name = in_per_cent(name.encode()).decode()
    six, seven = ([leak.channel for leak in scan(one, b"", CANARIES)] for one in (name, quote(name)))

    assert six == [FILE_NAME]
    assert UNREADABLE in seven


INLINE = ("a", "abbr", "b", "bdi", "cite", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u")


@pytest.mark.parametrize("element", [*INLINE, "bdo", "font", "text", "textPath", "tspan", "wbr"])
def test_an_element_in_the_middle_of_a_word_does_not_hide_a_name(element):
    page = f"<p>A<{element}>l</{element}>i Rezai, he says"

    assert [leak.channel for leak in scan("x.html", page.encode(), CANARIES)] == ["text"]


def test_elements_that_begin_a_line_end_a_word():
    assert list(scan("x.html", b"<p>A<div>l</div>i Rezai", CANARIES)) == []


@pytest.mark.parametrize(
    ("data", "spaces", "channel"),
    [(annotated(b"(" + RAW + b")"), 1019, "annotation"), (f'<p title="{NEEDLE}">'.encode(), 1023, "tooltip")],
)
def test_a_file_may_begin_within_its_first_kibibyte(data, spaces, channel):
    near, far = (list(scan("x", b" " * count + data, CANARIES)) for count in (spaces, spaces + 1))

    assert [leak.channel for leak in near] == [channel]
    assert [leak.channel for leak in far] == ["text"]
