"""The formats of a finished product, one module each: a page goes in, a file comes out.

A new format is a module that is an ``Output``, and one line in ``SUFFIXES``. Modules are loaded when they are needed.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from briefgen.outputs.made import Made

if TYPE_CHECKING:
    from briefgen.compose.page import Page
    from briefgen.pdf import Press

#: The formats by their names on the command line, with the end of their files' names.
SUFFIXES = {"csv": ".events.csv", "html": ".html", "pdf": ".pdf"}


class Output(Protocol):
    """What a module of this package is."""

    def make(self, page: Page, press: Press) -> Made:
        """Return the file, printed by *press* where that is needed; raise BriefgenError when it cannot be made."""


def output(name: str) -> Output:
    """Return the module of the format *name*, one of SUFFIXES."""
    return cast(Output, import_module(f"{__name__}.{name}"))


__all__ = ["SUFFIXES", "Made", "Output", "output"]
