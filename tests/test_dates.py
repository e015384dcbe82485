"""Dates after EDTF: what they mean, that the edtf library agrees where it is right, and why text is refused."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.dates import Edtf, NotADateError, parse

DAYS = st.dates(date(1500, 1, 1), date(2199, 12, 31))
MONTHS = DAYS.map(lambda day: f"{day:%Y-%m}")
YEARS = DAYS.map(lambda day: f"{day:%Y}")
POINTS = st.one_of(DAYS.map(str), MONTHS, YEARS)
QUALIFIED = st.tuples(POINTS, st.sampled_from(["", "~", "?", "%"])).map("".join)


def bounds(written: Edtf) -> str:
    return f"{written.first} {written.last}"


@pytest.mark.parametrize(
    ("text", "expected", "precision"),
    [
        ("2024-02-05", "2024-02-05 2024-02-05", "day"),
        ("2024-02", "2024-02-01 2024-02-29", "month"),
        ("2023-02", "2023-02-01 2023-02-28", "month"),
        ("2024", "2024-01-01 2024-12-31", "year"),
        ("2024-02-XX", "2024-02-01 2024-02-29", "month"),
        ("2024-XX", "2024-01-01 2024-12-31", "year"),
        ("2024-XX-XX", "2024-01-01 2024-12-31", "year"),
        ("202X", "2020-01-01 2029-12-31", "decade"),
        ("20XX", "2000-01-01 2099-12-31", "century"),
        ("2024-21", "2024-03-01 2024-05-31", "season"),
        ("2024-24", "2024-12-01 2025-02-28", "season"),
        ("2024-02-05T03:00+05:00", "2024-02-05 2024-02-05", "minute"),
    ],
)
def test_a_date_has_a_first_and_a_last_day(text, expected, precision):
    written = parse(text)
    assert (written.kind, bounds(written), written.precision) == ("date", expected, precision)


@pytest.mark.parametrize(("sign", "approximate", "uncertain"), [("", 0, 0), ("~", 1, 0), ("?", 0, 1), ("%", 1, 1)])
@pytest.mark.parametrize("text", ["2024-02-05", "2024-02", "2024", "2024-02-XX", "202X"])
def test_qualifiers_are_kept_apart(text, sign, approximate, uncertain):
    written = parse(text + sign)
    assert (written.approximate, written.uncertain) == (approximate, uncertain)
    assert bounds(written) == bounds(parse(text))


@pytest.mark.parametrize(
    ("text", "reach"),
    [
        ("2024-02-05", "2024-02-05 2024-02-05"),
        ("2024-02-05?", "2024-02-05 2024-02-05"),
        ("2024-02-05~", "2024-02-02 2024-02-08"),
        ("2024-02~", "2024-01-22 2024-03-10"),
        ("2024~", "2023-10-02 2025-04-01"),
        ("2024-02-05~/2024-02-20", "2024-02-02 2024-02-20"),
        ("2024-02-05~/..", "2024-02-02 None"),
        ("[2024-02-05~,2024-02-09~]", "2024-02-02 2024-02-12"),
    ],
)
def test_about_reaches_some_days_and_not_a_year(text, reach):
    written = parse(text)
    assert f"{written.earliest} {written.latest}" == reach


@pytest.mark.parametrize(
    ("text", "expected", "start", "end"),
    [
        ("2024-01-15/2024-02-20", "2024-01-15 2024-02-20", None, None),
        ("2024-01/2024-02", "2024-01-01 2024-02-29", None, None),
        ("2024-01-15/..", "2024-01-15 None", None, "open"),
        ("2024-01-15/", "2024-01-15 None", None, "unknown"),
        ("../2024-01-15", "None 2024-01-15", "open", None),
        ("/2024-01-15", "None 2024-01-15", "unknown", None),
    ],
)
def test_an_interval_may_be_open_or_have_an_unknown_end(text, expected, start, end):
    written = parse(text)
    assert (written.kind, bounds(written), written.open_start, written.open_end) == ("interval", expected, start, end)


@pytest.mark.parametrize(
    ("text", "kind", "expected", "parts"),
    [
        ("[2024-02-05,2024-02-06]", "one-of", "2024-02-05 2024-02-06", ["2024-02-05", "2024-02-06"]),
        ("{2024-02-05, 2024-02-07}", "all-of", "2024-02-05 2024-02-07", ["2024-02-05", "2024-02-07"]),
        ("[2024-02-05..2024-02-07]", "one-of", "2024-02-05 2024-02-07", ["2024-02-05/2024-02-07"]),
        ("[..2024-02-05]", "one-of", "None 2024-02-05", ["../2024-02-05"]),
        ("{2024,2024-02-05..}", "all-of", "2024-01-01 None", ["2024", "2024-02-05/.."]),
    ],
)
def test_a_set_has_parts(text, kind, expected, parts):
    written = parse(text)
    assert (written.kind, bounds(written), [part.text for part in written.parts]) == (kind, expected, parts)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-02-05T03:00+05:00", datetime(2024, 2, 4, 22, 0, tzinfo=UTC)),
        ("2024-02-05T03:00Z", datetime(2024, 2, 5, 3, 0, tzinfo=UTC)),
        ("2024-02-05T03:00:59+0430", datetime(2024, 2, 4, 22, 30, 59, tzinfo=UTC)),
        ("2024-02-05T03:00-12", datetime(2024, 2, 5, 15, 0, tzinfo=UTC)),
    ],
)
def test_a_time_is_a_moment_in_its_zone(text, moment):
    assert parse(text).moment == moment


def test_a_date_without_a_time_is_no_moment():
    assert parse("2024-02-05").moment is None
    assert parse("2024-02-05T03:00Z/2024-02-06").moment is None


@pytest.mark.parametrize(
    ("text", "reason", "remedy"),
    [
        ("05/02/2024", "day or the month first", "such as 2024-02-05"),
        ("5.2.2024", "day or the month first", "such as 2024-02-05"),
        ("05-02-2024", "day or the month first", "such as 2024-02-05"),
        ("05/02/24", "several centuries", "such as 2024-02-05"),
        ("24-02-05", "several centuries", "such as 2024-02-05"),
        ("2024/02/05", "hyphens", "write 2024-02-05"),
        ("2024-2-5", "two digits", "write 2024-02-05"),
        ("20240205", "hyphens", "write 2024-02-05"),
        ("24", "four digits", "2024"),
        ("5 Feb 2024", "no date", "write 2024-02-05"),
        ("February 5, 2024", "no date", "write 2024-02-05"),
        ("February 2024", "no date", "write 2024-02"),
        ("yesterday", "the day that it is read", "such as 2024-02-05"),
        ("3 days ago", "the day that it is read", "such as 2024-02-05"),
        ("last week", "the day that it is read", "such as 2024-02-05"),
        ("early February 2024", "field of its own", "{date: 2024-02, part: early}"),
        ("about 5 February 2024", "is a sign in EDTF", "2024-02-05~"),
        ("2024-02-30", "February 2024 has 29 days", "correct the day"),
        ("2023-02-29", "February 2023 has 28 days", "correct the day"),
        ("2024-13", "no month 13", "01 to 12"),
        ("2024-00", "no month 00", "01 to 12"),
        ("2024-21-05", "no month 21", "01 to 12"),
        ("2024-13-XX", "no month 13", "01 to 12"),
        ("2024-22-XX", "no month 22", "01 to 12"),
        ("2024-25", "no month 25", "01 to 12"),
        ("1445-07-24", "another calendar", "Gregorian"),
        ("1402", "another calendar", "Gregorian"),
        ("1445-XX", "another calendar", "Gregorian"),
        ("2567-02-05", "another calendar", "Gregorian"),
        ("2024-02-05T03:00", "without its zone", "2024-02-05T03:00+05:00"),
        ("2024-02-05 03:00", "joined", "2024-02-05T03:00+05:00"),
        ("2024-02-05T25:00Z", "no time 25:00", "00:00 to 23:59"),
        ("2024-02-05T24:00Z", "no time 24:00", "00:00 to 23:59"),
        ("2024-02-05T03:60Z", "no time 03:60", "00:00 to 23:59"),
        ("2024-02-05T03:00+15:00", "no zone", "or Z for UTC"),
        ("12:30", "needs its day", "2024-02-05T14:30+05:00"),
        ("051430Z FEB 24", "date-time group", "2024-02-05T14:30Z"),
        ("2024-02-20/2024-01-15", "before it begins", "swap"),
        ("/", "neither end", "2024-01-15/2024-02-20"),
        ("../..", "neither end", "2024-01-15/2024-02-20"),
        ("2024-01/2024-02/2024-03", "no date", "write"),
        ("[]", "no date", "write"),
        ("[2024-02-05", "no date", "write"),
        ("2024-02-1X", "no date", "write"),
        ("2024-XX-05", "no date", "write"),
        ("٢٠٢٤-٠٢-٠٥", "no date", "write"),
        ("n.d.", "no date", "write"),
        ("", "no date", "write"),
    ],
)
def test_what_is_no_date_is_refused_with_a_reason_and_a_remedy(text, reason, remedy):
    with pytest.raises(NotADateError, match=r".+") as caught:
        parse(text)
    assert reason in str(caught.value)
    assert remedy in caught.value.remedy


@given(QUALIFIED)
def test_points_have_the_bounds_of_the_library(text):
    library = parse_edtf(text)
    written = parse(text)
    assert written.first == date(*library.lower_strict()[:3])
    assert written.last == date(*library.upper_strict()[:3])


@given(QUALIFIED, QUALIFIED)
def test_intervals_have_the_bounds_of_the_library(one, other):
    start, end = sorted((one, other), key=lambda text: str(parse(text).first))
    library = parse_edtf(f"{start}/{end}")
    written = parse(f"{start}/{end}")
    assert written.first == date(*library.lower_strict()[:3])
    assert written.last == date(*library.upper_strict()[:3])


@settings(max_examples=20)  # the library takes its time
@given(st.lists(POINTS, min_size=2, max_size=4), st.sampled_from(["[]", "{}"]))
def test_sets_are_sets_to_the_library_too(points, brackets):
    text = f"{brackets[0]}{','.join(points)}{brackets[1]}"
    assert type(parse_edtf(text)).__name__ == {"[]": "OneOfASet", "{}": "MultipleDates"}[brackets]
    assert [part.text for part in parse(text).parts] == points


@given(QUALIFIED)
def test_about_widens_and_never_narrows(text):
    written = parse(text)
    first, last = written.first or date.min, written.last or date.min
    earliest, latest = written.earliest or date.max, written.latest or date.max
    assert earliest <= first <= last <= latest
    assert (earliest < first) == written.approximate
    assert latest - earliest <= (last - first) + timedelta(days=182)


@given(st.one_of(st.text(max_size=30), st.text("0123456789-/.,[]{}XTZ:+~?% ", max_size=24)))
def test_any_text_is_a_date_or_refused(text):
    with contextlib.suppress(NotADateError):
        written = parse(text)
        assert written.text == text.strip()
        assert written.first is None or written.last is None or written.first <= written.last


def test_common_forms_are_read_without_the_library():
    code = (
        "import sys; from briefgen.dates import parse; parse('2024~/2024-02-05T03:00Z'); print('edtf' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
