"""The products of one page have one page: each real sheet, on either paper, in every theme; and they hold as PDF."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import page as validator
import pypdf
import pytest

ROOT = Path(__file__).parents[1]
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


@pytest.fixture(scope="session", params=LOOKS, ids="-".join)
def printed(request, tmp_path_factory):
    """Return the paper, and the files of both products of every sheet by product and format."""
    paper, theme = request.param
    desk = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "briefs", desk / "briefs")
    shutil.copy(ROOT / "docs" / "first-sheet.yaml", desk / "briefs")
    (desk / "briefgen.toml").write_text(f'[desk]\nname = "Example Desk"\npage_size = "{paper}"\ntheme = "{theme}"\n')
    command = [sys.executable, "-m", "briefgen", "build", "--product=flash,one-pager", "--format=pdf,html", "--json"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=desk, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    results = [json.loads(line) for line in done.stdout.splitlines()]
    return paper, [(one["product"], one["format"], desk / "dist" / one["file"]) for one in results]


def pdfs(files):
    return [(product, path) for product, kind, path in files if kind == "pdf"]


def test_each_has_one_page_of_its_paper(printed):
    paper, files = printed
    assert len(pdfs(files)) == 2 * (len(list(ROOT.glob("briefs/*.yaml"))) + 1)

    for product, path in pdfs(files):
        pages = pypdf.PdfReader(path).pages
        assert len(pages) == 1, path
        assert [round(float(side)) for side in pages[0].mediabox[2:]] == list(PAPER[paper, product]), path


def test_each_is_archival_and_accessible(printed):
    _, files = printed

    for product, path in pdfs(files):
        for profile in ("3a", "ua1"):
            report = validator.validate_pdf_bytes(path.read_bytes(), profile=profile)
            failures = [f"{failure.rule_id} {failure.message}" for failure in report.failures]
            assert report.is_compliant, (product, path, failures)


def test_each_carries_its_marking_twice_and_says_until_when_it_knows(printed):
    _, files = printed

    for product, path in pdfs(files):
        text = pypdf.PdfReader(path).pages[0].extract_text()
        assert len(re.findall(r"TLP:[A-Z+]+", text)) >= 2, path
        assert re.search(r"\b\d{1,2}\s\w+\s20\d\d", text), product


def test_nothing_is_empty(printed):
    _, files = printed

    for _, kind, path in files:
        if kind == "html":
            html = path.read_text(encoding="utf-8")
            assert not re.search(r"<(tbody|ul|ol|dl|dd|table|section|p)[^>]*>\s*</\1>", html), path
            assert "<h1>" in html
