"""The formats of a finished product, one module each: a page goes in, a file comes out.

A new format is a module with the three names of ``Output``, and one word in ``OUTPUTS``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from briefgen.outputs import csv, html, pdf
from briefgen.outputs.made import Made

if TYPE_CHECKING:
    from briefgen.compose.page import Page
    from briefgen.pdf import Press


class Output(Protocol):
    """What a module of this package has: its name on the command line, and the end of its files' names."""

    NAME: str
    SUFFIX: str

    def make(self, page: Page, press: Press) -> Made:
        """Return the file, printed by *press* where that is needed; raise BriefgenError when it cannot be made."""


OUTPUTS: Mapping[str, Output] = {output.NAME: output for output in (csv, html, pdf)}

__all__ = ["OUTPUTS", "Made", "Output"]
