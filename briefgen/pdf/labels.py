"""Page labels: what a reader's page field and "go to page" show, ISO 32000-1 §12.4.2."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from briefgen.pdf.library import pydyf


def label_pages(document: Any, pdf: Any) -> None:
    """Give each page as its label the number that its foot prints: one more than the page before, or as CSS has it."""
    ranges: list[Any] = []
    expected = None
    for index, number in enumerate(_numbers(page._page_box.style for page in document.pages)):
        if number != expected or number <= 1:  # a range of numerals starts from 1, so what is less is written out
            ranges += [index, pydyf.Dictionary(_numeral(number))]
        expected = number + 1
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array(ranges)})


def _numbers(styles: Iterable[Any]) -> Iterator[int]:
    """Yield the values of the counter ``page``, in the order in which the engine counts: reset, set, increment."""
    number = 0
    for style in styles:
        for name, value in (*style["counter_reset"], *style["counter_set"]):
            number = value if name == "page" else number
        number += sum(value for name, value in style["counter_increment"] if name == "page")
        yield number


def _numeral(number: int) -> dict[str, Any]:
    return {"S": "/D", "St": number} if number > 0 else {"P": pydyf.String(str(number))}
