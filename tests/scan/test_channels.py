"""A needle that was planted by hand in one channel of a file is found there, and named by the channel alone."""

from __future__ import annotations

import base64

import pytest

from briefgen.scan import Canaries
from briefgen.scan.channels import known
from briefgen.scan.searching import scan
from tests.scan.planted import CANARIES, HTMLS, PDFS, PLANTED
from tests.scan.planting import NEEDLE


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
