"""Prints one page, in a worker process: WeasyPrint with nothing to fetch and nothing forgiven.

WeasyPrint is not safe in threads, swallows Ctrl-C while it draws SVG and goes on without a missing picture or glyph.
So it has a process to itself, and whatever it only logs is an error here.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

from briefgen.errors import PrintError
from briefgen.pdf import OverfullError, Printed
from briefgen.pdf.archival import VARIANT, finish
from briefgen.pdf.complaints import Complaints
from briefgen.pdf.fetcher import BASE_URL, LockedFetcher
from briefgen.pdf.fonts import ShippedFonts
from briefgen.pdf.library import HTML, FatalURLFetchingError, css
from briefgen.pdf.measure import measured
from briefgen.pdf.sheets import sheet

#: Pages of a document that somebody meant; what makes more is running away.
MOST_PAGES = 400

css.CSS = sheet


def print_pdf(html: str, budget: int | None = None) -> Printed:
    """Return the page as a PDF/A-3a and PDF/UA-1 file; raise PrintError with every reason against it.

    Nothing is written of a page that takes more pages than its *budget*; OverfullError says by how much.
    """
    fetcher, complaints = LockedFetcher(), Complaints()
    reasons: Sequence[str] = ()
    with complaints.heard():
        try:
            outcome = _render(html, fetcher, budget)
        except (Exception, FatalURLFetchingError) as error:
            reasons = _reasons(error)
    messages = dict.fromkeys((*fetcher.refused, *complaints.sentences(), *reasons))
    if messages:
        raise PrintError(list(messages))
    if isinstance(outcome, OverfullError):
        raise outcome
    return outcome


def _render(html: str, fetcher: LockedFetcher, budget: int | None) -> Printed | OverfullError:
    page = HTML(string=html, base_url=BASE_URL, url_fetcher=fetcher)
    document = page.render(font_config=_fonts(), pdf_variant=VARIANT)
    if budget is not None and len(document.pages) > budget:
        return measured(document, budget)
    if len(document.pages) > MOST_PAGES:
        raise PrintError(
            [f"it has {len(document.pages):,} pages, more than the {MOST_PAGES} that may be — split the sheet"]
        )
    pdf = document.write_pdf(pdf_variant=VARIANT, finisher=finish)
    return Printed(pdf, len(document.pages))


@functools.cache
def _fonts() -> ShippedFonts:
    """Return the shipped fonts, which cannot change."""
    return ShippedFonts()


def _reasons(error: BaseException) -> Sequence[str]:
    match error:
        case FatalURLFetchingError():
            return ()  # the fetcher has kept it
        case PrintError():
            return error.messages
        case RecursionError():
            return ("the page is nested too deeply to be printed",)
        case MemoryError():
            return ("the page takes more memory to print than it may",)
        case ZeroDivisionError() | OverflowError():
            return ("a size in the page is too large or too small to be printed",)
    return (f"the page could not be laid out ({type(error).__name__}: {error})",)
