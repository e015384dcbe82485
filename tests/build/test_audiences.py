"""Builds for audiences: what lies in their folders, and what no longer does."""

import json

import pytest

from briefgen import audiences, scan
from briefgen.build import making
from briefgen.build.answer import Failure
from briefgen.confinement import Guard, Isolation
from briefgen.errors import OutputError
from briefgen.issuing import copying
from briefgen.markings import tlp
from briefgen.workers import Pool
from tests.build.runs import build, watched

GREEN, AMBER = tlp.SCHEME.levels[1:3]
SHEET = """\
briefgen: 1
product: {id: X-1, title: A title, time: 2024-02-02, portion: TLP:CLEAR, handling: TLP:AMBER, kind: [flash, one-pager]}
gaps:
  - {id: n-open, text: What they will do., portion: TLP:GREEN}
  - {id: n-hidden, text: What the mole says., portion: TLP:AMBER}
"""


@pytest.fixture(scope="module")
def workers(tmp_path_factory):
    with watched(tmp_path_factory.mktemp("desks")) as made:
        yield made


@pytest.fixture(scope="module")
def scanner(workers):
    with Pool(scan.WORK, 1, lambda question: b"", (), 60) as pool:
        yield scan.Scanner(pool)


@pytest.fixture
def desk(tmp_path, monkeypatch):
    (tmp_path / "briefgen.toml").write_text('[build]\nformats = ["html"]\n')
    (tmp_path / "briefs").mkdir()
    (tmp_path / "briefs" / "sheet.yaml").write_text(SHEET)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def issue(desk, workers, scanner):
    def run(level=GREEN, out="dist/partners", **order):
        audience = level and audiences.up_to(level)
        return build(desk, workers, desk / out, scanner=scanner, audience=audience, **order)

    return run


def held(desk, out="dist/partners"):
    return sorted(path.name for path in (desk / out).iterdir())


def test_the_folder_of_an_audience_holds_its_editions_and_says_for_whom(desk, issue):
    (report,) = issue()
    manifest = json.loads((desk / "dist/partners/manifest.json").read_text())

    assert held(desk) == ["manifest.json", "x-1.html", "x-1.one-pager.html"]
    assert manifest["readers"] == "TLP:GREEN"
    assert {entry["marking"] for entry in manifest["files"]} == {"TLP:GREEN"}
    assert "mole" not in "".join((desk / "dist/partners" / name).read_text() for name in held(desk))
    assert report.findings == ()


def test_what_is_wrong_with_a_sheet_is_not_told_to_an_audience(desk, issue):
    (desk / "briefs" / "sheet.yaml").write_text(SHEET.replace("text: What the mole", "txt: What the mole"))
    (report,) = issue()

    assert report.findings == ()
    assert report.results[0].reason == "2 findings to mend — see `briefgen check`"


def test_a_sheet_that_is_marked_higher_is_taken_back(desk, issue):
    issue()
    (desk / "briefs" / "sheet.yaml").write_text(SHEET.replace("portion: TLP:CLEAR", "portion: TLP:RED"))
    (report,) = issue()

    assert (report.withheld, report.results) == (True, ())
    assert held(desk) == ["manifest.json"]


def test_an_audience_that_may_read_less_keeps_nothing_of_what_it_had(desk, issue):
    issue(AMBER)
    before = (desk / "dist/partners/x-1.html").read_text()
    (desk / "briefs" / "sheet.yaml").write_text(SHEET.replace("title:", "titel:"))
    issue(GREEN)

    manifest = json.loads((desk / "dist/partners/manifest.json").read_text())
    assert "TLP:AMBER" in before
    assert held(desk) == ["manifest.json"]
    assert (manifest["readers"], manifest["files"]) == ("TLP:GREEN", [])


def test_a_product_that_an_audience_no_longer_gets_is_taken_back(desk, issue):
    issue()
    (desk / "briefs" / "sheet.yaml").write_text(SHEET.replace("kind: [flash, one-pager]", "kind: flash"))
    issue()

    assert held(desk) == ["manifest.json", "x-1.html"]


@pytest.mark.parametrize(("first", "second"), [(None, GREEN), (GREEN, None)])
def test_the_desks_own_editions_never_lie_beside_those_of_an_audience(desk, issue, first, second):
    issue(first)
    with pytest.raises(OutputError, match="OUT006"):
        issue(second)


def test_an_audience_gets_the_sheets_in_its_language(desk, workers, scanner):
    audience = audiences.Audience("partners", audiences.up_to(GREEN).reader, language="fr")
    (report,) = build(desk, workers, desk / "dist/partners", scanner=scanner, audience=audience)

    assert report.withheld


def test_a_product_that_gives_something_away_is_not_written_and_the_log_does_not_say_what(desk, issue, monkeypatch):
    monkeypatch.setattr(copying._Copier, "_may_read", lambda self, marking: True)
    (report,) = issue()
    told = " ".join(result.reason or "" for result in report.results)

    assert "error RUN007 it gives away what was withheld, in text of x-1.one-pager.html" in told
    assert "mole" not in told
    assert held(desk) == ["manifest.json", "x-1.html"]  # a flash has no gaps


LONG = """\
briefgen: 1
product: {id: X-1, title: A title, time: 2024-02-02, handling: TLP:GREEN, kind: one-pager}
sources: {id: s-1, title: One}
claims:
  - {id: c-1, text: So., sources: s-1}
judgements:
  - {id: j-1, text: "It is {likelihood} so. LONG", likelihood: likely, evidence: {for: c-1}, confidence: low}
""".replace("LONG", "It was a long day. " * 320)


def test_why_there_is_no_file_does_not_tell_how_much_stands_above_a_record(desk, issue):
    hidden = "  - {id: c-2, text: What the mole says., sources: s-1, portion: TLP:RED}\n"
    reasons = []
    for text in (LONG, LONG.replace("judgements:", f"{hidden}judgements:")):
        (desk / "briefs" / "sheet.yaml").write_text(text)
        (report,) = issue()
        reasons += [result.reason for result in report.results]

    assert "FIT001" in reasons[0]
    assert reasons[0] == reasons[1]


def test_nothing_is_made_for_an_audience_without_isolation(desk, issue, workers):
    workers.asked.clear()
    issue()
    (task, *_) = workers.asked
    off = Guard(False, "this kernel has no Landlock")
    (failure,) = (one.result for one in making.make(task, workers.templates, Isolation(off, off, off)))

    assert isinstance(failure, Failure)
    assert failure.kind == "isolation"
    assert "no Landlock" in failure.sentences[0]
