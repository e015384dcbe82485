"""Printing: one HTML page in, one PDF/A-3a and PDF/UA-1 file out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from briefgen.errors import PrintError


@dataclass(frozen=True)
class Printed:
    """A finished PDF file and how many pages it has."""

    pdf: bytes
    pages: int


#: Prints a page; raises PrintError.
Press: TypeAlias = Callable[[str], Printed]


class OverfullError(PrintError):
    """Raised when a page is over its budget; holds by how much, and how high each element with ``data-fit`` is, in mm.

    *heights* is by the value of the attribute, in reading order; fragments on several pages are added up.
    """

    def __init__(self, over: float, heights: Mapping[str, float]) -> None:
        super().__init__([f"the page is {over:.0f} mm too long"])
        self.over, self.heights = over, heights
