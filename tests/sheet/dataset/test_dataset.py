"""The rows of a CSV file to sums: what is kept, what it adds up to, and where it says that something is wrong."""

from __future__ import annotations

import csv
import io
from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.sheet.dataset import faults, file, tally
from tests.sheet.conftest import errors, said

SHEET = """\
sources: {id: s-1, title: A log}
datasets: {id: d-1, title: The log, file: log.csv, source: s-1}
"""
HEADER = "event_id_cnty,event_date,event_type,sub_event_type,actor1,country,admin1,location,latitude,longitude,"
HEADER += "geo_precision,fatalities,notes\n"


def row(number="X1", day="2024-02-05", kind="Battles", admin1="Punjab", killed="0", lat="31.5", notes=""):
    return f"{number},{day},{kind},Armed clash,Police,Pakistan,{admin1},Lahore,{lat},74.3,1,{killed},{notes}\n"


@pytest.fixture
def summed(load):
    def made(rows, more="", header=HEADER, text=SHEET):
        parsed = load(text.replace("source: s-1}", f"source: s-1{more}}}"), log_csv=header + rows)
        assert errors(parsed) == [], [str(one) for one in parsed.findings]
        return parsed.sheet.datasets[0].summed

    return made


@pytest.fixture
def found(load):
    """Return a function that gives the findings in the file, without those on the sheet."""

    def made(rows, header=HEADER):
        parsed = load(SHEET, log_csv=header + rows)
        return [f"{one.mark} {one.severity} {one.code}" for one in parsed.findings if one.mark.path == "log.csv"]

    return made


# What is kept


def test_rows_are_summed_by_day_type_and_province(summed):
    made = summed(row("X1", killed="3") + row("X2", killed="2") + row("X3", kind="Protests", admin1="Sindh"))

    assert [(one["day"], one["type"], one["admin1"], one["events"], one["killed"]) for one in made.cells] == [
        ("2024-02-05", "Battles", "Punjab", 2, 5),
        ("2024-02-05", "Protests", "Sindh", 1, 0),
    ]
    assert [(one["admin1"], one["events"], one["killed"]) for one in made.provinces] == [
        ("Punjab", 2, 5),
        ("Sindh", 1, 0),
    ]
    assert [(one["place"], one["lat"], one["lon"], one["events"]) for one in made.places] == [
        ("Lahore", 31.5, 74.3, 2),
        ("Lahore", 31.5, 74.3, 1),
    ]


def test_columns_may_have_other_names_and_the_others_are_not_needed(summed):
    made = summed(
        "1,2024-02-05,4\n2,2024-02-06,\n", ", columns: {id: no, date: day, killed: dead}", header="no,day,dead\n"
    )

    assert (made.kept, made.numberless, sum(one["killed"] for one in made.cells)) == (2, 1, 4)
    assert made.cells[0]["type"] == made.cells[0]["admin1"] == ""


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-02-07", "2024-02-07"),
        ("07 February 2024", "2024-02-07"),
        ("7 Feb 2024", "2024-02-07"),
        ("07-Feb-24", "2024-02-07"),
        ("30-Dec-97", "1997-12-30"),
        (" 2024-02-07 ", "2024-02-07"),
    ],
)
def test_the_days_of_acled_are_read_in_each_of_their_forms(summed, written, day):
    assert summed(row(day=written)).cells[0]["day"] == day


def test_filters_keep_rows_with_one_of_their_values(summed):
    rows = row("X1") + row("X2", kind="Protests") + row("X3", kind="Riots", admin1=" Sindh ")
    made = summed(rows, ", filters: {event_type: [Battles, Riots], admin1: [Punjab, Sindh]}")

    assert (made.rows, made.kept) == (3, 2)
    assert [one[0] for one in made.events] == ["X1", "X3"]


def test_a_period_keeps_its_days_and_says_what_the_data_cover(summed):
    rows = row("X1", "2024-01-31") + row("X2", "2024-02-10") + row("X3", "2024-03-01")
    made = summed(rows, ', period: {from: "2024-02-01", to: "2024-02-29"}')

    assert (made.kept, made.first, made.last) == (1, "2024-02-01", "2024-02-29")


def test_without_a_period_the_data_cover_their_first_to_their_last_day(summed):
    made = summed(row("X1", "2024-01-31") + row("X2", "2024-02-10"))

    assert (made.first, made.last) == ("2024-01-31", "2024-02-10")


