import pytest

from briefgen.compose.when import Calendar, in_order, locale_of

KARACHI = Calendar("en", "Asia/Karachi")


def recorded(date, **known):
    return {"date": date, "part": None, "inferred": False, "precision": None, "note": None} | known


EDTF = [
    ("2024-02-05", "5 February 2024"),
    ("2024-02", "February 2024"),
    ("2024", "2024"),
    ("2024-02-05~", "about 5 February 2024"),
    ("2024-02-05?", "5 February 2024 (uncertain)"),
    ("2024-02-05%", "about 5 February 2024 (uncertain)"),
    ("2024-02-XX", "February 2024, day not known"),
    ("2024-01-15/2024-02-20", "15 January – 20 February 2024"),
    ("2023-12-15/2024-02-20", "15 December 2023 – 20 February 2024"),
    ("2024-01-15/..", "since 15 January 2024"),
    ("2024-01-15/", "from 15 January 2024, end not known"),
    ("[2024-02-05,2024-02-06]", "5 February 2024 or 6 February 2024"),
    ("[..2024-02-01]", "on or before 1 February 2024"),
    ("[2024-02-01..]", "on or after 1 February 2024"),
    ("2024-21", "March – May 2024"),
    ("202X", "2020–2029"),
    ("/2024-02-01", "until 1 February 2024, start not known"),
    ("../2024-02-01", "until 1 February 2024"),
    ("{2024-02-05,2024-02-07}", "5 February 2024 and 7 February 2024"),
    ("2024-02-05T03:00+05:00", "5 February 2024, 03:00 PKT"),
    ("2024-02-04T22:00Z", "5 February 2024, 03:00 PKT"),
]


@pytest.mark.parametrize(("written", "printed"), EDTF)
def test_a_date_is_printed_with_its_precision(written, printed):
    assert KARACHI.when(written).replace("\u00a0", " ") == printed


def test_a_zone_without_letters_shows_its_offset():
    assert Calendar("en", "Asia/Kabul").when("2024-02-05T03:00+04:30").endswith("03:00\u00a0+0430")


@pytest.mark.parametrize(
    ("known", "printed"),
    [
        ({"date": "2024-02", "part": "early"}, "early February 2024"),
        ({"date": "2024-02", "part": "mid"}, "mid-February 2024"),
        ({"date": "2024-01-29", "inferred": True}, "29 January 2024 (inferred)"),
        ({"date": "2024-02-05T03:00+05:00", "precision": "hour"}, "5 February 2024, about 03:00 PKT"),
        ({"date": "2024-02-05T03:00+05:00", "precision": "day"}, "5 February 2024"),
        ({"date": "2024-02-05", "precision": "month"}, "February 2024"),
    ],
)
def test_what_the_notation_cannot_say_is_printed_too(known, printed):
    assert KARACHI.when(recorded(**known)).replace("\u00a0", " ") == printed


def test_an_event_of_several_days_shows_both_ends():
    period = recorded("", start="2024-01-01", end="2024-01-31")
    period.pop("date")

    assert KARACHI.when(period).replace("\u00a0", " ") == "1 January – 31 January 2024"


def test_a_cut_off_is_given_in_utc_as_well():
    assert KARACHI.cutoff("2024-02-07T18:00+05:00")[1] == "13:00 UTC"
    assert KARACHI.cutoff("2024-02-07")[1] is None


def test_a_cut_off_in_utc_is_not_given_twice():
    assert Calendar("en", "UTC").cutoff("2024-02-07T18:00Z")[1] is None


def test_events_stand_in_order_of_the_first_day_that_they_can_mean():
    starts = ["2024-02-08", "[..2024-02-01]", "2024-02", "2024-01-31", "2024-01", "2022-11/.."]
    events = [{"when": {"start": start, "end": None}} for start in starts]

    assert [event["when"]["start"] for event in in_order(events)] == [
        *("2022-11/..", "2024-01", "2024-01-31", "[..2024-02-01]", "2024-02", "2024-02-08"),
    ]


@pytest.mark.parametrize(
    ("written", "precision", "text"),
    [
        ("2024-02-05", "hour", "5 February 2024"),
        ("2024-02-05", "month", "February 2024"),
        ("2024-02", "day", "February 2024"),
        ("2024", "minute", "2024"),
        ("2024-02-05T12:00Z", "year", "2024"),
    ],
)
def test_a_precision_makes_a_date_coarser_and_never_finer(written, precision, text):
    assert KARACHI.when(recorded(written, precision=precision)).replace("\u00a0", " ") == text


@pytest.mark.parametrize(
    ("language", "locale"),
    [("en", "en"), ("ps-AF", "ps_AF"), ("zh-Hant", "zh_Hant"), ("en-GB-oed", "en"), ("tlh", "en"), ("xx-YY", "en")],
)
def test_every_language_has_a_locale(language, locale):
    assert locale_of(language) == locale
