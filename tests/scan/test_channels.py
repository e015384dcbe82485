"""A needle that was planted by hand in one channel of a file is found there, and named by the channel alone."""

from __future__ import annotations

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
