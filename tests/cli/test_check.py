import json

BAD = "briefgen: 1\nproduct: {id: BAD-1, titel: A bad sheet, time: 2024-02-02}\n"


def test_a_sheet_without_errors_exits_with_0(briefgen):
    done = briefgen("check")

    assert done.returncode == 0
    assert done.stdout == ""
    assert "1 sheet: 0 errors" in done.stderr


def test_strict_fails_on_warnings(briefgen):
    assert briefgen("check", "--strict").returncode == 1


def test_findings_name_the_place_from_here(briefgen, desk):
    (desk / "briefs" / "bad.yaml").write_text(BAD)
    done = briefgen("check")

    assert done.returncode == 1
    assert "briefs/bad.yaml:2:22: error SHT" in done.stderr
    assert "title" in done.stderr


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


def test_files_without_the_key_are_not_sheets(briefgen, desk):
    (desk / "briefs" / "part.yaml").write_text("sources: []\n")

    assert "1 sheet:" in briefgen("check").stderr


def test_a_desk_without_sheets_says_how_to_make_one(briefgen, desk):
    (desk / "briefs" / "good.yaml").unlink()
    done = briefgen("check")

    assert done.returncode == 2
    assert "briefgen new" in done.stderr


def test_an_unknown_option_is_a_usage_error(briefgen):
    done = briefgen("check", "--stict")

    assert done.returncode == 2
    assert "Traceback" not in done.stderr
