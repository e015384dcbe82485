"""Faults of shape: plain words with the place, and a remedy that can be followed."""

from __future__ import annotations

from typing import Any, Literal, get_args, get_origin

import pytest

from briefgen.sheet.messages import suggest
from briefgen.sheet.model import Sheet
from briefgen.sheet.model.lookup import fields_of, model_at
from briefgen.sheet.model.record import Record
from tests.sheet.conftest import errors, said


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("clams: []", "3:1 SHT001", 'unknown key "clams" — did you mean "claims"?'),
        ("qqq: 1", "3:1 SHT001", 'unknown key "qqq" — use include, requirements, sources,'),
        (
            "sources: {id: s-1, title: x, reliabilty: B}",
            "3:30 SHT001",
            'source s-1: unknown key "reliabilty" — did you mean "reliability"?',
        ),
        ("sources: {id: s-1}", "3:10 SHT002", "source s-1: title is missing — add title (Title of the article"),
        ("sources: {title: x}", "3:10 SHT002", "sources: id is missing — add id (Permanent id: s-…)"),
        ("sources: [{id: s-1, title: x}, {id: s-2}]", "3:32 SHT002", "source s-2: title is missing — "),
        ("sources: [{id: s-1, title: x}, {title: x}]", "3:32 SHT002", "sources.2: id is missing — "),
        ("gaps: {id: n-1, text: }", "3:23 SHT003", "gap n-1, text: nothing stands here — fill it in, or delete"),
        ("gaps: {id: n-1, text: ''}", "3:23 SHT003", "gap n-1, text: nothing stands here — "),
        ("gaps: {id: n-1, text: ~}", "3:23 SHT003", "gap n-1, text: nothing stands here — "),
        ("gaps: {id: n-1, text: null}", "3:23 SHT003", "gap n-1, text: nothing stands here — "),
        ("gaps: {id: n-1, text: x, due: }", "3:31 SHT003", "gap n-1, due: nothing stands here — "),
        ("gaps:", "3:6 SHT003", "gaps: nothing stands here — "),
        ("gaps: {id: n-1, text: [a]}", "3:23 SHT004", "gap n-1, text: one value is expected here — "),
        ("gaps: {id: n-1, text: {a: b}}", "3:23 SHT004", "gap n-1, text: one value is expected here — "),
        ("gaps: n-1", "3:7 SHT004", "gaps: keys are expected here — "),
        ("gaps: [n-1, {id: n-2, text: x}]", "3:8 SHT004", "gaps.1: keys are expected here — "),
        (
            "claims: {id: c-1, text: x, credibility: 7}",
            "3:41 SHT005",
            'claim c-1, credibility: "7" is not allowed here',
        ),
        (
            "actors: {id: a-1, name: x, class: Group}",
            "3:35 SHT005",
            'actor a-1, class: "Group" is not allowed here — did',
        ),
        (
            "events: {id: e-1, when: 2024, type: talks, count: -1}",
            "3:51 SHT006",
            'event e-1, count: "-1" is not a whole',
        ),
        ("places: {id: p-1, name: x, lat: 90.5}", "3:33 SHT006", 'place p-1, lat: "90.5" is not a number of degrees'),
        ("places: {id: p-1, name: x, lat: 31,8}", "3:36 SHT001", 'place p-1: unknown key "8" — use'),
        (
            "judgements: {id: j-1, text: x, likelihood: likely, key: yes}",
            "3:57 SHT007",
            'judgement j-1, key: "yes" is neither true nor false — write true or false',
        ),
        ("gaps: {id: n-1, text: x, due: 5.2.2024}", "3:31 SHT008", 'gap n-1, due: "5.2.2024" is no date: it can be'),
        (
            "gaps: {id: Gap_1, text: x}",
            "3:12 SHT009",
            'gaps.id: "Gap_1" is not the id of a gap — write n- and lower-case letters, digits and hyphens, such as',
        ),
        ("gaps: {id: c-1, text: x}", "3:12 SHT009", 'claim c-1, id: "c-1" is not the id of a gap — '),
        (
            "sources: {id: s-1, title: x, url: dawn.com}",
            "3:35 SHT010",
            'source s-1, url: "dawn.com" is not a web address',
        ),
        ("sources: {id: s-1, title: x, lang: Urdu}", "3:36 SHT010", 'source s-1, lang: "Urdu" is not a language tag'),
        (
            "gaps: {id: n-1, text: x, portion: RED}",
            "3:35 SHT011",
            'gap n-1, portion: "RED" is not a marking — write TLP:RED',
        ),
        ("gaps: {id: n-1, text: 'x [@s-1]'}", "3:23 REF006", "gap n-1, text: this is plain text, which cannot cite — "),
        ('places: {id: p-1, name: "a\\nb"}', "3:25 SHT012", "place p-1, name: the text has a line break — write"),
        (
            "events: {id: e-1, when: 2024, type: talks, harm: {killed: {low: 3, best: 2}}}",
            "3:59 SHT013",
            "event e-1, harm.killed: low, best and high are not in order — put the lowest number first",
        ),
        (
            "events: {id: e-1, when: 2024, type: talks, harm: {killed: {note: some}}}",
            "3:59 SHT013",
            "event e-1, harm.killed: there is no number — ",
        ),
        (
            "hypotheses: {id: h-1, text: x}\nclaims: {id: c-1, text: x}\nach: {claim: c-1, h-1: X}",
            "5:24 SHT005",
            'ach.ratings: "X" is not allowed here — use CC, C, N, I or II',
        ),
        (
            "summary: {bluf: [x], narative: y}",
            "3:22 SHT001",
            'summary: unknown key "narative" — did you mean "narrative"?',
        ),
    ],
)
def test_a_fault_is_told_at_its_place(load, text, place, words):
    parsed = load(text + "\n")
    assert errors(parsed) == [place]
    assert said(parsed, place.split()[1]).startswith(words)


