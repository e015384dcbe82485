"""The press: a page goes in, a printed document comes out; loads the engine when it is first used."""

from __future__ import annotations

from briefgen.errors import PrintError
from briefgen.pdf import Printed


def press(html: str, budget: int | None = None) -> Printed:
    """Return the printed page. Raises PrintError, and OverfullError for a sound page that is over its *budget*."""
    try:
        from briefgen.pdf.engine import print_pdf
    except ImportError as error:  # a library is missing; its text says which, and the remedy
        raise PrintError([str(error)]) from None
    return print_pdf(html, budget)
