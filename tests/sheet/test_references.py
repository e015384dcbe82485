"""References in fields and prose: to what is there, of the right kind, exactly at their place."""

from __future__ import annotations

import pytest

from tests.sheet.conftest import errors, said

RECORDS = """\
sources: [{id: s-1, title: x}, {id: s-2, title: x}]
claims: {id: c-1, text: x, sources: [s-1, s-2]}
judgements: {id: j-1, text: x, likelihood: likely}
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[@s-1] [@c-1] {j-1}", []),
        ("[@s-1, p. 3; @c-1] [@s-2, para 1–2]", []),
        ("mail duty@s-9.org, a set {1, 2} and [a note] are no references", []),
        ("{likelihood}", ["6:34 REF004"]),
        ("see [@s-9]", ["6:39 REF001"]),
        ("see [@s-1; @s-9, p. 1]", ["6:45 REF001"]),
        ("see {j-9}", ["6:38 REF001"]),
        ("see [@j-1]", ["6:39 REF002"]),
        ("see [@e-1]", ["6:39 REF002"]),
        ("see [@zz-1]", ["6:39 REF001"]),
        ("see [@]", ["6:38 REF004"]),
        ("see [@ ]", ["6:38 REF004"]),
        ("see [@Foo]", ["6:38 REF004"]),
        ("see [@S-1]", ["6:38 REF004"]),
        ("see [@s-1 p. 3]", ["6:38 REF004"]),
        ("see [@s-1, @c-1]", ["6:38 REF004"]),
        ("see [ @s-1 ]", ["6:38 REF004"]),
        ("see [@s-1", ["6:38 REF004"]),
        ("see {c-1}", ["6:38 REF004"]),
        ("see {j-1", ["6:38 REF004"]),
        ("see { j-1 }", ["6:38 REF004"]),
        ("see {J-1}", ["6:38 REF004"]),
        ("see {j_1} and {j-9}", ["6:38 REF004", "6:48 REF001"]),
    ],
)
def test_references_in_prose_are_checked(load, text, found):
    assert errors(load(RECORDS + f"requirements: {{id: pir-1, text: '{text}'}}\n")) == found


def test_a_judgement_is_printed_in_prose_but_not_inside_another(load):
    judgement = "judgements: {id: j-1, text: 'It is so {j-1}', likelihood: likely, basis: 'Because {j-1}'}\n"

    assert errors(load(judgement)) == ["3:39 REF004"]


def test_places_in_a_block_of_prose_are_exact(load):
    parsed = load(
        RECORDS
        + """\
requirements:
  id: pir-1
  text: |
    One [@s-1] and [@s-9].

    Two [@s-1,
    p. 3] and {j-8}, then [@s-1;
    @c-7] [@Foo].
"""
    )
    assert errors(parsed) == ["9:21 REF001", "12:15 REF001", "13:5 REF001", "13:11 REF004"]


def test_the_term_of_a_judgement_stands_in_its_own_text_only(load):
    assert errors(load("judgements: {id: j-1, text: 'It is {likelihood}.', likelihood: likely}\n")) == []


@pytest.mark.parametrize(
    ("text", "found", "words"),
    [
        ("claims: {id: c-1, text: x, contradicts: c-2}", "3:41 REF001", "there is no claim c-2 — did you mean"),
        ("claims: {id: c-pause, text: x, contradicts: c-puase}", "3:45 REF001", 'did you mean "c-pause"?'),
        ("claims: {id: c-1, text: x, sources: s-1}", "3:37 REF001", "name a source of this sheet, or add it"),
        ("claims: {id: c-1, text: x, sources: c-1}", "3:37 REF002", "c-1 is a claim; a source is needed here"),
        ("claims: {id: c-1, text: x, contradicts: nobody}", "3:41 REF001", "there is no record nobody"),
        (
            "judgements: {id: j-1, text: x, likelihood: likely, evidence: j-1}",
            "3:62 REF002",
            "a claim, an event, a quote or an agreement is needed here",
        ),
        ("summary: {bluf: {text: x, refs: zz-1}}", "3:33 REF001", "name a record of this sheet"),
        ("agreements: {id: g-1, title: x, alleged_breaches: {event: e-1}}", "3:59 REF001", "there is no event e-1"),
        (
            "events: {id: e-1, when: 2024, type: talks, harm: {killed: {best: 1, by_source: {s-1: 1}}}}",
            "3:81 REF001",
            "there is no source s-1",
        ),
    ],
)
def test_references_in_fields_are_checked(load, text, found, words):
    parsed = load(text + "\n")
    assert errors(parsed) == [found]
    assert words in said(parsed, found.split()[1])


def test_ids_of_undertakings_count(load):
    parsed = load(
        """\
        actors: {id: a-1, name: x}
        events: {id: e-1, when: 2024, type: attack}
        agreements:
          id: g-1
          title: x
          undertakings: [{id: u-1, by: a-1, text: x}, {id: u-1, by: a-1, text: y}]
          alleged_breaches: {event: e-1, undertaking: u-1}
        """
    )
    assert errors(parsed) == ["8:52 REF003"]


def test_a_fault_of_shape_in_one_record_hides_no_reference_in_another(load):
    parsed = load("claims:\n  - {id: c-1}\n  - {id: c-2, text: x, contradicts: c-9}\n")
    assert errors(parsed) == ["4:5 SHT002", "5:37 REF001"]


def test_a_faulty_record_is_still_there_to_be_named(load):
    assert errors(load("claims:\n  - {id: c-1}\n  - {id: c-2, text: x, contradicts: c-1}\n")) == ["4:5 SHT002"]


def test_records_of_a_misspelt_section_are_not_missing(load):
    parsed = load("clams: {id: c-1, text: x}\njudgements: {id: j-1, text: x, likelihood: likely, evidence: c-1}\n")
    assert errors(parsed) == ["3:1 SHT001"]


def test_a_value_that_was_an_alias_is_reported_once(load):
    assert errors(load("claims: [{id: c-1, text: &a x}, {id: c-2, text: *a}]\n")) == ["3:26 YML008", "3:49 YML008"]