def test_a_fault_names_its_record(load):
    parsed = load("claims: {id: c-1, text: x, foo: 1}\n")
    assert [one.record for one in parsed.findings if one.code == "SHT001"] == ["c-1"]


def test_every_fault_of_every_record_is_reported_at_once(load):
    parsed = load("claims:\n  - {id: c-1}\n  - {id: c-2, text: x, foo: 1, credibility: 9}\n  - {id: c-3, text: }\n")
    assert errors(parsed) == ["4:5 SHT002", "5:24 SHT001", "5:45 SHT005", "6:21 SHT003"]


def test_short_forms_are_read(load):
    parsed = load(
        """\
        sources: {id: s-1, title: x, published: "2024-02-06"}
        claims: {id: c-1, text: x, sources: s-1}
        events:
          id: e-1
          when: 2024-02-05
          type: attack
          harm: {killed: 10}
          claims: c-1
        summary: A sentence.
        """
    )
    assert errors(parsed) == []
    (event,) = parsed.sheet.events
    assert (event.harm.killed.best, event.when.start.text, event.claims) == (10, "2024-02-05", ("c-1",))
    assert parsed.sheet.summary.bluf[0].text == "A sentence."


def test_a_sheet_of_some_lines_has_warnings_and_no_error(load):
    parsed = load("briefgen: 1\nproduct: {id: A-1, title: T, time: 2024-02-05}\n")
    assert errors(parsed) == []
    assert {one.severity for one in parsed.findings} == {"warning"}


def literals() -> list[tuple[type[Record], str, tuple[str, ...]]]:
    """Every field with a fixed list of values, by model and key."""
    found = []
    waiting: list[type[Record]] = [Sheet]
    seen: set[type[Record]] = set()
    while waiting:
        model = waiting.pop()
        if model not in seen:
            seen.add(model)
            for key, field in fields_of(model).items():
                found += [
                    (model, key, get_args(one)) for one in _inside(field.annotation) if get_origin(one) is Literal
                ]
                waiting += [
                    one for one in _inside(field.annotation) if isinstance(one, type) and issubclass(one, Record)
                ]
    return found


def _inside(annotation: Any) -> list[Any]:
    return [annotation, *(one for inner in get_args(annotation) for one in _inside(inner))]


@pytest.mark.parametrize(("model", "key", "options"), literals(), ids=lambda value: getattr(value, "__name__", None))
def test_the_remedy_for_a_wrong_word_names_allowed_ones(load, model, key, options):
    assert all(suggest("\0", [option]) == f"use {option}" for option in options)
    assert not any("'" in option for option in options), "the options are read from between such marks"


def test_fields_with_fixed_values_were_found():
    assert len(literals()) > 20


@pytest.mark.parametrize(
    ("loc", "name"),
    [
        ((), "Sheet"),
        (("events", 0, "harm", "killed"), "Toll"),
        (("events", 3, "harm", "killed", "by_source", "s-1"), "Amount"),
    ],
)
def test_the_model_at_a_place_is_found(loc, name):
    assert model_at(Sheet, loc).__name__ == name


@pytest.mark.parametrize("date", ["2024-01/2024-02", "'[2024-01,2024-02]'", "2024-21", "202X", "2024-02-XX", "../2024"])
def test_the_information_ends_on_one_date(load, date):
    text = f"briefgen: 1\nproduct: {{id: TEST-1, title: A test, time: {date}}}\n"
    assert errors(load(text)) == ["2:44 SHT008"]


def test_a_product_id_is_short_enough_for_a_file_name(load):
    assert errors(load(f"briefgen: 1\nproduct: {{id: {'A' * 80}, title: x, time: 2024}}\n")) == []
    assert errors(load(f"briefgen: 1\nproduct: {{id: {'A' * 81}, title: x, time: 2024}}\n")) == ["2:15 SHT010"]


def test_what_a_finding_quotes_cannot_forge_a_line(load):
    assert all("\n" not in str(finding) for finding in load('"x\\n::error::y": 1\n').findings)


def test_more_faults_than_anybody_reads_are_not_all_listed(load):
    assert len(errors(load("claims: [" + "a, " * 2000 + "]\n"))) == 500
