"""The file with all events: what it holds, and that it does nothing in a spreadsheet."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.compose import rest
from briefgen.outputs import SUFFIXES
from briefgen.outputs.csv import FORMULA, HEAD, table
from tests.figures.editions import amount, edition, event

WHERE = ("Pakistan", "Punjab", "Lahore", 31.5, -74.3, "1")
DATA = {
    "id": "d-1",
    "title": "Log",
    "source": "s-1",
    "events": (
        ("X1", "2024-02-05", ("Battles", "Armed clash"), WHERE, 3, ("Police", "Armed men")),
        ("X2", "2024-02-06", ("Riots", ""), WHERE, 0, ("", "")),
        ("X3", "", ("Riots", ""), WHERE, None, ("", "")),
    ),
}
SOURCE = {"id": "s-1", "title": "The log", "publisher": "Desk"}
CLAIM = {"id": "c-1", "text": "So it was.", "sources": ({"ref": "s-1"},)}
PLACE = {
    "id": "p-1",
    "name": "Quetta",
    "admin": ("Pakistan", "Balochistan"),
    "lat": 30.2,
    "lon": 67.0,
    "precision": "town",
}


def happened(title="An attack", **more):
    unknown = {"where": (), "actors": None, "external": None, "note": None}
    return event(1, "2024-02-05~", title) | unknown | more


def read(made):
    return list(csv.DictReader(io.StringIO(table(made).decode("utf-8"), newline="")))


def test_every_event_of_the_sheet_is_a_row():
    harm = dict.fromkeys(("injured", "abducted", "missing", "displaced", "affected")) | {"killed": amount(low=10)}
    one = happened(harm=harm, claims=("c-1",), where=("p-1",), note="At night.")
    (found,) = read(edition(events=[one], claims=[CLAIM], sources=[SOURCE], places=[PLACE]))

    assert (found["date"], found["title"], found["sources"], found["note"]) == (
        "2024-02-05~",
        "An attack",
        "Desk",
        "At night.",
    )
    assert (found["killed_low"], found["killed_high"], found["injured_low"]) == ("10", "", "")
    assert (found["country"], found["admin1"], found["place"], found["latitude"]) == (
        "Pakistan",
        "Balochistan",
        "Quetta",
        "30.2",
    )
    assert found["marking"] == "TLP:CLEAR"


def test_every_row_of_a_dataset_is_one_and_none_reported_is_no_none():
    found = read(edition(datasets=[DATA], sources=[SOURCE]))

    assert [(one["id"], one["killed_low"], one["killed_high"]) for one in found] == [
        ("X1", "3", "3"),
        ("X2", "0", ""),
        ("X3", "", ""),
    ]
    assert found[0]["actors"] == "Police; Armed men"
    assert found[0]["longitude"] == "-74.3"


def test_an_exercise_is_one_in_every_row():
    made = edition(datasets=[DATA], sources=[SOURCE])
    exercise = replace(made, product=made.product | {"exercise": True})

    assert {one["marking"] for one in read(exercise)} == {"TLP:CLEAR EXERCISE"}


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1"])
def test_nothing_is_calculated(words):
    (found,) = read(edition(events=[happened(words)]))

    assert found["title"] == f"'{words}"


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_words_come_back_as_they_were(title, note):
    (found,) = read(edition(events=[happened(title, note=note)]))

    for written, words in ((title, found["title"]), (note, found["note"])):
        assert words == (f"'{written}" if written.startswith(FORMULA) else written)


def test_it_is_rfc_4180():
    data = table(edition(events=[happened('A "big" attack, at night')]))
    head, row, rest = data.split(b"\r\n")

    assert head.decode() == ",".join(HEAD)
    assert b'"A ""big"" attack, at night"' in row
    assert rest == b""


def test_it_is_a_format_like_others():
    assert SUFFIXES["csv"] == rest.SUFFIX, "a page names the file by what compose knows"
