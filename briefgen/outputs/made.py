"""A finished file that is not written yet."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Made:
    """The bytes of a file, and how many pages it has where that can be said."""

    data: bytes
    pages: int | None = None
