"""Trends: what is counted, that nothing is drawn more exactly than it is known, and that all tell the same numbers."""

import re
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.figures import trend
from briefgen.figures.drawing import width
from briefgen.figures.trends.comparing import marked, mean
from briefgen.figures.trends.grid import MAX_BINS, grid
from briefgen.figures.trends.series import series
from tests.figures.editions import amount, edition, event

SVG = "{http://www.w3.org/2000/svg}"
START = date(2024, 1, 1)
CELL = {"type": "Battles", "country": "Pakistan", "admin1": "Punjab"}


def happened(number, start, *, count=None, part_of=None, **more):
    return event(number, start, f"Event {number}", **more) | {"count": count, "part_of": part_of}


def data(cells, first=None, last=None, **more):
    """Return a dataset of (day, events, killed)."""
    days = [day for day, _, _ in cells]
    made = {"id": "d-1", "title": "Log", "source": "s-1", "dateless": 0, "numberless": 0}
    made |= {"first": first or min(days), "last": last or max(days)}
    filled = tuple(CELL | {"day": day, "events": events, "killed": killed} for day, events, killed in cells)
    return made | {"cells": filled} | more


def asked(**more):
    return {"records": (), "measure": None, "by": None, "baseline": None, "window": None} | more


def stretch(text, label=None):
    return {"date": text, "label": label}


def of_events(*events, as_of="2024-02-07", **more):
    return trend.draw(edition(events=events, as_of=as_of), asked(**more))


def of_data(cells, as_of="2024-02-29", first=None, last=None, **more):
    return trend.draw(edition(datasets=[data(cells, first, last)], as_of=as_of), asked(records=("d-1",), **more))


def counted(made, *marked_days, **more):
    found = series(made, asked(**more), marked_days)
    assert found
    return found


def days_of(text, now, label=None):
    found = marked(stretch(text, label), now.toordinal())
    assert found
    return found


def table(figure):
    return [row[:2] for row in figure.table[1]]


def number(words):
    """Return the number of a cell of the table."""
    return int(re.sub(r"\D", "", words) or 0)


# The same numbers everywhere

cells = st.lists(
    st.tuples(st.integers(0, 150), st.integers(1, 400), st.integers(0, 3000)), min_size=1, max_size=40
).map(lambda found: [(str(START + timedelta(day)), events, killed) for day, events, killed in found])


@given(cells, st.sampled_from([None, "day", "week", "month"]), st.sampled_from(["events", "killed"]))
@settings(max_examples=60, deadline=None)
def test_the_table_adds_up_to_the_data(found, by, measure):
    figure = of_data(found, by=by, measure=measure, as_of="2024-12-31")
    *rows, (last, total) = table(figure)
    expected = sum(one[1 if measure == "events" else 2] for one in found)

    assert last == "all"
    assert sum(number(told) for _, told in rows) == number(total) == expected


@given(cells, st.sampled_from(["day", "week", "month"]))
@settings(max_examples=30, deadline=None)
def test_the_text_alternative_has_every_number_of_the_table(found, by):
    figure = of_data(found, by=by, as_of="2024-12-31")
    told = figure.alt.lower()

    for title, words in table(figure):
        assert title == "all" or not number(words) or f"{title}: {words}".lower() in told


exact = st.tuples(st.integers(0, 37), st.integers(0, 20), st.integers(0, 9), st.booleans())


@given(st.lists(exact, min_size=1, max_size=12), st.sampled_from(["day", "week", "month"]))
@settings(max_examples=60, deadline=None)
def test_the_table_adds_up_to_the_events_whatever_their_dates(found, by):
    events = []
    for index, (day, long, killed, to_the_month) in enumerate(found):
        first = START + timedelta(day)
        start = f"{first:%Y-%m}" if to_the_month else f"{first}/{first + timedelta(long)}" if long else str(first)
        events.append(happened(index, start, killed=amount(best=killed)))
    figure = of_events(*events, measure="killed", by=by, as_of="2024-04-30")
    *rows, (_, total) = table(figure)

    assert sum(number(told) for _, told in rows) == number(total) == sum(one[2] for one in found)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 20), st.integers(0, 20)), min_size=1, max_size=12))
