"""Markings and positions: what excludes what, which words are reserved, how fine a position may be."""

from __future__ import annotations

import pytest
import yaml

from briefgen import lint
from briefgen.desk import LintSettings
from briefgen.markings import corporate
from tests.lint.framing import FRAME, findings, parsed


def handled(tlp: str, *caveats: str) -> str:
    return f"product: {{handling: {{tlp: '{tlp}', caveats: [{', '.join(caveats)}]}}}}\n"


@pytest.mark.parametrize(
    ("fragment", "count"),
    [
        (handled("TLP:AMBER", "NOFORN", "REL TO GBR"), 1),
        (handled("TLP:AMBER", "NOFORN"), 0),
        (handled("TLP:AMBER+STRICT", "For clients too"), 1),
        (handled("TLP:AMBER+STRICT", "Not for clients"), 0),
        (handled("TLP:RED", "May be published"), 1),
        (handled("TLP:AMBER", "For clients too"), 0),
    ],
)
def test_caveats_that_exclude_each_other(fragment, count, tmp_path):
    assert len(findings(fragment, tmp_path, "MRK005")) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("SECRET: crews leave at dawn [@c-1].", 1),
        ("The file was marked NATO RESTRICTED [@c-1].", 1),
        ("The file is TOP SECRET//SI [@c-1].", 1),
        ("(S//NF) Crews leave at dawn [@c-1].", 1),
        ("(U) Crews leave at dawn [@c-1].", 1),
        ("(C) Crews leave at dawn, and the map marks schools with (S) [@c-1].", 0),
        ("They held a secret ballot [@c-1].", 0),
        ("The Secret Service was told [@c-1].", 0),
        ("The letter bore the stamp “SECRET” [@c-1].", 0),
        ("CREWS HELD A SECRET BALLOT AT DAWN", 0),
    ],
)
def test_words_of_governments(text, count, tmp_path):
    assert len(findings(f'summary: {{narrative: "{text}"}}', tmp_path, "MRK006")) == count


def test_a_desk_may_use_them_if_it_says_so(tmp_path):
    settings = LintSettings(government_markings=True)
    assert findings(handled("TLP:AMBER", "CONFIDENTIAL"), tmp_path, "MRK006", settings=settings) == []


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("It is TLP: Amber [@c-1].", "write TLP:AMBER, in capitals, exactly so"),
        ("It is TLP:WHITE [@c-1].", "write TLP:CLEAR: TLP:WHITE is TLP:CLEAR since 2.0"),
        ("It is tlp:red [@c-1].", "write TLP:RED, in capitals, exactly so"),
        ("It is TLP:ROT [@c-1].", "write TLP:RED: labels are not translated"),
        ("It is TLP Amber+Strict [@c-1].", "write TLP:AMBER+STRICT, in capitals, exactly so"),
        ("It is TLP:PINK [@c-1].", "write one of TLP:CLEAR"),
        ("It is TLP:AMBER+STRICT, and TLP:GREEN after the vote [@c-1].", None),
        ("It is marked after TLP 2.0 [@c-1].", None),
        ("Men of the TLP green with envy, and of the TLP: they left [@c-1].", None),
        ("The letter bore the stamp “TLP: Amber” [@c-1].", None),
    ],
)
def test_a_label_in_prose_is_written_as_first_has_it(text, remedy, tmp_path):
    found = [one.remedy for one in findings(f"summary: {{narrative: '{text}'}}", tmp_path, "MRK003")]
    assert len(found) == (remedy is not None)
    assert all(one.startswith(remedy) for one in found)


def test_a_label_in_a_title_and_in_a_caption_is_read_too(tmp_path):
    fragment = "product: {title: 'The TLP-Red annex'}\nfigures: [{kind: timeline, caption: 'From TLP:White papers'}]"
    assert [one.mark.line for one in findings(fragment, tmp_path, "MRK003")] != []
    assert len(findings(fragment, tmp_path, "MRK003")) == 2


def corporate_findings(handling, folder, code, rest=""):
    """Return what one rule says of a sheet of a desk with the corporate scheme."""
    fragment = f"product: {{handling: {{tlp: '', {handling}}}}}\n{rest}"
    made = parsed(fragment, folder, corporate.SCHEME)
    assert made.sheet, [str(finding) for finding in made.findings]
    return [str(one) for one in lint.review(made).findings if one.code == code]


