"""What sound records say that cannot be so, or that a reader will miss."""

from __future__ import annotations

import pkgutil

import pytest

from briefgen.sheet import checks
from tests.sheet.conftest import errors, said

PRODUCT = "briefgen: 1\nproduct:\n  id: A-1\n  title: T\n"


def test_every_file_of_the_folder_is_run():
    files = {module.name for module in pkgutil.iter_modules(checks.__path__)}
    assert files
    assert files == {one.__module__.rpartition(".")[2] for one in checks.CHECKS}


def test_a_check_runs_on_sound_records_beside_faulty_ones(load):
    parsed = load("places: [{id: p-1}, {id: p-2, name: x, iso: ZZ}]\n")
    assert errors(parsed) == ["3:10 SHT002", "3:45 SHT016"]


@pytest.mark.parametrize("code", ["PK", "PK-KP", "AF-KHO", "GB-ENG"])
def test_codes_of_iso_3166_are_known(load, code):
    assert errors(load(f"places: {{id: p-1, name: x, iso: {code}}}\n")) == []


@pytest.mark.parametrize("code", ["ZZ", "PK-TA", "pk", "PAK", "pk-kp", "-", "PK-"])
def test_other_codes_are_refused(load, code):
    assert errors(load(f"places: {{id: p-1, name: x, iso: {code}}}\n")) == ["3:33 SHT016"]


def test_the_codes_of_the_country_are_named(load):
    assert "PK-KP Khyber Pakhtunkhwa" in said(load("places: {id: p-1, name: x, iso: PK-TA}\n"), "SHT016")


@pytest.mark.parametrize("zone", ["UTC", "Asia/Karachi", "Asia/Kabul"])
def test_zones_of_the_iana_database_are_known(load, zone):
    assert errors(load(f"{PRODUCT}  time: {{as_of: 2024-02-07, zone: {zone}}}\n")) == []


@pytest.mark.parametrize("zone", ["PKT", "Asia/Karatchi", "../UTC", "Asia", "/etc/localtime", "x" * 300])
def test_other_zones_are_refused(load, zone):
    assert errors(load(f"{PRODUCT}  time: {{as_of: 2024-02-07, zone: {zone}}}\n")) == ["5:35 SHT015"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("judgements: {id: j-1, text: x, likelihood: n/a}", []),
        ("judgements: {id: j-1, text: x, likelihood: very likely}", ["3:44 SHT014"]),
        ("judgements: {id: j-1, text: x, likelihood: realistic-possibility}", ["3:44 SHT014"]),
        ("judgements: {id: j-1, text: x, likelihood: likely, changed: {from: new, why: x}}", []),
        ("judgements: {id: j-1, text: x, likelihood: likely, changed: {from: n/a, why: x}}", ["3:68 SHT014"]),
        (
            "judgements: {id: j-1, text: x, likelihood: likely, dissent: {by: x, text: x, likelihood: maybe}}",
            ["3:90 SHT014"],
        ),
        ("scenarios: {id: sc-1, text: x, likelihood: n/a}", ["3:44 SHT014"]),
        ("events: {id: e-1, when: 2024, type: attack, attribution: {assessed: unknown}}", []),
        ("events: {id: e-1, when: 2024, type: attack, attribution: {assessed: surely}}", ["3:69 SHT014"]),
    ],
)
def test_likelihoods_are_terms_of_the_scale(load, text, found):
    assert errors(load(text + "\n")) == found


def test_a_term_is_one_of_the_products_own_scale(load):
    text = PRODUCT + "  time: 2024-02-07\n  scale: phia\njudgements: {id: j-1, text: x, likelihood: %s}\n"
    assert errors(load(text % "realistic-possibility")) == []
    assert errors(load(text % "very-likely")) == ["7:44 SHT014"]
    assert errors(load(text.replace("phia", "icd") % "likely")) == ["6:10 SHT005"]


