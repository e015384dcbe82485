"""Nothing is found in clean editions: what is visible, what the products say of their own, and where the two meet."""

from __future__ import annotations

import pytest

from briefgen.compose import House, compose
from briefgen.outputs import output
from briefgen.pdf import Press, Printed
from briefgen.resources import templates_folder
from briefgen.scan import Leak
from briefgen.scan.searching import scan
from tests.printed import PRODUCTS
from tests.printing import Printer
from tests.scan.editions import OFFICE, clean

EDITIONS = 200


@pytest.fixture(scope="module")
def printer():
    with Printer(1) as printer:
        yield printer.print


def unprinted(html: str, budget: int | None = None) -> Printed:
    raise AssertionError


def leaks(seed: int, product: str, *formats: str, press: Press = unprinted) -> list[Leak]:
    """Return what the scan finds in the files of an edition."""
    made = clean(seed)
    page = compose(made.edition, product, [templates_folder()], House(OFFICE))
    files = {f"x.{one}": output(one).make(page, press).data for one in formats}
    return [leak for name, data in files.items() for leak in scan(name, data, made.canaries)]


def test_chance_withholds_much_and_little():
    sizes = [len(clean(seed).withheld) for seed in range(2, 6)]

    assert min(sizes) < 30
    assert max(sizes) > 150


def test_nothing_is_found_in_a_clean_page():
    assert leaks(5, "one-pager", "html", "csv") == []


@pytest.mark.slow
def test_nothing_is_found_in_a_clean_pdf(printer):
    assert leaks(5, "flash", "pdf", press=printer) == []


@pytest.mark.slow
@pytest.mark.parametrize("start", range(0, EDITIONS, 10))
def test_nothing_is_found_in_two_hundred_clean_editions(start):
    found = [leak for seed in range(start, start + 10) for leak in leaks(seed, PRODUCTS[seed % 5], "html", "csv")]

    assert found == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(0, EDITIONS, 7))
def test_nothing_is_found_in_their_pdf_files(printer, seed):
    assert leaks(seed, PRODUCTS[seed % 5], "pdf", press=printer) == []
