"""One printer for all tests, so that WeasyPrint is loaded once."""

from collections.abc import Callable, Iterator

import pytest

from tests.pdf.reading import document
from tests.printing import Printer


@pytest.fixture(scope="session")
def printer() -> Iterator[Printer]:
    with Printer(1) as printer:
        yield printer


@pytest.fixture(scope="session")
def pdf(printer: Printer) -> Callable[..., bytes]:
    """Return a function that prints a page with some body and style."""
    return lambda body, style="", lang="en": printer.print(document(body, style, lang)).pdf