def test_what_is_not_known_is_counted_and_not_taken_for_nothing(summed):
    made = summed(row("X1", day="") + row("X2", killed="") + row("X3", killed="0"))

    assert (made.kept, made.dateless, made.numberless) == (3, 1, 1)
    assert [one["killed"] for one in made.top] == [None, 0]


def test_the_most_important_rows_have_most_dead_then_are_the_latest_then_the_first_by_id(summed):
    rows = [("X1", "2024-02-01", 5), ("X3", "2024-02-03", 0), ("X2", "2024-02-03", 0), ("X4", "2024-02-02", 0)]
    made = summed("".join(row(number, day, killed=str(killed)) for number, day, killed in rows), ", top: 3")

    assert [one["id"] for one in made.top] == ["X1", "X2", "X3"]
    assert len(made.events) == 4


def test_rows_that_may_not_be_passed_on_are_not_kept(summed):
    made = summed(row(), ", pass_on: false")

    assert made.events == ()
    assert len(made.top) == 1


def test_names_that_differ_by_spaces_only_are_one(summed):
    rows = row("X1", admin1="Khyber Pakhtunkhwa") + row("X2", admin1=" Khyber  Pakhtunkhwa ")

    assert [(one["admin1"], one["events"]) for one in summed(rows).provinces] == [("Khyber Pakhtunkhwa", 2)]


def test_a_note_is_cut_where_all_can_see_it(summed):
    (one,) = summed(row(notes="word " * 200)).top

    assert len(one["notes"]) <= 300
    assert one["notes"].endswith(" …")


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_delimiters_are_seen_from_the_header(summed, delimiter):
    made = summed(row(killed="3").replace(",", delimiter), header=HEADER.replace(",", delimiter))

    assert made.cells[0]["killed"] == 3


def test_rows_may_be_short_or_empty_and_cells_may_hold_lines(summed):
    made = summed("X1,2024-02-05,Battles\n\n,,,,,,,,,,,,\n" + row("X2", notes='"one,\ntwo"'))

    assert made.rows == 2
    assert made.top[0]["notes"] == "one, two" or made.top[1]["notes"] == "one, two"


# Against the plainest way to count

days = st.dates(date(2024, 1, 1), date(2024, 1, 6)).map(str) | st.just("")
rows_of = st.lists(
    st.tuples(days, st.sampled_from(["Battles", "Riots"]), st.sampled_from(["Punjab", "Sindh"]), st.integers(-1, 9)),
    max_size=40,
)


@given(rows_of, st.integers(0, 6))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_sums_are_those_of_counting_row_by_row(load, found_rows, top):
    rows = [(f"X{number}", *one) for number, one in enumerate(found_rows)]
    text = "".join(
        row(number, day, kind, place, str(dead) if dead >= 0 else "") for number, day, kind, place, dead in rows
    )
    filtered = SHEET.replace("source: s-1}", f"source: s-1, filters: {{event_type: Battles}}, top: {top}}}")
    made = load(filtered, log_csv=HEADER + text).sheet.datasets[0].summed
    kept = [one for one in rows if one[2] == "Battles"]
    dated = [one for one in kept if one[1]]
    events, killed = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for _, day, _, place, dead in dated:
        events[day, place] += 1
        killed[day, place] += max(dead, 0)
    first = sorted(sorted(dated), key=lambda one: (max(one[4], 0), one[1]), reverse=True)
    first.sort(key=lambda one: (-max(one[4], 0), -date.fromisoformat(one[1]).toordinal(), one[0]))

    assert {(one["day"], one["admin1"]): one["events"] for one in made.cells} == events
    assert {(one["day"], one["admin1"]): one["killed"] for one in made.cells} == killed
    assert (made.rows, made.kept, made.dateless) == (len(rows), len(kept), len(kept) - len(dated))
    assert made.numberless == sum(one[4] < 0 for one in dated)
    assert [one["id"] for one in made.top] == [one[0] for one in first[:top]]
    assert sum(one["events"] for one in made.places) == sum(one["events"] for one in made.provinces) == len(dated)


# What is wrong, and where