def test_the_nearest_term_is_proposed(load):
    parsed = load("judgements: {id: j-1, text: x, likelihood: Very likely}\n")
    assert said(parsed, "SHT014") == '"Very likely" is no term of the scale icd203 — did you mean "very-likely"?'


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("2024-02-05", "2024-02-05", []),
        ("2024-02-05", "2024-02", []),
        ("2024-02-05~", "2024-02-04~", []),
        ("2024-02-05", "2024-02-04", ["3:50 SHT017"]),
        ("2024-02-05T10:00Z", "2024-02-05T14:00+05:00", ["3:57 SHT017"]),
        ("2024-02-05T10:00Z", "2024-02-05T16:00+05:00", []),
        ("2024-02-05/..", "2024-02-04", ["3:53 SHT017"]),
        ("2024-02-05", "../2024", []),
    ],
)
def test_an_event_ends_after_its_start(load, start, end, found):
    assert errors(load(f"events: {{id: e-1, when: {{start: {start}, end: {end}}}, type: talks}}\n")) == found


def test_periods_and_agreements_run_forwards_too(load):
    parsed = load(
        PRODUCT
        + "  time: {as_of: 2024-02-07, period: {from: 2024-02-01, to: 2024-01-01}}\n"
        + "agreements: {id: g-1, title: x, in_force: {from: 2024-02-01, to: {date: 2024-01}}}\n"
    )
    assert errors(parsed) == ["5:60 SHT017", "6:66 SHT017"]


@pytest.mark.parametrize(
    "text",
    [
        "a < b and c > d",
        "5 <6",
        "<https://example.org/a>",
        "<desk@example.org>",
        "\\<b>",
        "[page](https://example.org)",
        "[mail](mailto:desk@example.org)",
        "[a]: https://example.org",
        "[1] and (2)",
    ],
)
def test_markdown_is_allowed(load, text):
    assert errors(load(f"requirements: {{id: pir-1, text: '{text}'}}\n")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<b>x", ["3:34 SHT018"]),
        ("x</b>", ["3:35 SHT018"]),
        ("<br/>", ["3:34 SHT018"]),
        ("<img src=x>", ["3:34 SHT018"]),
        ("<!-- x", ["3:34 SHT018"]),
        ("<!DOCTYPE html>", ["3:34 SHT018"]),
        ("<?php ?>", ["3:34 SHT018"]),
        ("[x](notes/x.html)", ["3:36 SHT019"]),
        ("[x](javascript:alert(1))", ["3:36 SHT019"]),
        ("[x]( <file:///etc/passwd> )", ["3:36 SHT019"]),
        ("[x](//example.org)", ["3:36 SHT019"]),
        ("[x](#top)", ["3:36 SHT019"]),
        ("[x]()", ["3:36 SHT019"]),
        ("<file:///etc/passwd>", ["3:34 SHT019"]),
        ("<javascript:alert(1)>", ["3:34 SHT019"]),
        ("[x]: ../a.html", ["3:34 SHT019"]),
        ("![x](https://example.org/a.png)", ["3:34 SHT019"]),
        ("![x][y]", ["3:34 SHT019"]),
    ],
)
def test_html_pictures_and_links_to_files_are_refused(load, text, found):
    assert errors(load(f"requirements: {{id: pir-1, text: '{text}'}}\n")) == found


UNSEEN = "sources: [{id: s-1, title: x, access: not-seen}, {id: s-2, title: x, access: seen}]\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("claims: {id: c-1, text: x, sources: {ref: s-2, via: s-1}}", []),
        ("claims: {id: c-1, text: x, sources: [s-1, s-2]}", ["4:38 REF005"]),
        ("quotes: {id: q-1, speaker: x, text: x, source: s-1}", ["4:48 REF005"]),
        ("claims: {id: c-1, text: 'x [@s-2; @s-1]'}", ["4:35 REF005"]),
    ],
)
def test_a_source_that_was_not_seen_is_named_as_origin_only(load, text, found):
    assert errors(load(UNSEEN + text + "\n")) == found


def test_what_a_reader_will_miss_is_a_warning_with_its_consequence(load):
    (found,) = (one for one in load("claims: {id: c-1, text: x}\nsources: {id: s-1, title: x}\n").findings)
    assert (found.code, found.severity) == ("SHT101", "warning")
    assert found.message == "the sheet has no judgements: it says what others say, not what it means"
    assert found.remedy == "add judgements (What we judge)"
