"""The search of one file, name included, for canaries."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from briefgen.scan.canaries import Canaries
from briefgen.scan.leak import Leak
from briefgen.scan.opening import readings, spoken
from briefgen.scan.reading import FILE_NAME, REST, UNREADABLE, Reading, UnreadableError


def scan(name: str, data: bytes, canaries: Canaries) -> Iterator[Leak]:
    """Yield each withheld text that a file gives away, once for each channel; leftover bytes when it is nowhere else.

    A file that cannot be looked through is a leak of itself.
    """
    found: dict[Leak, None] = {}
    try:
        for channel, text in chain(spoken(Reading(FILE_NAME, name)), readings(data)):
            told = canaries.in_part(text) if channel.endswith(REST) else canaries.found(text)
            found |= dict.fromkeys(Leak(name, channel, place) for place in sorted(told))
    except UnreadableError:
        yield Leak(name, UNREADABLE)
    named = {leak.text for leak in found if not leak.channel.endswith(REST)}
    yield from (leak for leak in found if leak.text not in named or not leak.channel.endswith(REST))
