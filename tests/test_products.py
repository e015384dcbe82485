"""The finished products of the real sheets: archival, accessible, complete, the same bytes every time."""

import os
import re
from typing import get_args

import page as validator
import pypdf
import pytest

from briefgen.sheet.model.summary import Figure
from tests.pdf.order import misplaced
from tests.printed import ROOT, build

SHEETS = [*sorted(ROOT.glob("briefs/*.yaml")), ROOT / "docs" / "first-sheet.yaml"]
NAMES = [sheet.stem for sheet in SHEETS]


@pytest.fixture(scope="session")
def product(printed):
    """Return a function from a sheet to the files of its situation update by format."""
    return lambda sheet: {kind: path for (name, kind), path in printed(sheet).items() if name == "situation-update"}


def test_there_are_sheets():
    assert len(SHEETS) >= 4


def test_the_real_sheets_show_every_kind_of_figure():
    kinds = set(get_args(Figure.model_fields["kind"].annotation))
    shown = {kind for path in SHEETS for kind in re.findall(r"^    kind: (\S+)$", path.read_text("utf-8"), re.M)}

    assert len(kinds) == 9
    assert kinds <= shown


@pytest.mark.parametrize("sheet", SHEETS, ids=NAMES)
@pytest.mark.parametrize("profile", ["3a", "ua1"])
def test_a_validator_passes_the_pdf(product, sheet, profile):
    report = validator.validate_pdf_bytes(product(sheet)["pdf"].read_bytes(), profile=profile)

    assert [f"{failure.rule_id} {failure.message}" for failure in report.failures] == []
    assert report.is_compliant


@pytest.mark.parametrize("sheet", SHEETS, ids=NAMES)
def test_the_pdf_says_what_it_is(product, sheet):
    pdf = pypdf.PdfReader(product(sheet)["pdf"])
    metadata = pdf.metadata

    assert str(pdf.root_object["/Lang"]) == "en"
    assert metadata
    assert metadata.title
    assert metadata.creation_date
    assert len(pdf.outline) >= 1
    assert "/DisplayDocTitle" in str(pdf.root_object["/ViewerPreferences"])


@pytest.mark.parametrize("sheet", SHEETS, ids=NAMES)
def test_what_is_read_aloud_comes_in_the_order_of_the_page(product, sheet):
    assert misplaced(product(sheet)["pdf"].read_bytes()) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=NAMES)
def test_pages_are_labelled_and_bookmarks_lead_down_step_by_step(product, sheet):
    pdf = pypdf.PdfReader(product(sheet)["pdf"])
    headings = structure(pdf.root_object["/StructTreeRoot"].get_object())
    levels = [int(one["/S"][2:]) for one in headings if re.fullmatch(r"/H\d", one["/S"])]
    marks = list(bookmarks(pdf.outline))

    assert pdf.page_labels == [str(number) for number in range(1, len(pdf.pages) + 1)]
    assert [level for level, _ in marks] == levels
    assert all(title.strip() for _, title in marks)


def bookmarks(outline, level=1):
    for one in outline:
        if isinstance(one, list):
            yield from bookmarks(one, level + 1)
        else:
            yield level, one.title


@pytest.mark.parametrize("sheet", SHEETS, ids=NAMES)
def test_every_drawing_has_a_text_in_its_stead(product, sheet):
    pdf = pypdf.PdfReader(product(sheet)["pdf"])
    figures = [
        element for element in structure(pdf.root_object["/StructTreeRoot"].get_object()) if element["/S"] == "/Figure"
    ]

    assert figures, "a judgement has a drawing"
    assert all(str(figure["/Alt"]).strip() for figure in figures)


def structure(element):
    held = element.get("/K", [])
    for kid in held if isinstance(held, list) else [held]:
        kid = kid.get_object()
        if isinstance(kid, dict) and "/S" in kid:
            yield kid
            yield from structure(kid)