@settings(max_examples=40, deadline=None)
def test_ranges_add_up_to_ranges(found):
    events = [
        happened(index, str(START + timedelta(day)), killed=amount(low=low, high=low + more))
        for index, (day, low, more) in enumerate(found)
    ]
    made = counted(edition(events=events), measure="killed")

    assert made.total.low == sum(low for _, low, _ in found)
    assert made.total.high == sum(low + more for _, low, more in found)
    assert not made.total.open


@given(cells, st.sampled_from(["day", "week", "month"]))
@settings(max_examples=30, deadline=None)
def test_every_word_of_the_drawing_lies_inside_it(found, by):
    more = {
        "baseline": stretch("2024-01", "a rather long name of a baseline"),
        "window": stretch("2024-02-20/2024-03-09"),
    }
    root = ElementTree.fromstring(of_data(found, by=by, as_of="2024-05-20", **more).svg)
    _, _, wide, high = map(float, root.attrib["viewBox"].split())

    for text in root.iter(f"{SVG}text"):
        x, y, size = (float(text.attrib[name]) for name in ("x", "y", "font-size"))
        assert x >= -0.02
        assert x + width(text.text or "", size, bold=text.get("font-weight") == "600") <= wide + 0.02
        assert 0 < y <= high


# What is known, and no more


def test_an_event_that_is_known_to_the_month_is_a_block_and_in_no_day():
    figure = of_events(happened(1, "2024-01", count=amount(low=27)), happened(2, "2024-02-05"), by="day")

    assert ("January 2024", "at least 27") in table(figure)
    assert ("5 February 2024", "1") in table(figure)
    assert ("15 January 2024", "none recorded here") in table(figure)
    assert table(figure)[-1] == ("all", "at least 28")
    assert "January 2024, day not known: at least 27" in figure.alt
    assert figure.key.startswith("Block: its area is the number")


def test_the_area_of_a_block_is_its_number():
    figure = of_events(happened(1, "2024-01", count=amount(best=62)), happened(2, "2024-02-05", count=amount(best=4)))
    found = ElementTree.fromstring(figure.svg).iter(f"{SVG}rect")
    heights = {rect.attrib["fill"]: float(rect.attrib["height"]) for rect in found}

    assert heights["accent"] / heights["tint"] == pytest.approx(4 / (62 / 31), abs=0.01)


def test_a_block_shows_its_lowest_number():
    figure = of_events(happened(1, "2024-01", count=amount(low=10, high=40)))
    found = ElementTree.fromstring(figure.svg).iter(f"{SVG}rect")
    heights = {rect.attrib["fill"]: float(rect.attrib["height"]) for rect in found}

    assert heights["tint"] / (heights["tint"] + heights["paper"]) == pytest.approx(10 / 40, abs=0.01)
    assert "Light: up to the highest number." in figure.key


def test_in_bins_of_a_month_it_is_a_bar():
    figure = of_events(happened(1, "2024-01", count=amount(best=27)), by="month")

    assert table(figure)[0] == ("January 2024", "27")
    assert "Block" not in figure.key


def test_about_a_day_is_some_days():
    assert ("about 20 January 2024", "1") in table(of_events(happened(1, "2024-01-20~"), by="day"))


def test_what_was_reported_by_the_cut_off_is_not_drawn_after_it():
    made = counted(edition(events=[happened(1, "2024-02")], as_of="2024-02-07"), by="day")

    assert made.blocks[0].days[1] == date(2024, 2, 8).toordinal()


def test_about_a_day_reaches_no_further_than_the_cut_off():
    made = counted(edition(events=[happened(1, "2024-02-05~")], as_of="2024-02-07"), by="day")

    assert made.blocks[0].days == (date(2024, 2, 2).toordinal(), date(2024, 2, 8).toordinal())
    assert made.grid.edges[-1] == date(2024, 2, 8).toordinal()


def test_about_an_end_reaches_beyond_it():
    made = counted(edition(events=[happened(1, "2024-01-10", end="2024-01-20~")], as_of="2024-02-07"), by="day")

    assert made.blocks[0].days == (date(2024, 1, 10).toordinal(), date(2024, 1, 24).toordinal())


def test_an_event_of_the_day_of_the_cut_off_is_in_its_bin():
    made = counted(edition(events=[happened(1, "2024-02-07")], as_of="2024-02-07T14:30+05:00"), by="day")

    assert not made.blocks
    assert made.found.items[0].days[1] == made.now


