"""No page of the real sheets ends in a hole, and none but the last is far from full: either paper, both themes."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from PIL import ImageOps

from briefgen.theme import shipped

ROOT = Path(__file__).parents[1]
MARGIN = 62  # points at the foot of every page that hold the running line
HEAD = 72  # and at its head
FAINT = 215  # of 255; lighter than the faintest hairline
EMPTY = 0.20  # of a page
FEW = 0.80  # of a last page


@pytest.fixture(scope="module", params=["A4", "Letter"])
def paper(request, tmp_path_factory):
    """Return a desk with the real sheets that prints on one paper."""
    desk = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "briefs", desk / "briefs")
    (desk / "briefgen.toml").write_text(f'[desk]\nname = "Example Desk"\npage_size = "{request.param}"\n')
    return desk


def printed(desk, theme):
    """Return the PDF of every long product of every sheet."""
    command = [sys.executable, "-m", "briefgen", "build", "--theme", theme, "--out", f"dist-{theme}", "--json"]
    command += ["--product", "situation-update,assessment,source-report", "--format", "pdf"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=desk, env=environment, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    files = [json.loads(line)["file"] for line in done.stdout.splitlines()]
    return [desk / f"dist-{theme}" / name for name in files if name.endswith(".pdf")]


def empty(pdf):
    """Return how much of each page is empty at its foot."""
    shares = []
    for page in pypdfium2.PdfDocument(pdf):
        drawn = page.render(scale=1).to_pil().convert("L")
        area = drawn.crop((0, HEAD, drawn.width, drawn.height - MARGIN))
        inked = ImageOps.invert(area).point(lambda value: 255 if value > 255 - FAINT else 0).getbbox()
        shares.append(1 - (inked[3] if inked else 0) / area.height)
    return shares


@pytest.mark.slow
@pytest.mark.parametrize("theme", shipped())
def test_pages_are_full_to_the_foot(paper, theme):
    holes = [
        (path.name, number, round(share, 2))
        for path in printed(paper, theme)
        for shares in [empty(path)]
        for number, share in enumerate(shares, 1)
        if share > (FEW if number == len(shares) else EMPTY)
    ]

    assert holes == []
