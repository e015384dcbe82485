"""What a file says somewhere, and what it carries that has to be opened in its turn."""

from __future__ import annotations

from typing import NamedTuple

FILE_NAME, TEXT, BASE64, UNREADABLE = "file name", "text", "base64 data", "what cannot be read"
#: What a file holds beside all that has a name; a leak there counts when it is found nowhere else.
REST = "leftover bytes"


class Reading(NamedTuple):
    """A *text* that was found in a *channel*: in words of ours, because a name of the file's could itself be a leak."""

    channel: str
    text: str


class Part(NamedTuple):
    """A file in a file."""

    channel: str
    data: bytes


class UnreadableError(Exception):
    """Raised for a file that cannot be looked through; whoever released it would not know what it says."""