@pytest.mark.parametrize(
    ("rows", "cell", "code"),
    [
        (row(day="05/02/2024"), "05/02", "error SHT008"),
        (row(day="2024-02-30"), "2024-02-30", "error SHT008"),
        (row(day="30 Brumaire 2024"), "30 Brum", "error SHT008"),
        (row(killed="ten"), "ten", "error SHT006"),
        (row(lat="131.5"), "131.5", "error SHT006"),
        (row() + row(), "X1", "error REF003"),
        (row(admin1="Pun\u202ejab"), "Pun", "error YML004"),
        (row(kind="x" * 301), "xxx", "error INC004"),
        (row().replace("\n", ",a,b\n"), "a,b", "error INC004"),
        (row("X1", notes='"a\nb"') + row("X2", day="today"), "today", "error SHT008"),
        (row(notes="an \u200b invisible one"), "an ", "error YML004"),
        ('X1,"2024-02-05\n', "X1", "error INC004"),
        ('X1,"2024-02-05"x,\n', "X1", "error INC004"),
        (f"X1,{'x' * 140_000}\n", "X1", "error INC004"),
        (row(admin1="Punjap"), "Punjap", "warning INC007"),
        (row().replace("Pakistan", "Halvaria"), "Halvaria", "warning INC007"),
    ],
)
def test_a_fault_is_shown_at_its_cell(found, rows, cell, code):
    lines = (HEADER + rows).splitlines()
    number = max(index for index, line in enumerate(lines) if cell in line)

    assert found(rows) == [f"log.csv:{number + 1}:{lines[number].index(cell) + 1} {code}"]


def test_the_same_text_is_reported_once_and_all_faults_of_a_row_are(found):
    assert len(found(row("X1", killed="n/a") + row("X2", killed="n/a", lat="n/a") + row("X3", day="x", lat="y"))) == 4


def test_many_faults_are_counted_and_not_listed(load):
    text = HEADER + "".join(row(f"X{number}", killed=f"n{number}") for number in range(50))
    parsed = load(SHEET, log_csv=text)
    listed = [one for one in parsed.findings if one.code == "SHT006"]

    assert len(listed) == faults.MAX_FAULTS
    assert said(parsed, "INC004") == "and 30 more cells that cannot be read — mend their columns as a whole"


def test_a_province_that_is_misspelt_comes_with_the_one_that_was_meant(load):
    parsed = load(SHEET, log_csv=HEADER + row("X1") + row("X2", admin1="Khyber Paktunkhwa"))

    assert said(parsed, "INC007").endswith(
        '1 event, is no province of Pakistan on the map — did you mean "Khyber Pakhtunkhwa"?'
    )


@pytest.mark.parametrize("name", ["Baluchistan", "N.W.F.P.", "KPK", "PK-SD", "punjab province"])
def test_other_names_of_provinces_are_known(found, name):
    assert found(row(admin1=name)) == []


@pytest.mark.parametrize(("country", "province", "count"), [("Orlune", "Nether Orlune", 0), ("Pakistan", "Punjap", 1)])
def test_an_exercise_may_invent_countries_and_no_province_of_another(load, country, province, count):
    whole = f"briefgen: 1\nproduct: {{id: X-1, title: T, time: 2024-02-07, exercise: true}}\n{SHEET}"
    parsed = load(whole, log_csv=HEADER + row(admin1=province).replace("Pakistan", country))

    assert len([one for one in parsed.findings if one.code == "INC007"]) == count


@pytest.mark.parametrize(
    ("more", "code", "words"),
    [
        (", filters: {event_type: Battels}", "INC006", 'no row has "Battels" in event_type — did you mean "Battles"?'),
        (', period: {from: "2020-01-01", to: "2020-12-31"}', "INC006", "none of its 1 rows is kept"),
        (", columns: {date: evnt_date}", "INC004", 'has no column "evnt_date" — did you mean "event_date"?'),
        (", filters: {evnt_type: Battles}", "INC004", 'has no column "evnt_type" — did you mean "event_type"?'),
        (", columns: {dat: event_date}", "SHT001", 'unknown key "dat" — did you mean "date"?'),
    ],
)
def test_what_the_sheet_asks_of_a_file_and_it_has_not(load, more, code, words):
    parsed = load(SHEET.replace("source: s-1}", f"source: s-1{more}}}"), log_csv=HEADER + row())

    assert words in said(parsed, code)


def test_a_file_without_days_is_refused_with_its_columns(load):
    parsed = load(SHEET, log_csv="a,b\n1,2\n")

    assert "one of a, b" in said(parsed, "INC004")


