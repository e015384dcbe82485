"""Printing: one HTML page in, one PDF/A-3a and PDF/UA-1 file out, in processes that may die."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Protocol

from briefgen.errors import PrintError


@dataclass(frozen=True)
class Printed:
    """A finished PDF file and how many pages it has."""

    pdf: bytes
    pages: int


class OverfullError(PrintError):
    """Raised when a page is over its budget; holds by how much, and how high each element with ``data-fit`` is, in mm.

    *heights* is by the value of the attribute, in reading order; fragments on several pages are added up.
    """

    def __init__(self, over: float, heights: Mapping[str, float]) -> None:
        super().__init__([f"the page is {over:.0f} mm too long"])
        self.over, self.heights = over, heights


class Press(Protocol):
    """Whatever a page can be given to, to be printed."""

    def submit(self, html: str) -> Future[Printed]:
        """Return the future of the printed page; its failure is a PrintError."""
