"""What WeasyPrint writes is read as pypdf reads it, and what a reader does not see as well."""

from __future__ import annotations

import io
import re
from collections import Counter

import pypdf
import pytest

from briefgen.scan import Canaries
from briefgen.scan.folding import folded
from briefgen.scan.naming import DRAWING, PAGE
from briefgen.scan.opening import readings
from briefgen.scan.searching import scan
from tests.pdf.reading import document
from tests.printing import Printer
from tests.scan.planting import ARABIC, NEEDLE, WITHHELD

CANARIES = Canaries.of([WITHHELD, ARABIC], ["The courier met somebody"])
PAGES = {
    "transparent": (f'<p style="color: transparent">{NEEDLE}', "text of page 1"),
    "white on white": (f'<p style="color: white">{NEEDLE}', "text of page 1"),
    "beside the page": (f'<p style="position: absolute; left: -5000px">{NEEDLE}', "text of page 1"),
    "one pixel": (f'<p style="font-size: 1px">{NEEDLE}', "text of page 1"),
    "cut off": (f'<p style="height: 0; overflow: hidden">{NEEDLE}', "text of page 1"),
    "narrow": (f'<p lang="en" style="width: 9mm; hyphens: auto">{NEEDLE}', "text of page 1"),
    "justified": (
        f'<p style="text-align: justify; width: 30mm; letter-spacing: 1pt">{NEEDLE} {NEEDLE}',
        "text of page 1",
    ),
    "right to left": (f'<p lang="ar" dir="rtl">{ARABIC}', "text of page 1"),
    "heading": (f"<h1>{NEEDLE}</h1>", "title"),
    "second page": (f'<p style="break-before: page">{NEEDLE}', "text of page 2"),
    "alternative text": (
        f'<svg width="9" height="9"><title>{NEEDLE}</title><path d="M0,0L9,9Z"/></svg>',
        "alternative text",
    ),
    "link": ('<p><a href="https://example.org/zarghun-mirwais">there</a>', "link"),
    "destination": ('<p id="zarghun-mirwais">A', "entry of a name tree"),
}


@pytest.fixture(scope="module")
def printer():
    with Printer(2) as printer:
        yield printer


@pytest.mark.parametrize("name", PAGES)
def test_a_needle_in_a_printed_page_is_found(printer, name):
    body, channel = PAGES[name]
    made = printer.print(document(body)).pdf

    assert channel in [leak.channel for leak in scan("x.pdf", made, CANARIES)]


@pytest.mark.slow
def test_the_text_of_a_page_is_what_pypdf_makes_of_it(printed):
    from tests.scan.editions import SHEETS

    data = printed(SHEETS[0])["situation-update", "pdf"].read_bytes()
    read = [(one.channel, folded(one.text)) for one in readings(data)]
    pages = [text for channel, text in read if re.fullmatch(rf"{PAGE} \d+", channel)]
    drawings = [text for channel, text in read if channel == DRAWING]  # which pypdf reads as part of the page
    theirs = [folded(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(data)).pages]

    assert Counter("".join((*pages, *drawings))) == Counter("".join(theirs))
    assert all(map(goes_through, pages, theirs))


def goes_through(short: str, long: str) -> bool:
    """Return whether all letters of *short* are in *long*, in the same order."""
    rest = iter(long)
    return all(letter in rest for letter in short)
