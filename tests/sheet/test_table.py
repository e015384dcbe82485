"""Events from a CSV file: cells become fields that know their line and column."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.sheet import table
from briefgen.sheet.document import Mapping, Source, Text
from tests.sheet.conftest import errors, said

INCLUDE = """\
include:
  - table: events.csv
    section: events
    columns: {id: id, when.start: date, type: kind, harm.killed.best: killed, claims: claims, title: title}
claims: [{id: c-1, text: One}, {id: c-2, text: Two}]
"""
HEADER = "id,date,kind,killed,claims,title\n"


def test_rows_become_events_with_nested_fields_and_lists_of_ids(load):
    parsed = load(INCLUDE, events_csv=HEADER + 'e-1,2024-02-05,attack,10,c-1; c-2,"Attack, ""big"""\n')
    assert errors(parsed) == []
    (event,) = parsed.sheet.events
    assert (event.id, event.when.start.text, event.type, event.harm.killed.best) == ("e-1", "2024-02-05", "attack", 10)
    assert (event.claims, event.title) == (("c-1", "c-2"), 'Attack, "big"')


def test_an_empty_cell_is_no_value(load):
    parsed = load(INCLUDE, events_csv=HEADER + "e-1,2024-02-05,attack,,,\n,,,,,\n\n")
    (event,) = parsed.sheet.events
    assert (event.harm, event.claims) == (None, ())


def test_events_of_a_table_stand_beside_others(load):
    sheet_text = INCLUDE + "events: {id: e-0, when: 2024-02-01, type: talks}\n"
    parsed = load(sheet_text, events_csv=HEADER + "e-1,2024-02-05,attack,,,\n")
    assert [event.id for event in parsed.sheet.events] == ["e-0", "e-1"]


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_delimiters_are_seen_from_the_header(load, delimiter):
    text = HEADER + "e-1,2024-02-05,attack,10,,\n"
    assert errors(load(INCLUDE, events_csv=text.replace(",", delimiter))) == []


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("e-1,05/02/2024,attack,,,\n", ["events.csv:2:5 SHT008"]),
        ("e-1,2024-02-05,attak,,,\n", ["events.csv:2:16 SHT005"]),
        ("e-1,2024-02-05,attack,ten,,\n", ["events.csv:2:23 SHT006"]),
        ("e-1,2024-02-05,attack,,c-1; c-9,\n", ["events.csv:2:24 REF001"]),
        ('e-1,2024-02-05,attack,,,"a\nb"\ne-2,2024,attak,,,\n', ["events.csv:2:25 SHT012", "events.csv:4:10 SHT005"]),
        ("e-1,,attack,,,\n", ["events.csv:2:1 SHT002"]),
        ("e-1,2024-02-05,attack,,,,,\n", ["events.csv:2:26 INC004"]),
        ('e-1,2024-02-05,attack,,,"a\n', ["events.csv:2:25 INC004"]),
        ("e-1,2024,attack,,,\ne-1,2024,attack,,,\n", ["events.csv:3:1 REF003"]),
        ("e-1,2024,attack,,,\u202e\n", ["events.csv:2:19 YML004"]),
    ],
)
def test_faults_are_shown_in_the_table(load, rows, found):
    parsed = load(INCLUDE, events_csv=HEADER + rows)
    assert [f"{one.mark} {one.code}" for one in parsed.findings if one.severity == "error"] == found


def test_a_column_that_is_not_there_is_shown_where_it_is_named(load):
    parsed = load(INCLUDE, events_csv="id,date,kind,kiled,claims,title\ne-1,2024,attack,1,,\n")
    assert errors(parsed) == ["6:71 INC004"]
    assert said(parsed, "INC004") == 'the table has no column "killed" — did you mean "kiled"?'


def test_a_field_that_is_not_there_is_shown_once_where_it_is_named(load):
    text = INCLUDE.replace("title: title", "tilte: title")
    parsed = load(text, events_csv=HEADER + "e-1,2024,attack,1,,a\ne-2,2024,attack,1,,b\n")
    assert errors(parsed) == ["6:95 SHT001"]
    assert {one.mark.path for one in parsed.findings if one.code == "SHT001"} == {"sheet.yaml"}


def test_the_number_of_rows_is_bounded(load, monkeypatch):
    monkeypatch.setattr(table, "MAX_ROWS", 1)
    parsed = load(INCLUDE, events_csv=HEADER + "e-1,2024,attack,,,\ne-2,2024,attack,,,\n")
    assert "more than 1 rows" in said(parsed, "INC004")


@given(st.lists(st.lists(st.text('ab",\n ', max_size=5), min_size=2, max_size=2), max_size=4))
def test_cells_are_those_that_the_csv_module_reads(rows):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows([["one", "two"], *rows])
    columns = Mapping(mark=Source("a", "").mark(1, 1))
    for name in ("one", "two"):
        columns[_text(name)] = _text(name)
    records, findings = table.rows(Source("a.csv", out.getvalue()), columns)
    expected = [{name: cell.strip() for name, cell in zip(("one", "two"), row, strict=True)} for row in rows]
    assert records == [{name: cell for name, cell in row.items() if cell} for row in expected if any(row.values())]
    assert findings == []


@given(st.text('ab;",\n\t ', max_size=60))
def test_any_text_is_a_table(text):
    columns = Mapping([(_text("a.b"), _text("a")), (_text("a"), _text("b"))], mark=Source("a", "").mark(1, 1))
    records, findings = table.rows(Source("a.csv", text), columns)
    assert len(records) <= text.count("\n")
    assert all(finding.remedy for finding in findings)


def _text(word: str) -> Text:
    text = Text(word)
    text.source, text.line, text.column, text.start, text.end, text.quoted = Source("a", word), 1, 1, 0, 3, False
    return text
