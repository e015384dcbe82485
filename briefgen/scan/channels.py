"""The names of channels, which are all that a message about a leak is made of."""

from __future__ import annotations

import re

from briefgen.scan import html, image, naming
from briefgen.scan.reading import BASE64, FILE_NAME, REST, TEXT, UNREADABLE

CHANNELS = frozenset(
    {
        *naming.STRINGS.values(),
        *naming.NAMES.values(),
        *naming.STREAMS.values(),
        *(naming.OTHER_STRING, naming.OTHER_NAME, naming.OTHER_STREAM, naming.PAGE, naming.DRAWING),
        *html.ATTRIBUTES.values(),
        *html.ASIDE.values(),
        *html.OTHERS,
        image.METADATA,
        *(BASE64, FILE_NAME, REST, TEXT, UNREADABLE),
    }
)
_STEP = re.compile(r"([A-Za-z0-9 ]+?)(?: \d{1,4})?")


def known(channel: str) -> bool:
    """Return whether *channel* is made of names of channels, each with a number at most."""
    steps = map(_STEP.fullmatch, channel.split(": "))
    return all(step is not None and step[1] in CHANNELS for step in steps)
