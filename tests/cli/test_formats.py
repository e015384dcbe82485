"""What `check` has found, in every form in which it is printed."""

import io
import json
import os
import pty
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from rich.cells import cell_len

import briefgen
from briefgen.cli.formats import FORMATS, Outcome, excerpt, render
from briefgen.findings import Finding, Mark
from briefgen.lint import RULES, Waived
from tests.lint.framing import FRAME

HERE = Path(__file__).parent
SARIF = json.loads((HERE / "schemas" / "sarif-2.1.0.json").read_text("utf-8"))
OURS = json.loads((HERE.parents[1] / "docs" / "findings.schema.json").read_text("utf-8"))
FAULTY = "briefgen: 1\nproduct: {id: BAD-1, titel: A bad sheet, time: 2024-02-02}\n"


@pytest.fixture(autouse=True)
def nobody_watches(monkeypatch):
    monkeypatch.setattr("sys.stderr", io.StringIO())  # which is a terminal under `pytest -s`


def finding(line=1, column=1, path="briefs/a.yaml", **values):
    given = {"code": "SHT101", "message": "the sheet has no summary", "remedy": "add summary", **values}
    return Finding(Mark(path, line, column), **given)


ERROR = finding(2, 10, code="SHT002", message="product: title is missing", remedy="add title")
WARNING = finding(3, 4, severity="warning", record="j-1")
NOTE = finding(4, 1, severity="info", message="100 % certain, says “A: B”\nand C")
WAIVED = Waived(finding(5, 6, message="the judgement has no horizon", severity="warning"), "it has no end")
ALL = Outcome((ERROR, WARNING, NOTE), (WAIVED,), ("briefs/a.yaml", "briefs/b.yaml"))


def on_terminal(arguments, cwd, columns=80, **environment):
    """Return what a terminal of so many columns is sent, line by line."""
    leader, follower = pty.openpty()
    given = {**os.environ, "TERM": "xterm-256color", "COLUMNS": str(columns), **environment}
    command = [sys.executable, "-m", "briefgen", *arguments]
    with subprocess.Popen(command, cwd=cwd, stdin=follower, stdout=follower, stderr=follower, env=given) as running:
        os.close(follower)
        sent = bytearray()
        while part := read(leader):
            sent += part
        running.wait(60)
    os.close(leader)
    return sent.decode().replace("\r\n", "\n").splitlines()


def read(leader):
    try:
        return os.read(leader, 65536)
    except OSError:  # Linux says so that the other end is closed
        return b""


def plain(lines):
    return [re.sub(r"\x1b\[[\d;]*m", "", line) for line in lines]


def caret_under(lines, number):
    """Return what stands behind the caret's place in the source line with this number."""
    at = next(place for place, line in enumerate(lines) if line.lstrip().startswith(f"{number} | "))
    before = cell_len(lines[at + 1].partition("^")[0])
    return next(lines[at][place:] for place in range(len(lines[at]) + 1) if cell_len(lines[at][:place]) == before)


def test_every_module_with_render_is_a_format():
    folder = Path(briefgen.__file__).parent / "cli" / "formats"
    found = {path.stem for path in folder.glob("*.py") if "\ndef render(outcome" in path.read_text("utf-8")}
    assert found - {"terminal"} == set(FORMATS)


@pytest.mark.parametrize("form", FORMATS)
def test_a_format_prints_nothing_found(form):
    assert "error SHT" not in render(form, Outcome())


# --- text


def test_text_is_one_line_each_and_waived_ones_give_their_reason():
    lines = render("text", ALL).splitlines()

    assert lines[:3] == [str(ERROR), str(WARNING), str(NOTE)]
    assert lines[3:] == ["briefs/a.yaml:5:6: waived SHT101 the judgement has no horizon — reason: it has no end"]


def test_a_reason_cannot_forge_a_line():
    waived = Waived(WARNING, "because\nbriefs/a.yaml:1:1: error FAKE001 x — y\x1b[2J")
    printed = render("text", Outcome((), (waived,)))

    assert len(printed.splitlines()) == 1
    assert "\x1b" not in printed


# --- a terminal


def test_a_terminal_shows_the_source_line_with_a_caret(desk):
    (desk / "briefs" / "bad.yaml").write_text(FAULTY)
    sent = on_terminal(["check", "briefs/bad.yaml"], desk)
    lines = plain(sent)

    assert any("\x1b[1;31merror SHT001" in line for line in sent)
    assert "briefs/bad.yaml:2:22: error SHT001 product: unknown key" in "\n".join(lines)
    at = lines.index(next(line for line in lines if "SHT001" in line))
    assert lines[at + 1] == " 2 | product: {id: BAD-1, titel: A bad sheet, time: 2024-02-02}"
    assert lines[at + 2] == "   |                      ^"
    assert lines[at + 3] == '   = did you mean "title"?'
    assert lines[-1] == "1 sheet: 2 errors, 1 not reviewed"