@pytest.mark.parametrize("sheet", SHEETS, ids=NAMES)
def test_every_page_carries_the_marking_twice(product, sheet):
    for number, one in enumerate(pypdf.PdfReader(product(sheet)["pdf"]).pages, 1):
        assert len(re.findall(r"TLP:[A-Z+]+", one.extract_text())) >= 2, number


@pytest.mark.parametrize("sheet", SHEETS, ids=NAMES)
def test_no_path_of_this_machine_is_in_a_product(product, sheet):
    for path in product(sheet).values():
        data = path.read_bytes()
        assert b"file://" not in data
        assert str(ROOT).encode() not in data
    pdf = pypdf.PdfReader(product(sheet)["pdf"])
    notes = [note.get_object() for one in pdf.pages for note in one.get("/Annots", [])]
    addresses = [note["/A"]["/URI"] for note in notes if "/A" in note]
    assert all(address.startswith(("https://", "http://")) for address in addresses)
    assert not any("brief.invalid" in address for address in addresses)


@pytest.mark.parametrize("sheet", SHEETS, ids=NAMES)
def test_the_html_needs_no_other_file(product, sheet):
    html = product(sheet)["html"].read_text(encoding="utf-8")

    assert not re.search(r"""<(?:link|script|iframe|object|embed)\b""", html)
    assert re.findall(r"""\bsrc=["'](?!data:)""", html) == []
    assert re.findall(r"""url\(["']?(?!data:)[^)]""", html) == []
    assert "@font-face" in html
    assert '<meta name="viewport"' in html


@pytest.mark.parametrize("sheet", SHEETS, ids=NAMES)
def test_no_section_is_empty_and_no_number_is_missing(product, sheet):
    html = product(sheet)["html"].read_text(encoding="utf-8")

    assert not re.search(r"<(tbody|ul|ol|dl|table|section)[^>]*>\s*</\1>", html)
    for kind in ("Table", "Figure"):
        numbers = [int(number) for number in re.findall(rf"\b{kind} (\d+)\b", html)]
        assert list(dict.fromkeys(numbers)) == list(range(1, len(set(numbers)) + 1))


def test_withheld_records_are_in_no_product(product):
    """The first issue of the real case holds records for the desk alone: they are marked above its own marking."""
    sheet = ROOT / "briefs" / "ttp-islamabad-ceasefire.yaml"
    marked = [one for one in sheet.read_text(encoding="utf-8").splitlines() if "portion: TLP:AMBER" in one]
    assert marked, "the sheet withholds something"

    for path in product(sheet).values():
        assert b"TLP:AMBER" not in path.read_bytes()


LATER = """
import time
for name in ("time", "time_ns"):
    now = getattr(time, name)
    setattr(time, name, lambda now=now, hour=3600 * (10**9 if name.endswith("ns") else 1): now() + hour)
"""


def test_the_same_bytes_elsewhere_and_an_hour_later(tmp_path):
    sheet = ROOT / "docs" / "first-sheet.yaml"
    here = build(tmp_path / "here", sheet, "--format", "pdf,html", PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C")
    moved = tmp_path / "a folder, élsewhere"
    moved.mkdir()
    (moved / "s.yaml").write_bytes(sheet.read_bytes())
    (moved / "briefgen.toml").write_bytes((ROOT / "briefgen.toml").read_bytes())
    (tmp_path / "later").mkdir()
    (tmp_path / "later" / "sitecustomize.py").write_text(LATER)
    there = build(
        tmp_path / "there",
        "s.yaml",
        "--format",
        "pdf,html",
        cwd=moved,
        PYTHONPATH=os.pathsep.join([str(tmp_path / "later"), str(ROOT)]),
        PYTHONHASHSEED="77",
        TZ="Asia/Kabul",
        LC_ALL="C.UTF-8",
    )

    assert len(here) == 2
    assert [path.read_bytes() for *_, path in here] == [path.read_bytes() for *_, path in there]
