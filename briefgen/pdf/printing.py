"""The press: a page goes in, a printed document comes out. It loads the engine, or finds out what that lacks."""

from __future__ import annotations

from briefgen.errors import PrintError
from briefgen.pdf import Printed

_lacking: list[str] = []
try:
    from briefgen.pdf.engine import print_pdf
except ImportError as error:  # of a library; its text says which, and the remedy
    _lacking.append(str(error))


def press(html: str, budget: int | None = None) -> Printed:
    """Return the printed page. Raises PrintError, and OverfullError for a sound page that is over its *budget*."""
    if _lacking:
        raise PrintError(_lacking)
    return print_pdf(html, budget)
