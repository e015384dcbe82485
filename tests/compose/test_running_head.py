"""The running head holds the caveats where they fit beside the marking, and else says where they stand."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from briefgen import issuing, sheet
from briefgen.compose import House, compose
from briefgen.resources import templates_folder

ROOT = Path(__file__).parents[2]
SHORT = ["Not to be quoted"]
LONG = [*SHORT, "Not for release to third parties", "To be kept locked away", "To be destroyed by all after reading"]


def head(caveats):
    """Return the words of the running head, and the page, of the first sheet with *caveats*."""
    parsed = sheet.load(ROOT / "docs" / "first-sheet.yaml", ROOT / "briefs" / "registry", ROOT)
    assert parsed.sheet
    assert parsed.sheet.product.handling
    made = issuing.make(parsed.sheet, parsed.sheet.product.handling.marking)
    handling = dict(made.product["handling"]) | {"caveats": caveats}
    made = replace(made, product=dict(made.product) | {"handling": handling})
    html = compose(made, "situation-update", [templates_folder()], House("Example Desk")).html
    return re.findall(r'class="head">.*?class="axis">(.*?)</span>', html, re.S)[0], html


@pytest.mark.parametrize(("caveats", "there"), [([], False), (SHORT, False), (LONG, True)])
def test_caveats_that_do_not_fit_beside_the_marking_stand_under_handling(caveats, there):
    said, html = head(caveats)

    assert ("see Handling" in said) == there
    assert all(one in said for one in caveats) != there
    assert all(html.count(one) >= 1 for one in caveats)
