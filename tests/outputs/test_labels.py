"""TLP 2.0 asks for the label in header and footer of every page, at least 12 points, in its colour on black."""

import pypdfium2 as pdfium
import pytest

from briefgen.markings import tlp
from tests.build.runs import build, watched
from tests.outputs.labels import labels
from tests.printed import PRODUCTS, ROOT

SHEETS = sorted(ROOT.glob("briefs/*.yaml"))
MARGIN = 0.13  # of the height of the page
LONG = "It went on like that for a while, and nobody said why. " * 120


def assert_marked(path, level):
    """Assert that every page of a PDF bears the label of *level* as FIRST prescribes, at its head and its foot."""
    pdf = pdfium.PdfDocument(path)
    for number, page in enumerate(pdf, 1):
        height = page.get_height()
        found = [label for label in labels(page, "TLP:") if label.size >= 12]
        places = sorted("head" if one.top < MARGIN * height else "foot" for one in found if one.right < 80)
        assert places == ["foot", "head"], (path, number, found)
        assert {one.text for one in found} == {level.label}
        assert {(one.colour, one.ground) for one in found} == {(level.colour, "#000000")}
        assert all(min(one.top, one.bottom) < MARGIN * height for one in found)
    return len(pdf)


@pytest.mark.parametrize("sheet", [SHEETS[0], *(pytest.param(one, marks=pytest.mark.slow) for one in SHEETS[1:])])
def test_every_page_of_every_product_bears_the_label(sheet, printed):
    label = "TLP:GREEN" if "flood" in sheet.stem else "TLP:CLEAR"
    level = tlp.SCHEME.find(label)
    assert level
    paths = [path for (_, kind), path in printed(sheet).items() if kind == "pdf"]

    assert sum(assert_marked(path, level) for path in paths) >= len(paths) > 2


@pytest.fixture(scope="module")
def workers(tmp_path_factory):
    with watched(tmp_path_factory.mktemp("desks")) as made:
        yield made


@pytest.mark.parametrize("level", tlp.SCHEME.levels, ids=lambda level: level.label)
def test_every_level_has_its_label_and_colour(level, tmp_path, workers, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "briefs").mkdir()
    (tmp_path / "briefs" / "sheet.yaml").write_text(
        f"briefgen: 1\nproduct: {{id: X-1, title: A title, time: 2024-02-02, handling: {level.label}}}\n"
        f"summary: {{narrative: '{LONG}'}}\n"
    )
    (report,) = build(tmp_path, workers, tmp_path / "dist", products=("situation-update",))

    assert report.results[0].reason is None
    assert assert_marked(tmp_path / "dist" / "x-1.pdf", level) > 1


def test_all_products_are_looked_at():
    assert len(PRODUCTS) == 5
