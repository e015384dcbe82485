"""The markup of each product, whole: a change of a page shows as a diff. `pytest --update-golden` accepts it."""

from pathlib import Path

import pytest

from briefgen import issuing, sheet
from briefgen.compose import House, compose, products
from briefgen.resources import templates_folder

ROOT = Path(__file__).parents[1]
SHEETS = {"first-sheet": ROOT / "docs" / "first-sheet.yaml", "flood-exercise": ROOT / "briefs" / "flood-exercise.yaml"}
PRODUCTS = sorted(products([templates_folder()]))


def test_there_are_products():
    assert PRODUCTS


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("product", PRODUCTS)
def test_the_page_is_what_it_was(assert_golden, product, name):
    made = sheet.load(SHEETS[name], ROOT / "briefs" / "registry", ROOT).sheet
    assert made
    assert made.product.handling
    view = issuing.make(made, made.product.handling.marking)
    html = compose(view, product, [templates_folder()], House("Example Desk")).html

    assert_golden(f"{product}/{name}.html", html[html.index("<main>") :])
