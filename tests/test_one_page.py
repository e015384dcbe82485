"""The products of one page have one page: each real sheet, on either paper, in every theme; and they hold as PDF."""

import re
import shutil

import page as validator
import pypdf
import pytest

from tests.printed import ROOT, build

#: Points; the flash takes a quarter of the sheet that a desk prints on.
PAPER = {
    ("A4", "one-pager"): (595, 842),
    ("A4", "flash"): (298, 420),
    ("Letter", "one-pager"): (612, 792),
    ("Letter", "flash"): (306, 396),
}


#: Every paper and every theme once; the other pairs take as long again.
LOOKS = [
    ("A4", "institute"),
    ("Letter", "operations"),
    pytest.param(("A4", "operations"), marks=pytest.mark.slow),
    pytest.param(("Letter", "institute"), marks=pytest.mark.slow),
]
SHEETS = [*sorted(ROOT.glob("briefs/*.yaml")), ROOT / "docs" / "first-sheet.yaml"]
SMALL = ("flash", "one-pager")


@pytest.fixture(scope="module", params=LOOKS, ids="-".join)
def pages(request, printed):
    """Return the paper, and product, format and path of both products of every sheet."""
    paper, theme = request.param
    if request.param == LOOKS[0]:
        made = [(*key, path) for sheet in SHEETS for key, path in printed(sheet).items()]
    else:
        made = printed.once(f"{paper}-{theme}", lambda desk: print_small(desk, paper, theme))
    return paper, [one for one in made if one[0] in SMALL]


def print_small(desk, paper, theme):
    shutil.copytree(ROOT / "briefs", desk / "briefs")
    shutil.copy(SHEETS[-1], desk / "briefs")
    (desk / "briefgen.toml").write_text(f'[desk]\nname = "Example Desk"\npage_size = "{paper}"\ntheme = "{theme}"\n')
    return build(desk / "dist", "--product", ",".join(SMALL), "--format", "pdf,html", cwd=desk)


def pdfs(files):
    return [(product, path) for product, kind, path in files if kind == "pdf"]


def test_each_has_one_page_of_its_paper(pages):
    paper, files = pages
    assert len(pdfs(files)) == 2 * len(SHEETS)

    for product, path in pdfs(files):
        (page,) = pypdf.PdfReader(path).pages
        assert [round(float(side)) for side in page.mediabox[2:]] == list(PAPER[paper, product]), path


def test_each_is_archival_and_accessible(pages):
    _, files = pages

    for product, path in pdfs(files):
        for profile in ("3a", "ua1"):
            report = validator.validate_pdf_bytes(path.read_bytes(), profile=profile)
            failures = [f"{failure.rule_id} {failure.message}" for failure in report.failures]
            assert report.is_compliant, (product, path, failures)


def test_each_carries_its_marking_twice_and_says_until_when_it_knows(pages):
    _, files = pages

    for product, path in pdfs(files):
        text = pypdf.PdfReader(path).pages[0].extract_text()
        assert len(re.findall(r"TLP:[A-Z+]+", text)) >= 2, path
        assert re.search(r"\b\d{1,2}\s\w+\s20\d\d", text), product


def test_nothing_is_empty(pages):
    _, files = pages

    for _, kind, path in files:
        if kind == "html":
            html = path.read_text(encoding="utf-8")
            assert not re.search(r"<(tbody|ul|ol|dl|dd|table|section|p)[^>]*>\s*</\1>", html), path
            assert "<h1>" in html
