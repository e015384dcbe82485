"""What a build says, and what it leaves out."""

from collections import Counter
from pathlib import Path

import pytest

from briefgen.build.manifest import Entry
from briefgen.build.report import Report, Result
from briefgen.cli.voice import Voice
from briefgen.findings import Finding, Mark

WARNING = Finding(Mark("a.yaml", 1, 1), "SRC001", "it has no source", "name one", "warning")


def built(size=532, pages=None):
    entry = Entry("a.csv", "A-1", "flash", "csv", "TLP:CLEAR", size, pages, "0" * 64)
    return Result("a.yaml", "built", "A-1", "flash", "csv", entry=entry, why="forced")


@pytest.fixture
def voice():
    """Return a function that returns what is said of reports."""

    def said(*results, findings=(), **manner):
        lines: list[str] = []
        options = {"as_json": False, "explain": False, "quiet": False} | manner
        voice = Voice(Path("dist"), None, lines.append, **options)
        voice.tell_total(Counter(voice.tell(Report("a.yaml", findings, results))), 0)
        return lines

    return said


def test_a_small_file_is_measured_in_bytes(voice):
    assert voice(built()) == ["built dist/a.csv (532 bytes)"]
    assert voice(built(1532, 2)) == ["built dist/a.csv (2 pages, 2 kB)"]


def test_warnings_do_not_hide_why_a_product_was_made(voice):
    assert voice(built(), findings=(WARNING,), explain=True) == ["built dist/a.csv (532 bytes) — forced"]


@pytest.mark.parametrize("manner", ["quiet", "explain"])
def test_warnings_that_refuse_a_sheet_are_told(voice, manner):
    refused = Result("a.yaml", "refused", "A-1", reason=str(WARNING))
    said = [str(WARNING), "refused a.yaml: 1 finding to mend"]
    assert voice(refused, findings=(WARNING,), **{manner: True}) == said


def test_all_is_summed_up_at_the_end(voice):
    lost = [
        Result("a.yaml", "failed", "A-1", "flash", one, reason="a.yaml:1:1: error RUN001 x") for one in ("pdf", "html")
    ]
    assert voice(built(), *lost) == [
        "built dist/a.csv (532 bytes)",
        "a.yaml:1:1: error RUN001 x\nfailed a.yaml: no flash pdf",
        "failed a.yaml: no flash html",
        "dist: 1 file built, 2 files failed",
    ]


def test_few_of_many_removed_files_are_named():
    lines: list[str] = []
    Voice(Path("dist"), None, lines.append, False, False, False).tell_removed([f"{name}.pdf" for name in "abcde"])
    assert lines == ["removed from dist: a.pdf, b.pdf, c.pdf, 2 more — no sheet makes them any more"]