@pytest.mark.parametrize("as_of", ["2024-02-10", "2024-02-10T03:00+05:00", "2024-02-10T21:00+05:00"])
def test_the_cut_off_is_named_under_its_day(as_of):
    figure = of_data([("2024-02-06", 2, 0), ("2024-02-12", 1, 0)], last="2024-02-20", as_of=as_of, by="day")
    found = {one.text: float(one.attrib["x"]) for one in ElementTree.fromstring(figure.svg).iter(f"{SVG}text")}

    assert found["10"] == found["cut-off"]


def test_a_number_that_nobody_gives_is_not_taken_for_nothing():
    figure = of_events(happened(1, "2024-02-05"), happened(2, "2024-02-06", killed=amount(best=2)), measure="killed")

    assert ("5 February 2024", "number not given") in table(figure)
    assert table(figure)[-1] == ("all", "at least 2")


def test_a_floor_has_an_arrow_and_is_told_as_one():
    figure = of_events(happened(1, "2024-02-05", killed=amount(low=10)), measure="killed")

    assert "≥\u200910" in figure.svg
    assert "Arrow: at least." in figure.key


def test_what_is_part_of_another_event_is_not_added_to_it():
    whole, part = happened(1, "2024-01", count=amount(best=27)), happened(2, "2024-01-29", part_of="e-1")
    figure = of_events(whole, part)

    assert table(figure)[-1] == ("all", "27")
    assert "1 event is part of another and not added." in figure.key


def test_what_has_no_day_or_is_planned_is_said_and_not_drawn():
    figure = of_events(happened(1, "2024-02-01"), happened(2, "../2024-02-01"), happened(3, "2024-02-20"))

    assert table(figure)[-1] == ("all", "1")
    assert "1 event is planned after the cut-off." in figure.key
    assert "1 event has no date to draw." in figure.key


def test_zero_dead_in_data_are_none_reported():
    figure = of_data([("2024-02-01", 2, 0), ("2024-02-02", 1, 4)], measure="killed")

    assert table(figure) == [
        ("1 February 2024", "none reported"),
        ("2 February 2024", "4"),
        *[(f"{day} February 2024", "no data") for day in range(3, 30)],
        ("all", "4"),
    ]
    assert figure.svg.count(">0</text>") == 1  # on the axis


def test_days_without_data_are_no_days_without_events():
    figure = of_data([("2024-02-10", 2, 0), ("2024-02-12", 1, 0)], as_of="2024-02-14")

    assert table(figure)[:5] == [
        ("10 February 2024", "2"),
        ("11 February 2024", "0"),
        ("12 February 2024", "1"),
        ("13 February 2024", "no data"),
        ("14 February 2024", "no data"),
    ]
    assert "Hatched: no data." in figure.key


def test_a_stated_span_is_covered_whatever_its_rows():
    figure = of_data([("2024-02-10", 2, 0)], first="2024-02-09", last="2024-02-11", as_of="2024-02-11")

    assert [told for _, told in table(figure)] == ["0", "2", "0", "2"]


def test_a_bin_that_is_not_covered_whole_says_so():
    figure = of_data([("2024-01-03", 2, 0), ("2024-01-20", 1, 0)], by="week", as_of="2024-01-20")

    assert [row[2] for row in figure.table[1]] == ["not complete", "", "not complete", ""]
    assert "Dashed: week not complete." in figure.key


def test_the_day_of_the_cut_off_is_not_complete():
    figure = of_data([("2024-02-06", 2, 0), ("2024-02-07", 1, 0)], as_of="2024-02-07T18:00+05:00")

    assert [row[2] for row in figure.table[1]] == ["", "not complete", ""]


# Comparing


def mean_of(found, text, by=None, **more):
    base = days_of(text, date(2024, 2, 29))
    return mean(counted(edition(as_of="2024-02-28", **found), base.days, by=by, **more), base)


def test_the_mean_counts_days_without_events_and_not_days_without_data():
    found = {"datasets": [data([("2024-02-01", 6, 0), ("2024-02-03", 6, 0)])]}

    assert str(mean_of(found, "2024-02-01/2024-02-03", "day", records=("d-1",))) == "4.0"
    assert str(mean_of(found, "2024-01-01/2024-02-03", "day", records=("d-1",))) == "4.0"
    assert mean_of(found, "2023-01", "day", records=("d-1",)) is None


