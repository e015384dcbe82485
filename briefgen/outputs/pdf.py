"""PDF: PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) in one file."""

from __future__ import annotations

import functools
from concurrent.futures import Future
from typing import TYPE_CHECKING

from briefgen.outputs.made import Made

if TYPE_CHECKING:
    from briefgen.compose.page import Page
    from briefgen.pdf import Press, Printed

NAME = "pdf"
SUFFIX = ".pdf"


def make(page: Page, press: Press) -> Future[Made]:
    """Return the future of the printed page; its failure is a PrintError with all that is wrong."""
    made: Future[Made] = Future()
    press.submit(page.html).add_done_callback(functools.partial(_settle, made))
    return made


def _settle(made: Future[Made], printed: Future[Printed]) -> None:
    if printed.cancelled():
        made.cancel()
    elif error := printed.exception():
        made.set_exception(error)
    else:
        made.set_result(Made(printed.result().pdf, printed.result().pages))
