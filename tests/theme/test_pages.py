"""What a theme does to the looks of the products; tests/build/test_looks.py has that it changes no word."""

import functools
import re
import shutil
from dataclasses import replace
from typing import Any, cast

import page as validator
import pypdf
import pytest

from briefgen import desk, issuing, sheet
from briefgen.compose import House, compose
from briefgen.outputs import output
from briefgen.resources import templates_folder
from briefgen.theme import choose, shipped, standard
from tests.printed import PRODUCTS, ROOT, build
from tests.theme.test_reading import SVG, png

SHEETS = [*sorted(ROOT.glob("briefs/*.yaml")), ROOT / "docs" / "first-sheet.yaml"]
FOLDERS = [templates_folder()]
STYLES = sorted(templates_folder().rglob("*.css"))
OTHER = {
    "colours": dict(
        zip(
            standard().colours,
            ("#101010", "#404040", "#7a1f3d", "#e3cdd5", "#f6eef1", "#fffafa", "#7a003d"),
            strict=True,
        )
    ),
    "fonts": {
        "text": "Source Sans 3",
        "heading": "Source Sans 3",
        "display": "Source Sans 3",
        "label": "Source Sans 3",
    },
    "page_size": "Letter",
}
THEMES = {name: choose(desk.find(ROOT), name) for name in shipped()}
THEMES["a desk's own"] = replace(standard(), **cast(Any, OTHER), header="Other head", footer="Other foot")


@functools.cache
def view(path):
    made = sheet.load(path, ROOT / "briefs" / "registry", ROOT).sheet
    assert made
    return issuing.make(
        made, made.product.handling.marking if made.product.handling else desk.find(ROOT).default_marking
    )


@functools.cache
def page(path, product, theme):
    return compose(view(path), product, FOLDERS, House("Example Desk", theme=THEMES[theme])).html


def test_the_running_lines_have_the_words_of_the_theme():
    html = page(SHEETS[0], "situation-update", "a desk's own")

    assert "Other head" in html
    assert "Other foot" in html
    assert "Other head" not in page(SHEETS[0], "situation-update", "institute")


@pytest.mark.parametrize("product", PRODUCTS)
@pytest.mark.parametrize("name", [name for name in THEMES if name != "institute"])
def test_the_colours_of_a_theme_reach_every_corner(product, name):
    html, theme = page(SHEETS[0], product, name), THEMES[name]
    label = view(SHEETS[0]).marking
    drawn = set(re.findall(r'(?:fill|stroke)="(#[^"]*)"', html))

    assert drawn <= set(theme.colours.values())
    used = {one.lower() for one in re.findall(r"#[0-9a-fA-F]{6}\b", html)}
    assert used <= {*theme.colours.values(), label["colour"].lower(), label["ground"]}


@pytest.mark.parametrize("path", [*STYLES, *sorted(templates_folder().rglob("*.j2"))], ids=lambda path: path.name)
def test_no_style_sheet_has_a_colour_of_its_own(path):
    text = path.read_text(encoding="utf-8")

    assert re.findall(r"(?<!&)#(?:[0-9a-fA-F]{3}){1,2}\b", text) == []
    assert (
        re.findall(r"(?:colou?r|background|border[\w-]*)\s*:[^;}]*[\s:](?:black|white|red|gr[ae]y|rgba?\()", text) == []
    )


@pytest.mark.parametrize("name", shipped())
def test_what_a_style_sheet_uses_is_defined(name):
    theme = THEMES[name]
    mine = [path for path in STYLES if "_themes" not in path.parts or name in path.parts]
    used = {one for path in mine for one in re.findall(r"var\(--([\w-]+)\)", path.read_text(encoding="utf-8"))}
    markup = "".join(path.read_text(encoding="utf-8") for path in templates_folder().rglob("*.j2"))
    defined = set(re.findall(r"--([\w-]+):", theme.css() + markup))

    assert len(used) > 20
    assert used - defined == set()


def test_the_shipped_themes_define_the_same_for_the_products():
    """The style sheet of a product may use these; those of a theme may use more."""
    named = {name: set(re.findall(r"--([\w-]+):", theme.css())) for name, theme in THEMES.items()}

    assert named["institute"] <= named["operations"]


@pytest.mark.parametrize(("name", "families"), [("institute", 4), ("operations", 1)])
def test_html_has_only_the_fonts_of_its_theme(name, families):
    made = compose(view(SHEETS[-1]), "situation-update", FOLDERS, House(theme=THEMES[name]))
    html = output("html").make(made, cast(Any, None)).data.decode()

    assert len(set(re.findall(r'@font-face { font-family: "([^"]*)"', html))) == families


LOGOS = {"institute": ("logo.svg", SVG.encode()), "operations": ("logo.png", png(40, 20))}


@pytest.mark.parametrize("base", ["institute", pytest.param("operations", marks=pytest.mark.slow)])
def test_every_product_prints_in_a_desks_own_theme(base, tmp_path):
    """Any warning of the engine would be an error; the shipped themes are printed with more in test_products.py."""
    name, content = LOGOS[base]
    (tmp_path / name).write_bytes(content)
    lines = f'base = "{base}"\npage_size = "Letter"\nfooter = "Room 12"\n[logo]\nfile = "{name}"\nalt = "North"\n'
    (tmp_path / "look.toml").write_text(lines + '[colours]\naccent = "#7a1f3d"\npaper = "#fffdf8"\n')
    order = ("--theme", "look.toml", "--product", ",".join(PRODUCTS))
    sheet = shutil.copy(SHEETS[-1], tmp_path)
    made = build(tmp_path, sheet, *order, cwd=tmp_path)  # a desk whose settings name no paper
    pdfs = {product: path for product, kind, path in made if kind == "pdf"}

    assert sorted(pdfs) == PRODUCTS
    for path in pdfs.values():
        assert failures(path) == []
    first = pypdf.PdfReader(pdfs["situation-update"]).pages[0]
    assert [float(side) for side in first.mediabox[2:]] == [612, 792]
    assert "Room 12" in first.extract_text()


@pytest.mark.slow
@pytest.mark.parametrize("product", PRODUCTS)
def test_every_figure_is_archival_and_accessible_in_the_other_theme(printed, product):
    """The sheet of the exercise has nearly all kinds of figures; test_products.py has the rest, in the first theme."""
    assert failures(printed(SHEETS[0], "operations")[product, "pdf"]) == []


def failures(path):
    """Return what the validator has against a file, as PDF/A-3a and as PDF/UA-1."""
    data = path.read_bytes()
    reports = [validator.validate_pdf_bytes(data, profile=profile) for profile in ("3a", "ua1")]
    return [failure.message for report in reports for failure in report.failures]