@pytest.mark.parametrize(
    ("handling", "code", "said"),
    [
        ("marking: CONFIDENTIAL, caveats: [For clients too]", "MRK005", "or use INTERNAL or lower"),
        ("marking: INTERNAL, caveats: [For clients too]", "MRK005", None),
        ("marking: CONFIDENTIAL", "MRK006", None),
        ("marking: INTERNAL, caveats: [CONFIDENTIAL]", "MRK006", "CONFIDENTIAL is a classification"),
        ("marking: RESTRICTED", "MRK007", "add recipients"),
        ("marking: RESTRICTED, recipients: [The board]", "MRK007", None),
    ],
)
def test_the_rules_go_by_the_levels_of_any_scheme(handling, code, said, tmp_path):
    found = corporate_findings(handling, tmp_path, code)
    assert len(found) == (said is not None)
    assert all(said in one for one in found)


def test_a_word_of_governments_is_one_in_prose_whatever_the_scheme_but_not_as_a_mark(tmp_path):
    marked = "claims: [{id: c-1, text: 'They left[, armed]{CONFIDENTIAL}.', sources: s-1}]"
    assert corporate_findings("marking: CONFIDENTIAL", tmp_path, "MRK006", marked) == []
    prose = "summary: {narrative: 'The file is CONFIDENTIAL [@c-1].'}"
    assert len(corporate_findings("marking: CONFIDENTIAL", tmp_path, "MRK006", prose)) == 1


def test_a_document_above_all_its_parts_is_over_marked_in_any_scheme(tmp_path):
    frame = yaml.safe_load(FRAME.read_text("utf-8"))
    rest = "".join(f"{one}: ''\n" for one in frame if isinstance(frame[one], list))
    summary = "summary: {bluf: {text: The ballot is on 20 February., portion: INTERNAL}, narrative: ''}\n"
    found = corporate_findings("marking: RESTRICTED", tmp_path, "MRK009", rest + summary)
    assert ["mark the document INTERNAL" in one for one in found] == [True]


def test_red_needs_recipients(tmp_path):
    assert len(findings(handled("TLP:RED"), tmp_path, "MRK007")) == 1
    named = "product: {handling: {tlp: 'TLP:RED', recipients: [The minister]}}"
    assert findings(named, tmp_path, "MRK007") == []


def test_every_unmarked_record_is_named_where_marks_are_demanded(tmp_path):
    found = findings("briefgen: 1", tmp_path, "MRK002", settings=LintSettings(require_portions=True))
    assert {"s-1", "c-1", "e-1", "j-1", "h-1", "i-1", "n-1", "im-1", None} <= {one.record for one in found}


def placed(lat: str, lon: str, precision: str = "town", iso: str = "SE-AC") -> str:
    return f"places: [{{id: p-umea, name: Umeå, precision: {precision}, iso: {iso}, lat: {lat}, lon: {lon}}}]"


@pytest.mark.parametrize(
    ("fragment", "remedy"),
    [
        (placed("63.83", "20.26"), None),
        (placed("20.26", "63.83"), "swap them"),
        (placed("-63.83", "20.26"), "correct the position"),
        (placed("59.33", "18.07"), "correct the position"),
        (placed("59.33", "18.07", iso="SE"), None),
        (placed("-17.7", "178.1", iso="FJ"), None),
        (placed("1.0", "1.0", iso="AQ"), "correct the position"),
    ],
)
def test_a_position_lies_in_its_unit(fragment, remedy, tmp_path):
    assert [remedy in one.remedy for one in findings(fragment, tmp_path, "GEO001")] == ([True] if remedy else [])


@pytest.mark.parametrize(
    ("fragment", "count"),
    [
        (placed("63.8258", "20.2630"), 0),
        (placed("63.82581", "20.2630"), 1),
        (placed("63.83", "20.26", precision="district"), 1),
        (placed("63.8", "20.3", precision="district"), 0),
    ],
)
def test_a_position_is_no_finer_than_its_report(fragment, count, tmp_path):
    assert len(findings(fragment, tmp_path, "GEO002")) == count


@pytest.mark.parametrize(("admin", "count"), [("[Orlune, Nether]", 0), ("[Sweden, Västerboten]", 1)])
def test_an_exercise_may_invent_countries_and_no_province_of_another(admin, count, tmp_path):
    places = f"places: [{{id: p-x, name: Umeå, precision: town, admin: {admin}}}]\n"
    assert len(findings(f"product: {{exercise: 'true'}}\n{places}", tmp_path, "GEO003")) == count
