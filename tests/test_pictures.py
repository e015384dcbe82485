"""Each product in each theme looks as it did: `pytest --update-golden` accepts a new look, once somebody has seen it.

A failure leaves a picture of what was, what is, and where they differ.
"""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from briefgen.theme import shipped
from tests.pictures import beside, difference, picture, small
from tests.printed import PRODUCTS, ROOT

SHEET = ROOT / "briefs" / "flood-exercise.yaml"
GOLDEN = ROOT / "tests" / "golden" / "pages"


@pytest.mark.parametrize("theme", shipped())
@pytest.mark.parametrize("product", PRODUCTS)
def test_the_first_page_looks_as_it_did(printed, request, tmp_path, product, theme):
    now, golden = picture(printed(SHEET, theme)[product, "pdf"]), GOLDEN / f"{product}-{theme}.png"
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        small(now).save(golden, optimize=True)
    before = Image.open(golden).convert("L")

    if apart := difference(before, now):
        seen = tmp_path / f"{product}-{theme}.png"
        beside(before, now, apart).save(seen)
        pytest.fail(f"the page looks different: {seen} shows what was, what is, and where they differ")


def test_there_is_a_picture_for_each_and_no_other():
    assert {path.stem for path in GOLDEN.glob("*.png")} == {f"{one}-{theme}" for one in PRODUCTS for theme in shipped()}


def page_with(words):
    page = Image.new("L", (400, 560), 255)
    ImageDraw.Draw(page).text((40, 60), words, 0)
    return page


def test_a_page_does_not_differ_from_itself_in_fewer_greys():
    page = page_with("The strike is likely to end by 8 March.")
    assert difference(page, small(page)) is None


@pytest.mark.parametrize("words", ["The strike is unlikely to end by 8 March.", "The strike is likely to end by May."])
def test_one_word_more_or_less_is_a_difference(words):
    assert difference(page_with("The strike is likely to end by 8 March."), page_with(words))


def test_pages_of_different_size_differ():
    assert difference(Image.new("L", (10, 10), 255), Image.new("L", (10, 12), 255))
