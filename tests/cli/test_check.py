import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.cli.formats import FORMATS

BAD = "briefgen: 1\nproduct: {id: BAD-1, titel: A bad sheet, time: 2024-02-02}\n"


def test_a_sheet_without_errors_exits_with_0(briefgen):
    done = briefgen("check")

    assert done.returncode == 0
    assert done.stdout == ""
    assert "1 sheet: 0 errors" in done.stderr


def test_strict_fails_on_warnings(briefgen):
    assert briefgen("check", "--strict").returncode == 1


def test_strict_does_not_fail_on_notes(briefgen, desk):
    codes = {one["code"] for one in json.loads(briefgen("check", "--format", "json").stdout)["findings"]}
    severity = "".join(f'{code} = "info"\n' for code in codes)
    (desk / "briefgen.toml").write_text(f"[lint.severity]\n{severity}")
    done = briefgen("check", "--strict")

    assert codes
    assert done.returncode == 0
    assert re.fullmatch(r"1 sheet: 0 errors, 0 warnings, \d+ notes?", done.stderr.splitlines()[-1])


@pytest.mark.parametrize("form", FORMATS)
def test_the_summary_is_the_last_line_on_standard_error(briefgen, form):
    done = briefgen("check", "--format", form)

    assert done.stderr.splitlines()[-1].startswith("1 sheet: 0 errors, ")
    assert bool(done.stdout) == (form != "text")


def test_what_is_waived_is_listed_with_its_reason_and_does_not_fail(briefgen, desk):
    good = desk / "briefs" / "good.yaml"
    good.write_text(good.read_text().replace(", handling: TLP:CLEAR", ""))
    before = briefgen("check", "--strict")
    good.write_text(good.read_text() + "waivers: [{rule: MRK001, reason: The desk marks it}]\n")
    after = briefgen("check", "--strict")

    assert "warning MRK001" in before.stderr
    assert re.search(r"briefs/good.yaml:2:\d+: waived MRK001 .* — reason: The desk marks it\n", after.stderr)
    assert after.stderr.splitlines()[-1].endswith(", 1 waived")


def test_findings_name_the_place_from_here(briefgen, desk):
    (desk / "briefs" / "bad.yaml").write_text(BAD)
    done = briefgen("check")

    assert done.returncode == 1
    assert "briefs/bad.yaml:2:22: error SHT" in done.stderr
    assert "title" in done.stderr


def test_what_is_not_known_of_a_sheet_with_errors_is_not_counted(briefgen, desk):
    (desk / "briefs" / "bad.yaml").write_text(BAD)

    assert re.fullmatch(
        r"1 sheet: \d errors?, 1 not reviewed", briefgen("check", "briefs/bad.yaml").stderr.splitlines()[-1]
    )
    assert re.fullmatch(r"2 sheets: .* \d+ warnings?, 1 not reviewed", briefgen("check").stderr.splitlines()[-1])


def test_the_theme_of_the_desk_is_checked_too(briefgen, desk):
    (desk / "briefgen.toml").write_text('[desk]\ntheme = "look.toml"\n')
    (desk / "look.toml").write_text('nam = "x"\n[colours]\nink = "black"\n')
    checked, built = briefgen("check", "--format", "json"), briefgen("build")
    found = [(one["path"], one["line"], one["code"]) for one in json.loads(checked.stdout)["findings"]]

    assert checked.returncode == 1
    assert [one for one in found if one[2][:3] == "THM"] == [("look.toml", 1, "THM003"), ("look.toml", 3, "THM005")]
    assert built.returncode == 2
    assert [line[:30] for line in built.stderr.splitlines()] == [
        "look.toml:1:1: error THM003 a ", "look.toml:3:1: error THM005 in"
    ]  # fmt: skip


def test_json_goes_to_standard_output(briefgen, desk):
    (desk / "briefs" / "bad.yaml").write_text(BAD)
    done = briefgen("check", "--format", "json")
    printed = json.loads(done.stdout)

    assert printed["waived"] == []
    assert set(printed["findings"][0]) == {
        "path", "line", "column", "severity", "code", "message", "remedy", "record"
    }  # fmt: skip


def test_github_annotations_name_file_line_and_column(briefgen, desk):
    (desk / "briefs" / "bad.yaml").write_text(BAD)

    assert "::error file=briefs/bad.yaml,line=2,col=22,title=SHT" in briefgen("check", "--format", "github").stdout


def test_a_path_that_is_not_there_is_a_usage_error(briefgen):
    done = briefgen("check", "nowhere.yaml")

    assert done.returncode == 2
    assert "SET006" in done.stderr


@pytest.mark.parametrize("verb", ["check", "build"])
@pytest.mark.parametrize("named", ["", "briefs", "briefs/sheet.yaml"])
def test_a_path_of_another_desk_is_a_usage_error_that_names_the_desk(briefgen, desk, tmp_path_factory, verb, named):
    other = tmp_path_factory.mktemp("other")
    shutil.copytree(desk, other, dirs_exist_ok=True)
    (other / "briefgen.toml").touch()
    (other / "briefs" / "sheet.yaml").write_text(BAD)

    done = briefgen(verb, str(other / named))

    assert done.returncode == 2
    assert f"SET024 {other / named} is of another desk than this — run it in {other}" in done.stderr


def test_files_without_the_key_are_not_sheets(briefgen, desk):
    (desk / "briefs" / "part.yaml").write_text("sources: []\n")

    assert "1 sheet:" in briefgen("check").stderr


def test_a_sheet_whose_key_is_misspelt_is_not_passed_over(briefgen, desk):
    (desk / "briefs" / "bad.yaml").write_text(BAD.replace("briefgen", "briefgn"))
    done = briefgen("check")

    assert done.returncode == 1
    assert 'did you mean "briefgen"' in done.stderr


def test_a_byte_order_mark_does_not_hide_a_sheet(briefgen, desk):
    good = desk / "briefs" / "good.yaml"
    good.write_text(good.read_text(), encoding="utf-8-sig")

    assert "1 sheet: 0 errors" in briefgen("check").stderr


def test_a_full_disk_under_the_output_is_exit_4(desk):
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "briefgen", "schema"]
        done = subprocess.run(command, cwd=desk, stdout=full, stderr=subprocess.PIPE, text=True)

    assert done.returncode == 4
    assert "Traceback" not in done.stderr


def test_a_desk_without_sheets_says_how_to_make_one(briefgen, desk):
    (desk / "briefs" / "good.yaml").unlink()
    done = briefgen("check")

    assert done.returncode == 2
    assert "briefgen new" in done.stderr


def test_an_unknown_option_is_a_usage_error(briefgen):
    done = briefgen("check", "--stict")

    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_names_that_no_file_can_have_are_usage_errors(briefgen):
    for arguments in (("check", "x" * 300), ("build", "x" * 5000), ("init", "x" * 300), ("new", "X" * 300)):
        done = briefgen(*arguments)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr


def test_a_file_name_cannot_forge_a_line(briefgen, desk):
    for name in (b"a\n::error::b.yaml", b"\xff.yaml"):
        (desk / "briefs" / os.fsdecode(name)).write_text("briefgen: 1\n")
    for form in FORMATS:
        done = briefgen("check", "--format", form)
        assert done.returncode == 1, done.stderr
        assert "\n::error::b" not in done.stderr + done.stdout
