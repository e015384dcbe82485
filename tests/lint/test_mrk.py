"""Markings and positions: what excludes what, which words are reserved, how fine a position may be."""

from __future__ import annotations

import pytest

from briefgen.desk import LintSettings
from tests.lint.framing import findings


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
