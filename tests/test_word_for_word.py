"""What a smaller product says is, word for word, what the situation update of the same sheet says."""

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import ClassVar

import pytest

from briefgen import issuing, sheet
from briefgen.compose import House, compose
from briefgen.resources import templates_folder

ROOT = Path(__file__).parents[1]
SHEETS = [*sorted(ROOT.glob("briefs/*.yaml")), ROOT / "docs" / "first-sheet.yaml"]
SMALLER = ("flash", "one-pager")

#: Words of the smaller products' own: heads, names of rows and columns, kinds of harm, how the page explains itself.
LABELS = {
    *("Flash", "One-pager", "Bottom line", "Key figures", "Key judgement", "Key judgements", "Course of events"),
    *("What", "Where", "When", "Judged", "Likelihood", "Confidence", "Basis", "Not known", "Sources", "Claimed by"),
    *("Killed", "Injured", "Displaced", "Affected", "killed", "injured", "displaced", "affected", "or more killed"),
    *(
        "Date",
        "Harm",
        "Indicator",
        "Indicators to watch",
        "Judgement",
        "State",
        "Decision it serves",
        "What it means",
        "Map.",
    ),
    "Likelihood in the terms of ICD 203, per cent.",
    "Likelihood in the terms of PHIA Probability Yardstick, per cent.",
    *(f"({letter})" for letter in "ABCDEF"),
}


class Pieces(HTMLParser):
    """Collects what is read on a page, a piece for each element that is no mere emphasis; source numbers left out."""

    EMPHASIS = frozenset({"abbr", "b", "bdi", "em", "i", "s", "strong"})
    UNREAD = frozenset({"details", "style", "svg", "title"})
    REFS: ClassVar = {"class": "refs"}

    def __init__(self) -> None:
        super().__init__()
        self.pieces = [""]
        self._open: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        unread = tag in self.UNREAD or dict(attrs) == self.REFS or "left-out" in (dict(attrs).get("class") or "")
        if tag != "br":
            self._open.append(unread)
        self._break(tag, unread=unread)

    def handle_endtag(self, tag: str) -> None:
        self._break(tag, unread=self._open.pop())

    def handle_data(self, data: str) -> None:
        if not any(self._open):
            self.pieces[-1] += data

    def _break(self, tag: str, *, unread: bool) -> None:
        if tag not in self.EMPHASIS and not unread:
            self.pieces.append("")


def read(html: str) -> list[str]:
    """Return what is read on a page, in pieces, all white space alike."""
    pieces = Pieces()
    pieces.feed(html)
    return [text for piece in pieces.pieces if (text := " ".join(piece.replace("\u2060", "").split()))]


def unknown(smaller: str, larger: str, year: str) -> list[str]:
    """Return the sentences of a page that do not stand on the *larger* one.

    A day may leave out the *year*, and a sentence may begin small where the larger page begins it large.
    """
    whole = " ".join(read(larger))
    known = f"{whole} {whole.replace(f' {year}', '')}".casefold()
    sentences = (one for piece in read(smaller) for one in re.split(r"(?<=[.?!])\s+(?=[A-Z“])| · ", piece))
    said = (one.strip(" ,;.·") for one in sentences if re.search(r"\w", one) and one not in LABELS)
    return [one for one in said if one and one.casefold() not in known]


@pytest.fixture(scope="module", params=SHEETS, ids=lambda path: path.stem)
def pages(request):
    made = sheet.load(request.param, ROOT / "briefs" / "registry", ROOT).sheet
    assert made
    assert made.product.handling
    view = issuing.make(made, made.product.handling.marking)

    def main(product: str) -> str:
        html = compose(view, product, [templates_folder()], House("Example Desk")).html
        return html[html.index("<main>") : html.index("</main>")]

    return {product: main(product) for product in ("situation-update", *SMALLER)} | {
        "year": view.product["time"]["as_of"][:4]
    }


@pytest.mark.parametrize("product", SMALLER)
def test_every_sentence_stands_in_the_situation_update(pages, product):
    assert unknown(pages[product], pages["situation-update"], pages["year"]) == []


@pytest.mark.parametrize("product", SMALLER)
def test_another_word_is_noticed(pages, product):
    paraphrased = pages[product].replace("chance", "possibility").replace("likely", "probable")

    assert unknown(paraphrased, pages["situation-update"], pages["year"])