def test_the_mean_of_what_lies_in_it_in_part_is_a_range():
    events = [happened(1, "2024-01", count=amount(best=31)), happened(2, "2024-01-05", count=amount(best=10))]

    assert str(mean_of({"events": events}, "2024-01-01/2024-01-10", "day")) == "1.0 to 4.1"
    assert str(mean_of({"events": events[:1]}, "2024-01", "day")) == "1.0"


def test_the_mean_of_a_floor_is_a_floor():
    assert str(mean_of({"events": [happened(1, "2024-01", count=amount(low=27))]}, "2024-01", "day")) == "at least 0.9"


def test_a_window_without_an_end_lasts_to_the_cut_off():
    window = days_of("2024-02-01/..", date(2024, 2, 8))

    assert window.days == (date(2024, 2, 1).toordinal(), date(2024, 2, 8).toordinal())


def test_a_window_is_sure_only_where_its_ends_are():
    window = days_of("2024-01/2024-02-08", START, "pause")

    assert window.sure == (date(2024, 1, 31).toordinal(), date(2024, 2, 9).toordinal())
    assert (window.title, window.told) == ("pause", "January 2024 to 8 February 2024")


def test_mean_and_window_are_told():
    figure = of_data(
        [("2024-02-01", 6, 0), ("2024-02-09", 1, 0)],
        baseline=stretch("2024-02-01"),
        window=stretch("2024-02-09", "vote"),
    )

    assert "Mean of 1 February 2024: 6.0 a day." in figure.alt
    assert "Marked: vote, 9 February 2024." in figure.alt
    assert ">vote</text>" in figure.svg


# Bins


@given(st.integers(600_000, 700_000), st.integers(0, 20_000), st.sampled_from([None, "day", "week", "month"]))
def test_bins_hold_all_days_and_are_not_too_many(first, length, by):
    made = grid(first, first + length, by)

    assert made.edges[0] <= first
    assert made.edges[-1] > first + length
    assert len(made.edges) - 1 <= MAX_BINS or made.by == "year"
    assert sorted(set(made.edges)) == list(made.edges)
    assert made.share(made.edges[0], made.edges[-1]) == pytest.approx(len(made.edges) - 1)


@pytest.mark.parametrize(("length", "by"), [(30, "day"), (300, "week"), (900, "month"), (9000, "year")])
def test_the_size_of_bins_is_chosen_by_what_can_be_read(length, by):
    assert grid(START.toordinal(), START.toordinal() + length, None).by == by


def test_weeks_begin_on_monday():
    assert (
        grid(date(2024, 2, 7).toordinal(), date(2024, 2, 7).toordinal(), "week").title(0) == "week of 5 February 2024"
    )


# The figure


def test_sources_are_the_records_that_are_drawn():
    assert of_data([("2024-02-01", 1, 0)]).sources == ("d-1",)
    assert of_events(happened(1, "2024-02-01"), happened(2, "2024-03-01")).sources == ("e-1",)


def test_nothing_to_draw_gives_no_drawing():
    assert of_events().svg == ""
    assert of_data([], first="2024-02-01", last="2024-02-02").svg == ""


def test_colours_are_roles_and_no_id_reaches_the_drawing():
    svg = of_data([("2024-02-01", 1, 0), ("2024-02-09", 3, 2)], measure="killed").svg

    assert not re.search(r"#[0-9a-f]{3}|\bid=|d-1|style=", svg)


def test_the_same_data_give_the_same_bytes():
    found = [(str(START + timedelta(day)), day % 5 + 1, day % 3) for day in range(60)]

    assert of_data(found, by="week") == of_data(list(reversed(found)), by="week")


def test_no_bar_stands_in_the_label_of_a_block():
    events = [happened(1, "2024-02-05~", killed=amount(high=40)), happened(2, "2024-02-03", killed=amount(best=9))]
    root = ElementTree.fromstring(of_events(*events, measure="killed", by="day").svg)
    label = next(one for one in root.iter(f"{SVG}text") if (one.text or "").startswith("About 5 February"))
    bar = next(one for one in root.iter(f"{SVG}rect") if one.attrib["fill"] == "harm")
    start, left, wide = float(label.attrib["x"]), float(bar.attrib["x"]), float(bar.attrib["width"])

    assert label.text == "About 5 February 2024: at most 40"
    assert start > left + wide or start + width(label.text, bold=True) < left
