"""The file says what it is, to whoever finds it in thirty years, and is the same file each time it is made."""

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.pdf.reading import DOT, document, drawing, failures, open_pdf, root, text

ROOT = Path(__file__).parents[2]
BAR = drawing("<title>A bar</title><rect width='9' height='9'/><text y='9'>label</text>")
BRIEF = document(
    "<h2>Summary</h2><p>Text in <em>two</em> <b>weights</b>: تحریک</p><ul><li>One<p>Two</p></ul>"
    f"{BAR}"
    "<h2>Sources</h2><h3>Papers</h3><table><thead><tr><th>a<th>b</thead><tr><td>1<td>2</table>",
    "@page { @bottom-left { content: counter(page) } }",
)


def test_metadata_are_plain_and_name_both_standards(pdf):
    printed = pdf("<p>a")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in printed
    assert re.search(rb'pdfaid:part="3"[^>]*pdfaid:conformance="A"', printed)
    assert printed.count(b"</rdf:RDF>") == 1


def test_title_is_shown_and_headings_are_bookmarks(printer):
    printed = printer.print(BRIEF)
    reader: Any = open_pdf(printed.pdf)
    assert printed.pages == len(reader.pages) == 1
    assert reader.metadata.title == "A brief"
    assert root(printed.pdf)["/ViewerPreferences"]["/DisplayDocTitle"]
    marks = reader.outline
    assert [mark.title for mark in marks[1] if not isinstance(mark, list)] == ["Summary", "Sources"]


def test_pictures_of_dots_are_not_smoothed_which_archives_forbid(pdf):
    assert failures(pdf(DOT)) == []


def test_no_stream_can_be_taken_to_end_before_it_does(pdf):
    for i in range(12):  # one stream in 256 ends in a carriage return
        printed = pdf(f"<p>{i}")
        assert failures(printed) == []
        assert printed.count(b"endstream") == printed.count(b"\r\nendstream")


def test_the_same_page_is_the_same_file_whatever_was_printed_before(printer):
    first = printer.print(BRIEF).pdf
    printer.print(document("<p>Something <i>else</i> by far: Ħ</p>"))
    assert printer.print(BRIEF).pdf == first


def test_the_same_page_is_the_same_file_whatever_the_computer_is_set_to(printer, tmp_path):
    page = tmp_path / "page.html"
    page.write_text(BRIEF, encoding="utf-8")
    script = (
        "import sys, hashlib; from briefgen.pdf.engine import print_pdf; "
        "print(hashlib.sha256(print_pdf(open(sys.argv[1], encoding='utf-8').read()).pdf).hexdigest())"
    )
    settings = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "ur_PK", "PYTHONHASHSEED": "77", "PYTHONUTF8": "1"}
    environment = os.environ | settings | {"PYTHONPATH": str(ROOT), "FONTCONFIG_FILE": "/etc/fonts/fonts.conf"}
    command = [sys.executable, "-c", script, str(page)]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == hashlib.sha256(printer.print(BRIEF).pdf).hexdigest()
    assert done.stderr == ""


def test_arabic_script_can_be_copied_from_the_page(pdf):
    assert "تحریک" in text(pdf("<p>تحریک</p>"))


@pytest.mark.parametrize("size", ["A4", "letter"])
def test_a_whole_brief_is_valid(printer, size):
    page = BRIEF.replace("@page {", f"@page {{ size: {size};")
    assert failures(printer.print(page).pdf) == []
