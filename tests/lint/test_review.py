"""How findings become what a reader gets: severity, waivers, dates, positions, and one answer whatever the order."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefgen import desk, issuing, lint, sheet
from briefgen.desk import LintSettings
from briefgen.errors import SettingsError
from briefgen.lint.batch import check_all
from briefgen.markings import tlp
from briefgen.markings.scheme import Marking
from briefgen.page_rules import check_page
from tests.lint.framing import FRAME, TODAY, findings, framed, parsed, reviewed

UNDATED = "indicators: [{id: i-1, text: A depot calls back, judgement: j-1, threshold: 1, state: not-seen}]\n"
WAIVER = "waivers: [{rule: JUD008, record: i-1, reason: It is checked every day.}]\n"


def codes(found: lint.Reviewed) -> list[str]:
    return [one.code for one in found.findings]


def test_a_sheet_with_an_error_of_shape_is_not_reviewed(tmp_path):
    path = tmp_path / "sheet.yaml"
    path.write_text(framed(UNDATED).replace("kind: agency", "kind: agencyy"), encoding="utf-8")
    assert codes(lint.review(sheet.load(path))) == ["SHT005"]


def test_a_waiver_takes_a_finding_out_and_keeps_it_with_the_reason(tmp_path):
    assert codes(reviewed(UNDATED, tmp_path)) == ["JUD008"]
    found = reviewed(UNDATED + WAIVER, tmp_path)
    assert codes(found) == []
    (waived,) = found.waived
    assert (waived.finding.code, waived.finding.record, waived.reason) == ("JUD008", "i-1", "It is checked every day.")


def test_a_waiver_holds_for_its_record_only(tmp_path):
    other = UNDATED.replace("i-1", "i-2") + WAIVER
    assert codes(reviewed(other, tmp_path)) == ["JUD008", "LNT001"]


def test_a_finding_on_the_document_is_waived_without_a_record(tmp_path):
    fragment = "product: {handling: ~}\nwaivers: [{rule: MRK001, reason: The desk's default is meant.}]\n"
    found = reviewed(fragment, tmp_path)
    assert (codes(found), [one.finding.code for one in found.waived]) == ([], ["MRK001"])


def test_a_warning_of_the_reader_can_be_waived_as_well(tmp_path):
    fragment = (
        "judgements: ~\nhypotheses: ~\nach: ~\nindicators: ~\nassumptions: ~\ngaps: ~\nimpact: ~\nsummary: Quiet.\n"
    )
    waived = "waivers: [{rule: SHT101, reason: It is a list of reports.}]\n"
    assert "SHT101" in codes(reviewed(fragment, tmp_path))
    assert "SHT101" not in codes(reviewed(fragment + waived, tmp_path))


@pytest.mark.parametrize(
    "waiver", ["{rule: JUD008, record: i-1}", "{record: i-1, reason: x}", "{rule: jud8, reason: x}"]
)
def test_a_waiver_needs_a_rule_and_a_reason(waiver, tmp_path):
    made = parsed(f"waivers: [{waiver}]\n", tmp_path)
    assert made.sheet is None


@pytest.mark.parametrize("severity", ["error", "info"])
def test_a_desk_gives_a_rule_another_severity(severity, tmp_path):
    (found,) = findings(UNDATED, tmp_path, "JUD008", settings=LintSettings(severity={"JUD008": severity}))
    assert found.severity == severity


def test_a_desk_turns_a_rule_off(tmp_path):
    assert findings(UNDATED, tmp_path, "JUD008", settings=LintSettings(severity={"JUD008": "off"})) == []


def test_a_waiver_of_a_rule_that_is_off_is_reported(tmp_path):
    settings = LintSettings(severity={"JUD008": "off"})
    assert codes(reviewed(UNDATED + WAIVER, tmp_path, settings)) == ["LNT001"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('[lint.severity]\nXYZ001 = "error"\n', "briefgen.toml:2:1: error SET013"),
        ('[lint]\nseverity = {JUD01 = "off"}\n', "error SET013"),
    ],
)
def test_a_severity_for_a_rule_that_does_not_exist_is_an_error(text, place, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("briefgen.toml").write_text(text)
    with pytest.raises(SettingsError, match="there is no rule") as caught:
        list(check_all([], desk.find(tmp_path), None, 1))
    assert place in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        'severity = {JUD011 = "loud"}',
        "currency_days = true",
        "print_waivers = 1",
        'loaded_words = "x"',
        "acronyms = [1]",
    ],
)
def test_settings_of_the_linter_have_types(text, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("briefgen.toml").write_text(f"[lint]\n{text}\n")
    with pytest.raises(SettingsError, match=r"^briefgen\.toml:2:\d+: error SET003"):
        desk.find(tmp_path)


def test_nothing_is_compared_with_today_unless_it_is_given(tmp_path):
    assert codes(reviewed("briefgen: 1", tmp_path)) == []
    assert set(codes(reviewed("briefgen: 1", tmp_path, today=TODAY))) == {"TIM010"}
    assert codes(reviewed("briefgen: 1", tmp_path, today=date(2024, 2, 6))) == []


def test_a_finding_in_a_block_of_prose_points_at_the_word(tmp_path):
    path = tmp_path / "sheet.yaml"
    text = FRAME.read_text("utf-8")
    text = text[: text.index("  narrative:")] + (
        "  narrative:\n"
        "    - text: >-\n"
        "        A depot at Umeå burnt on 1 February, and eleven people were injured [@c-2].\n"
        "        Many crews stayed at home. One of them was back at work\n"
        "        yesterday, and the depot was shut.\n"
    )
    path.write_text(text, encoding="utf-8")
    (found,) = lint.review(sheet.load(path)).findings
    lines = text.splitlines()
    assert found.code == "TIM004"
    assert lines[found.mark.line - 1][found.mark.column - 1 :].startswith("yesterday")


def test_many_sheets_are_checked_alike_by_one_process_and_by_more(tmp_path):
    (tmp_path / "briefgen.toml").touch()
    paths = []
    for number in range(20):
        path = tmp_path / f"{number:02}.yaml"
        path.write_text(framed(UNDATED if number % 3 else "briefgen: 1"), encoding="utf-8")
        paths.append(path)
    home = desk.find(tmp_path)
    alone, shared = list(check_all(paths, home, None, 1)), list(check_all(paths, home, None, 3))
    assert alone == shared
    assert sum(map(len, map(codes, alone))) == 13


def test_a_waiver_reaches_the_edition_only_with_its_records(tmp_path):
    fragment = (
        "indicators: [{id: i-2, text: Someone told us, judgement: j-1, portion: 'TLP:RED'}]\n"
        "waivers: [{rule: JUD008, record: [i-1], reason: Open.}, {rule: JUD008, record: [i-1, i-2], reason: Hidden.}]\n"
    )
    made = parsed(fragment, tmp_path).sheet
    assert made
    level = Marking(tlp.SCHEME.levels[0])
    assert [one["reason"] for one in issuing.make(made, level).waivers] == ["Open."]


def test_a_page_that_prints_a_judgement_says_what_its_term_means():
    scale = lint.Review(sheet.load(FRAME).sheet).scale  # type: ignore[arg-type]
    (found,) = check_page("<p>It is<strong> likely</strong> under ICD 203.</p>", scale, "x/page.html.j2")
    assert (found.code, found.severity, str(found.mark)) == ("EST016", "error", "x/page.html.j2:1:1")
    assert check_page("<p>It is <strong>likely</strong> (55 to 80%), ICD 203.</p>", scale, "x") == []
    assert check_page("<p>Nothing is likely here.</p>", scale, "x") == []
    assert len(check_page("<p><strong>Very unlikely:</strong> it ends.</p>", scale, "x")) == 2
    off = LintSettings(severity={"EST016": "off"})
    assert check_page("<p>It is <strong>likely</strong>.</p>", scale, "x", off) == []
