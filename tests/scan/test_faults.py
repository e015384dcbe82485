"""A scanner that does not read a family of channels is found out by a needle that was planted there."""

import pytest

from briefgen.scan import Canaries
from briefgen.scan.searching import scan
from tests.scan.faults import FAULTS
from tests.scan.planted import CANARIES, PLANTED


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_channel_that_is_not_read_is_found_out(fault, monkeypatch):
    name, data, channel = PLANTED[fault.channel]
    fault.plant(monkeypatch)
    canaries = Canaries.of(CANARIES.withheld, CANARIES.visible)  # others than what was worked out without the fault

    assert channel not in [leak.channel for leak in scan(name, data, canaries)]
