"""What was found where nothing of it may be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Leak:
    """A file that gives a withheld text away, in a *channel* of it, such as “text of page 3”; never the text itself.

    *text* is the place of the text among those withheld; None when the channel could not be read, which is no better.
    """

    file: str
    channel: str
    text: int | None = None
