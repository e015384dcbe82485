import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.figures import timeline
from briefgen.figures.axis import axis, ticks
from briefgen.figures.drawing import width
from briefgen.figures.moments import items
from briefgen.figures.placing import Field, Mark, place
from tests.figures.boxes import alternatives, root
from tests.figures.editions import agreement, amount, edition, event

NOW = date(2024, 2, 8).toordinal()
FIELD = Field(64, 470, 420)
SVG = "{http://www.w3.org/2000/svg}"

words = st.text("abcdefghij wm-ÄĐ", min_size=1, max_size=90).filter(str.strip)
marks = st.builds(
    lambda left, wide, text, hollow: Mark(left, min(left + wide, 470), text, hollow),
    st.floats(64, 464),
    st.floats(6, 400),
    words,
    st.booleans(),
)


def moment(start, **more):
    (item,) = items(edition(events=[event(1, start, "x", **more)]), (), NOW)
    return item.moment


def drawn(*events, agreements=(), **more):
    return timeline.draw(edition(events=events, agreements=agreements, **more), {})


@given(st.lists(marks, max_size=14))
def test_no_label_meets_another_label_or_mark(found):
    placed = place(found, FIELD)

    for one in placed:
        for other in placed:
            apart = one.span[1] < other.span[0] or other.span[1] < one.span[0]
            assert one is other or one.row != other.row or apart


@given(marks)
def test_no_label_is_cut_off(mark):
    (placed,) = place([mark], FIELD)

    assert placed.label.left >= FIELD.left - 0.01
    assert placed.label.right <= FIELD.right + 0.01
    assert all(width(line) <= placed.label.right - placed.label.left + 0.01 for line in placed.label.lines)


@given(marks)
def test_a_label_keeps_every_letter(mark):
    (placed,) = place([mark], FIELD)

    assert "".join(placed.label.lines).replace(" ", "") == "".join(mark.text.split())


@given(st.lists(st.tuples(st.integers(0, 2400), words), min_size=1, max_size=12))
@settings(max_examples=40, deadline=None)
def test_every_word_of_the_drawing_lies_inside_it(found):
    first = date(2018, 1, 1)
    events = [event(n, str(first + timedelta(days)), text) for n, (days, text) in enumerate(found)]
    for drawing in root(drawn(*events).svg).iter(f"{SVG}svg"):
        _, above, wide, high = map(float, drawing.attrib["viewBox"].split())
        for text in drawing.iter(f"{SVG}text"):
            x, y, size = (float(text.attrib[name]) for name in ("x", "y", "font-size"))
            right = x + width(text.text or "", size, bold=text.get("font-weight") == "600")
            assert x >= 0
            assert right <= wide + 0.02
            assert above < y <= above + high


@pytest.mark.parametrize(
    ("start", "more", "known"),
    [
        ("2024-02-05", {}, "day"),
        ("2024-02-05", {"inferred": True}, "near"),
        ("2024-02-05~", {}, "near"),
        ("2024-01", {}, "within"),
        ("2024-01-05", {"precision": "month"}, "within"),
        ("../2024-02-01", {}, "until"),
        ("2024-01-05/2024-01-20", {}, "lasting"),
        ("2022-11/..", {}, "lasting"),
    ],
)
def test_a_date_is_drawn_no_more_exactly_than_it_is_known(start, more, known):
    assert moment(start, **more).known == known


def test_early_in_a_month_is_its_first_third():
    found = moment("2024-01", part="early")

    assert (found.start, found.end) == (date(2024, 1, 1).toordinal(), date(2024, 1, 11).toordinal())


def test_what_is_reported_cannot_be_later_than_the_cut_off():
    assert moment("2024-02").end == NOW


def test_what_lasts_today_is_known_up_to_the_cut_off_only():
    (item,) = items(edition(events=[event(1, "2024-02-05/2024-02-07", "x")]), (), NOW - 0.5)

    assert item.moment.end == NOW - 0.5
    assert item.moment.core == (date(2024, 2, 5).toordinal(), NOW - 0.5)


def test_what_is_planned_stands_after_the_cut_off():
    assert moment("2024-02-20").start > NOW


def test_the_text_alternative_tells_every_date_and_number():
    alt = drawn(
        event(1, "2024-01-29", "Attack on a rally", inferred=True, killed=amount(low=15)),
        event(2, "2024-02-07", "Two bombs", killed=amount(low=24, high=30, or_more=True)),
        agreements=[agreement("Pause", "2024-01", "2024-02-08", "unconfirmed")],
    ).alt

    assert "January 2024 to 8 February 2024: Pause, unconfirmed" in alt
    assert "29 January 2024 (inferred): Attack on a rally: at least 15 killed" in alt
    assert "7 February 2024: Two bombs: 24–30 or more killed" in alt


def test_each_lane_has_its_part_of_the_text_alternative():
    found = drawn(
        event(1, "2024-01-29", "Fire & water"), agreements=[agreement("Pause", "2024-01", "2024-02-08", None)]
    )
    head, agreements, violence = alternatives(found.svg)

    assert (head, agreements[:11], violence[-13:]) == ("Timeline.", "Agreements:", "Fire & water.")
    assert " ".join((head, agreements, violence)) == found.alt


def test_an_alternative_of_the_record_is_that_of_the_axis():
    found = timeline.draw(edition(events=[event(1, "2024-01-29", "Fire")]), {"alt": "One fire"})

    assert found.alt == alternatives(found.svg)[0] == "One fire"


def test_a_number_that_the_title_tells_is_not_told_twice():
    assert "killed: " not in drawn(event(1, "2024-01-29", "Ten killed", killed=amount(best=10))).alt


def test_years_in_which_nothing_happened_are_cut_out():
    days = [date(2022, 6, 1).toordinal(), *(date(2024, 1, day).toordinal() for day in (1, 15, 30))]

    assert len(axis(days, NOW, 0, 400).stretches) == 2
    assert len(axis(days[1:], NOW, 0, 400).stretches) == 1


@given(st.integers(1, 20_000), st.integers(0, 700_000), st.floats(40, 410))
def test_the_labels_of_the_axis_do_not_touch(length, start, wide):
    stretch = axis([float(start + 1)], float(start + 1 + length), 0, wide).stretches[0]
    found = ticks(stretch)

    assert found
    for one, after in pairwise(found):
        assert one.end < after.x


def test_only_signs_that_are_used_are_explained():
    assert drawn(event(1, "2024-01-29", "A"), as_of="2024-01-30").key == "Filled: day known."


def test_nothing_to_draw_gives_no_drawing():
    assert drawn().svg == ""


def test_the_same_records_give_the_same_bytes():
    events = [event(n, f"2024-01-{n:02}", f"Event {n}") for n in range(1, 29)]

    assert drawn(*events) == drawn(*events)


def test_no_id_reaches_the_drawing():
    assert not re.search(r"\bid=|e-1\b", drawn(event(1, "2024-01-29", "A")).svg)