@pytest.mark.parametrize("quiet", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
def test_colour_is_left_out_where_nobody_wants_it(desk, quiet):
    (desk / "briefs" / "bad.yaml").write_text(FAULTY)
    sent = on_terminal(["check", "briefs/bad.yaml"], desk, **quiet)

    assert not any(re.search(r"\x1b\[[\d;]*3\d", line) for line in sent)
    assert any(line.endswith(" ^") for line in plain(sent))


def test_a_terminal_lists_what_is_waived_on_one_line_each(desk):
    waived = "waivers: [{rule: MRK001, reason: The desk marks it}]\n"
    (desk / "briefs" / "good.yaml").write_text(FAULTY.replace("titel", "title") + waived)
    lines = plain(on_terminal(["check"], desk, 200))

    assert [line for line in lines if ": waived MRK001 " in line and "— reason: The desk marks it" in line]


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_nothing_is_wider_than_the_terminal(desk, columns):
    long = FAULTY.replace("A bad sheet", "word " * 100) + f"zzz: {'日本語' * 60}\n"
    (desk / "briefs" / "bad.yaml").write_text(long)
    lines = plain(on_terminal(["check", "briefs/bad.yaml"], desk, columns))

    assert max(map(cell_len, lines)) <= columns
    assert any("…" in line for line in lines)


WITH_WIDE = """\
briefgen: 1
product: {id: BAD-1, title: T, time: 2024-02-02}
events:
  - {"日本語": 1, unknown_1: 2}
  - {"cafe\u0301 e\u0301": 1, unknown_2: 2}
  - {"اردو زبان": 1, unknown_3: 2}
  - {"a\u202eb\u200b": 1, unknown_4: 2}
  - {"a":\t1, unknown_5: 2}
"""


def test_the_caret_stands_under_the_place_whatever_stands_before_it(desk):
    (desk / "briefs" / "bad.yaml").write_text(WITH_WIDE, encoding="utf-8")
    lines = plain(on_terminal(["check", "briefs/bad.yaml"], desk, 200))

    for number in range(1, 6):
        start = next(place for place, line in enumerate(lines) if f'"unknown_{number}"' in line)
        assert caret_under(lines[start:], number + 3).startswith(f"unknown_{number}")


def test_a_terminal_gets_no_character_that_steers_it(desk):
    hostile = FAULTY.replace("bad sheet", "bad\x1b[2J\x07\u202e\u2066\u200b\x9b sheet")
    (desk / "briefs" / "bad\u202e\x1b.yaml").write_text(hostile, encoding="utf-8")
    sent = "\n".join(on_terminal(["check"], desk))

    assert re.search(r"bad\ufffd+\[2J\ufffd+ sheet", sent)
    assert not re.search("[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b]", sent)
    assert not re.search(r"\x1b(?!\[[\d;]*m)", sent)


def test_a_link_out_of_the_desk_is_not_shown(desk, tmp_path_factory):
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.yaml"
    secret.write_text("password: hunter2\n")
    (desk / "briefs" / "link.yaml").symlink_to(secret)
    lines = on_terminal(["check"], desk)

    assert "INC002" in "\n".join(lines)
    assert "hunter2" not in "\n".join(lines)


def test_a_place_that_is_not_there_any_more_has_no_source_line(tmp_path):
    (tmp_path / "a.yaml").write_text("one\ntwo")
    excerpts = excerpt.Excerpts(tmp_path)

    assert excerpts.at(Mark(str(tmp_path / "gone.yaml"), 1, 1), 80) is None
    assert excerpts.at(Mark(str(tmp_path / "a.yaml"), 3, 1), 80) is None
    assert excerpts.at(Mark(str(tmp_path / "a.yaml"), 2, 99), 80) == ("two", 3)


@pytest.mark.parametrize(
    "line", ["abcdefghij" * 30, "日本語" * 90, "e\u0301" * 200, "\t" * 100 + "x", "a\t日e\u0301" * 60]
)
@pytest.mark.parametrize("room", [20, 77])
def test_a_long_line_is_cut_around_the_place(line, room):
    for at in range(len(line) + 1):
        shown, indent = excerpt.cut(line, at, room)
        assert cell_len(shown) <= room
        assert indent < room
        assert excerpt.CUT in shown


def test_a_line_that_fits_is_not_cut():
    for at in range(21):
        assert excerpt.cut("x" * 20, at, 21) == ("x" * 20, at)


# --- json


def test_json_is_what_its_schema_says(briefgen, desk):
    (desk / "briefs" / "bad.yaml").write_text(FAULTY)
    printed = json.loads(briefgen("check", "--format", "json").stdout)

    assert printed["findings"]
    jsonschema.Draft202012Validator.check_schema(OURS)
    jsonschema.Draft202012Validator(OURS).validate(printed)


def test_json_gives_waived_ones_with_their_reason():
    printed = json.loads(render("json", ALL))

    jsonschema.Draft202012Validator(OURS).validate(printed)
    assert printed["findings"][1]["record"] == "j-1"
    assert printed["waived"][0] == {
        "path": "briefs/a.yaml", "line": 5, "column": 6, "severity": "warning", "code": "SHT101",
        "message": "the judgement has no horizon", "remedy": "add summary", "record": None, "reason": "it has no end",
    }  # fmt: skip


@pytest.mark.parametrize("change", [{"line": 0}, {"severity": "bad"}, {"more": 1}, {"reason": "in the wrong list"}])
def test_the_schema_refuses_what_is_not_printed(change):
    printed = json.loads(render("json", ALL))
    printed["findings"][0] |= change

    assert not jsonschema.Draft202012Validator(OURS).is_valid(printed)


# --- paths from the top of the repository


@pytest.fixture
def repository(desk, monkeypatch):
    """A desk in a folder of a repository."""
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    inner = desk / "repository" / "desk"
    inner.mkdir(parents=True)
    (desk / "repository" / ".git").mkdir()
    shutil.move(desk / "briefs", inner)
    (inner / "briefs" / "bad.yaml").write_text(FAULTY)
    (inner / "briefgen.toml").touch()
    return inner


def uris(done):
    return {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results(done.stdout)}


def results(printed):
    return json.loads(printed)["runs"][0]["results"]


@pytest.mark.parametrize("folder", [".", "briefs"])
def test_annotations_and_results_name_files_from_the_top_of_the_repository(briefgen, repository, folder):
    where, path = repository / folder, os.path.relpath(repository / "briefs" / "bad.yaml", repository / folder)

    annotated = briefgen("check", path, "--format", "github", cwd=where).stdout
    assert "::error file=desk/briefs/bad.yaml,line=2,col=22,title=SHT001::" in annotated
    assert uris(briefgen("check", path, "--format", "sarif", cwd=where)) == {"desk/briefs/bad.yaml"}


IN_A_BLOCK = """\
summary:
  narrative:
    - text: >-
        Crews at Umeå walked out on 30 January, and
        eleven people were injured [@c-2]. The
        depots were empty yesterday.
"""


def test_an_annotation_stands_on_the_line_of_the_word_inside_a_block(briefgen, repository):
    whole = FRAME.read_text("utf-8").partition("\nsummary:")[0] + "\n" + IN_A_BLOCK
    (repository / "briefs" / "rail.yaml").write_text(whole, encoding="utf-8")
    (annotated,) = (
        line for line in briefgen("check", "briefs/rail.yaml", "--format", "github", cwd=repository).stdout.splitlines()
        if "title=TIM004" in line
    )  # fmt: skip
    place = re.search(r"file=desk/briefs/rail.yaml,line=(\d+),col=(\d+),", annotated)

    assert place is not None
    assert whole.splitlines()[int(place[1]) - 1][int(place[2]) - 1 :] == "yesterday."


def test_without_a_repository_the_workspace_of_the_job_is_the_top(briefgen, repository, monkeypatch):
    (repository.parent / ".git").rmdir()
    monkeypatch.setenv("GITHUB_WORKSPACE", str(repository.parent))

    assert "file=desk/briefs/bad.yaml," in briefgen("check", "--format", "github", cwd=repository / "briefs").stdout


def test_a_file_outside_has_its_whole_path(briefgen, repository, tmp_path_factory):
    outside = tmp_path_factory.mktemp("out side") / "bad.yaml"
    outside.write_text(FAULTY)

    assert f"file={outside}," in briefgen("check", outside, "--format", "github", cwd=repository).stdout
    assert uris(briefgen("check", outside, "--format", "sarif", cwd=repository)) == {outside.as_uri()}


# --- github


def test_github_gets_one_command_a_finding_and_none_for_what_is_waived():
    lines = render("github", ALL).splitlines()

    assert [line.partition(" ")[0] for line in lines] == ["::error", "::warning", "::notice"]
    assert lines[2].endswith("title=SHT101::100 %25 certain, says “A: B” and C — add summary")


# --- sarif


def sarif(outcome=ALL):
    log = json.loads(render("sarif", outcome))
    jsonschema.Draft4Validator(SARIF).validate(log)
    return log["runs"][0]


def test_sarif_is_valid_with_and_without_findings(briefgen, desk):
    jsonschema.Draft4Validator.check_schema(SARIF)
    assert sarif(Outcome())["results"] == []
    (desk / "briefs" / "bad.yaml").write_text(FAULTY)
    jsonschema.Draft4Validator(SARIF).validate(json.loads(briefgen("check", "--format", "sarif").stdout))


def test_sarif_describes_every_rule_with_its_page():
    driver = sarif()["tool"]["driver"]
    rules = {rule["id"]: rule for rule in driver["rules"]}

    assert (driver["name"], driver["semanticVersion"]) == ("briefgen", briefgen.__version__)
    assert len(rules) == len(driver["rules"]) > 40
    assert {"YML007", "SHT101", "REF001", "INC001", *(rule.CODE for rule in RULES)} <= set(rules)
    assert not {"SET001", "TPL001", "OUT001"} & set(rules)
    for rule in rules.values():
        assert re.fullmatch("[A-Z0-9][A-Za-z0-9]+", rule["name"])
        assert rule["help"]["markdown"].startswith(f"# {rule['id']}: ")
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
    assert rules["MRK001"]["defaultConfiguration"]["level"] == "warning"
    assert any("TLP 2.0" in tag for tag in rules["MRK001"]["properties"]["tags"])


def test_sarif_results_name_rule_place_level_and_remedy():
    run = sarif()
    first, second, third, waived = run["results"]

    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == first["ruleId"] == "SHT002"
    assert [one["level"] for one in (first, second, third, waived)] == ["error", "warning", "note", "warning"]
    assert first["message"]["text"] == "product: title is missing — add title"
    place = first["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 2, "startColumn": 10}
    assert place["artifactLocation"]["uriBaseId"] in run["originalUriBaseIds"]
    assert first["suppressions"] == []
    assert waived["suppressions"] == [{"kind": "inSource", "status": "accepted", "justification": "it has no end"}]


def test_a_result_stays_the_same_when_its_line_moves():
    def prints(*findings):
        return [one["partialFingerprints"] for one in sarif(Outcome(findings))["results"]]

    moved = replace(ERROR, mark=replace(ERROR.mark, line=40))
    assert prints(moved) == prints(ERROR)
    assert prints(replace(ERROR, record="j-2")) != prints(ERROR)
    assert len({str(one) for one in prints(ERROR, moved)}) == 2


def test_a_code_without_a_page_is_reported_all_the_same():
    run = sarif(Outcome((replace(ERROR, code="NEW001"),)))
    assert run["tool"]["driver"]["rules"][run["results"][0]["ruleIndex"]]["id"] == "NEW001"


def test_an_address_holds_any_file_name():
    name = os.fsdecode("briefs/a b#%é".encode() + b"\xff.yaml")
    place = sarif(Outcome((finding(path=name),)))["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"].endswith("briefs/a%20b%23%25%C3%A9%FF.yaml")


# --- junit


def junit(outcome=ALL):
    printed = render("junit", outcome)
    assert printed.startswith('<?xml version="1.0" encoding="UTF-8"?>\n')
    return ET.fromstring(printed.encode())


def test_junit_has_a_suite_for_every_sheet_and_a_case_for_every_finding():
    whole = junit()
    first, second = whole.findall("testsuite")

    assert whole.attrib == {"name": "briefgen check", "tests": "5", "failures": "2", "errors": "0", "skipped": "1"}
    assert first.attrib == {"name": "briefs/a.yaml", "tests": "4", "failures": "2", "errors": "0", "skipped": "1"}
    assert [[result.tag for result in case] for case in first] == [
        ["failure"],
        ["failure"],
        ["system-out"],
        ["skipped"],
    ]
    assert [case.find("failure").get("type") for case in first[:2]] == ["error", "warning"]
    assert first[0].find("failure").text == str(ERROR)
    assert first[3].find("skipped").get("message") == "waived: it has no end"
    assert [(case.get("classname"), list(case)) for case in second] == [("briefs/b.yaml", [])]


def test_junit_cases_have_names_of_their_own():
    twice = Outcome((WARNING, replace(WARNING, message="the sheet has no judgements")))
    assert len({(case.get("classname"), case.get("name")) for case in junit(twice).iter("testcase")}) == 2


def test_junit_holds_what_xml_cannot():
    whole = junit(Outcome((replace(ERROR, message="a\0b\x1b<&\ud800\uffff"),), (Waived(WARNING, "x\x0b]]>"),)))
    texts = [value for one in whole.iter() for value in (*one.attrib.values(), one.text or "")]

    assert any("a b <& \ufffd" in text for text in texts)
    assert "waived: x\ufffd]]>" in texts


def test_junit_lists_the_sheets_of_a_desk(briefgen, desk):
    (desk / "briefs" / "bad.yaml").write_text(FAULTY)
    whole = ET.fromstring(briefgen("check", "--format", "junit").stdout)

    assert {suite.get("name") for suite in whole} == {"briefs/bad.yaml", "briefs/good.yaml"}
    assert all(len(suite) for suite in whole)