@pytest.mark.parametrize("name", ["../log.csv", "/etc/passwd", "log.csv\\0", "*.csv\\0"])
def test_no_file_outside_the_desk_is_read(load, name):
    parsed = load(SHEET.replace("log.csv", f'"{name}"'), log_csv=HEADER + row())

    assert [one.code for one in parsed.findings if one.severity == "error"] in (["INC002"], ["YML004"])


def test_a_link_out_of_the_desk_is_not_followed(load, desk, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "secret.csv"
    outside.write_text(HEADER + row())
    (desk / "log.csv").symlink_to(outside)

    assert errors(load(SHEET)) == ["4:43 INC002"]


def test_a_file_that_is_not_there_is_named_with_the_one_that_was_meant(load):
    assert said(load(SHEET.replace("log.csv", "lag.csv"), log_csv=""), "INC001").endswith('did you mean "log.csv"?')


def test_an_included_file_names_data_beside_itself(load):
    parsed = load("include: parts/data.yaml\n", parts__data_yaml=SHEET, parts__log_csv=HEADER + row())

    assert parsed.sheet.datasets[0].summed.kept == 1


# Hostile files


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (HEADER.encode() + b"X1,2024-02-05\0\n", "2:1 YML004"),
        ((HEADER + row()).encode("utf-16"), "1:1 YML002"),
        ((HEADER + row(notes="é")).encode("latin-1"), "2:79 YML002"),
        (b"", "1:1 INC004"),
        (b"\x89PNG\r\n\x1a\n\xff\xfe", "1:1 YML002"),
    ],
)
def test_what_is_no_text_is_refused(load, desk, data, place):
    (desk / "log.csv").write_bytes(data)
    parsed = load(SHEET)
    found = [f"{one.mark.line}:{one.mark.column} {one.code}" for one in parsed.findings if one.severity == "error"]

    assert len(found) == 1
    assert found[0].endswith(place.split()[1])
    assert found[0] == place or not data


def test_a_byte_order_mark_is_no_part_of_the_header(load, desk):
    (desk / "log.csv").write_bytes(b"\xef\xbb\xbf" + (HEADER + row()).encode())

    assert errors(load(SHEET)) == []


def test_size_lines_and_rows_are_bounded(load, monkeypatch):
    monkeypatch.setattr(tally, "MAX_ROWS", 2)
    monkeypatch.setattr(file, "MAX_LINE", 1000)
    rows = "".join(row(f"X{number}") for number in range(3))

    assert errors(load(SHEET, log_csv=HEADER + rows)) == ["1:1 INC004"]
    assert errors(load(SHEET, log_csv=HEADER + "x" * 5000)) == ["2:1 INC004"]
    monkeypatch.setattr(file, "MAX_BYTES", 1000)
    assert errors(load(SHEET, log_csv=HEADER + row() * 20)) == ["1:1 YML003"]


def test_as_many_rows_as_are_allowed_are_not_too_many(load, monkeypatch):
    monkeypatch.setattr(tally, "MAX_ROWS", 2)

    assert errors(load(SHEET, log_csv=HEADER + row("X1") + row("X2"))) == []


@given(st.text('ab0,;"\n\r\t é-', max_size=80))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_summed_or_refused(load, text):
    parsed = load(SHEET, log_csv=HEADER + text)

    assert (parsed.sheet is None) == bool(errors(parsed))
    assert all(one.remedy and one.mark.line >= 1 and one.mark.column >= 1 for one in parsed.findings)


@given(st.lists(st.lists(st.text('ab,"\n ', max_size=6), min_size=2, max_size=2), min_size=1, max_size=6))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_fault_is_found_behind_cells_that_hold_anything(load, desk, cells):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(
        [["event_id_cnty", "notes", "event_date"], *([*one, ""] for one in cells)]
    )
    text = out.getvalue() + "last,,nonsense\n"
    (desk / "log.csv").write_text(text, encoding="utf-8")
    (found,) = [one for one in load(SHEET).findings if one.code == "SHT008"]

    assert (found.mark.line, found.mark.column) == (text.count("\n"), 7)


def test_the_same_file_gives_the_same_sums(load):
    start = date(2024, 1, 1)
    text = HEADER + "".join(row(f"X{n}", str(start + timedelta(n % 31)), killed=str(n % 3)) for n in range(100))

    assert load(SHEET, log_csv=text).sheet.datasets[0].summed == load(SHEET, log_csv=text).sheet.datasets[0].summed
