"""PDF: PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) in one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.outputs.made import Made

if TYPE_CHECKING:
    from briefgen.compose.page import Page
    from briefgen.pdf import Press


def make(page: Page, press: Press) -> Made:
    """Return the printed page. Raises PrintError with all that is wrong."""
    printed = press(page.html)
    return Made(printed.pdf, printed.pages)
