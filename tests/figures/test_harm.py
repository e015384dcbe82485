import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.figures import harm
from briefgen.figures.cases import KINDS, cases
from briefgen.figures.palette import HARM
from tests.figures.boxes import alternatives, assert_clear, root, texts, written
from tests.figures.editions import amount, edition, event, source

SVG = "{http://www.w3.org/2000/svg}"
SOURCES = [source("Dawn"), source("Tribune", access="not-seen")]
numbers = st.integers(0, 90_000)


@st.composite
def amounts(draw):
    low, best, high = sorted(draw(st.tuples(numbers, numbers, numbers)))
    kept = draw(st.sampled_from(["low", "best", "high", "low high", "low best high", "best high"])).split()
    values = {"low": low, "best": best, "high": high}
    return amount(**{name: values[name] for name in kept}, or_more=draw(st.booleans()))


@st.composite
def tolls(draw):
    given_by = draw(st.lists(st.sampled_from([one["id"] for one in SOURCES]), unique=True))
    return draw(amounts()) | {"by_source": {one: draw(amounts()) for one in given_by}}


@st.composite
def events(draw):
    number = draw(st.integers(0, 999))
    title = draw(st.text("abcdefg hijklmnop", min_size=1, max_size=70).filter(str.strip))
    made = event(number, str(date(2024, 1, 1) + timedelta(number)), " ".join(title.split()))
    kinds = draw(st.lists(st.sampled_from(KINDS), unique=True, max_size=3))
    return made | {"harm": {kind: draw(tolls()) if kind in kinds else None for kind in KINDS}}


def toll(by_source=None, **numbers):
    return amount(**numbers) | {"by_source": by_source or {}}


def drawn(*found, **record):
    return harm.draw(edition(events=found, sources=SOURCES), record)


@given(st.lists(events(), max_size=4, unique_by=lambda one: one["id"]))
@settings(max_examples=40, deadline=None)
def test_drawing_table_and_text_tell_the_same_numbers(found):
    made = drawn(*found)
    counted = list(cases(edition(events=found, sources=SOURCES), ()))

    assert "not drawn" in made.key or len(made.table[1]) == sum(len(case.tolls) for case in counted)
    for title, when, kind, number, given_by in made.table[1]:
        assert f"{title}, {when}: {number}" in made.alt
        assert kind.capitalize() in texts(made.svg)
        assert "".join(number.split()) in written(made.svg)
        for words in filter(None, given_by.split("; ")):
            apart, together = "".join(words.split()), "".join(f"{number} ({words.split()[0]})".split())
            assert words in made.alt
            assert apart in written(made.svg) or together in written(made.svg)
    if made.svg:
        assert_clear(made.svg)
        assert " ".join(alternatives(made.svg)) == made.alt


def test_at_least_is_an_arrow_and_no_dot():
    least = drawn(event(1, "2024-01-02", "A", killed=toll(low=10)))

    assert least.table[1][0][3] == "at least 10"
    assert "arrow: at least" in least.key
    assert not [dot for dot in root(least.svg).iter(f"{SVG}circle") if dot.get("fill") == HARM]


def test_a_best_number_is_a_dot_and_told():
    made = drawn(event(1, "2024-01-02", "A", killed=toll(low=9, best=12, high=13)))

    assert made.table[1][0][3] == "9–13, best 12"
    assert [dot for dot in root(made.svg).iter(f"{SVG}circle") if dot.get("fill") == HARM]


def test_what_nobody_counted_is_not_drawn_and_nought_is():
    made = drawn(event(1, "2024-01-02", "Counted", killed=toll(best=0)), event(2, "2024-01-03", "Not counted"))

    assert [row[0] for row in made.table[1]] == ["Counted"]
    assert made.table[1][0][3] == "0"


def test_sources_that_differ_are_drawn_one_by_one_and_unseen_ones_open():
    given_by = {"s-dawn": amount(best=28), "s-tribune": amount(best=26)}
    made = drawn(event(1, "2024-01-02", "A", killed=toll(given_by, low=26, high=28)))

    assert {"Dawn 28", "Tribune 26", "26–28"} <= set(texts(made.svg))
    assert "open dot" in made.key


def test_one_source_for_the_whole_is_named_beside_it():
    made = drawn(event(1, "2024-01-02", "A", killed=toll({"s-dawn": amount(best=6)}, best=6)))

    assert "6 (Dawn)" in texts(made.svg)
    assert made.sources == ("e-1", "s-dawn")


def test_only_the_records_asked_for_are_drawn():
    found = [event(number, f"2024-01-{number:02}", "A", killed=toll(best=number)) for number in (1, 2, 3)]

    assert [row[3] for row in drawn(*found, records=("e-1", "e-3")).table[1]] == ["1", "3"]


def test_a_page_has_room_for_the_highest_and_the_key_says_how_many_are_left():
    found = [event(number, "2024-01-02", f"Event {number}", killed=toll(best=number)) for number in range(1, 61)]
    made = drawn(*found)
    left = re.search(r"(\d+) more, with lower numbers, are not drawn", made.key)

    assert left
    assert int(left[1]) + len(made.table[1]) == 60
    assert min(int(row[3]) for row in made.table[1]) == int(left[1]) + 1
    assert_clear(made.svg)


@pytest.mark.parametrize("found", [(), (event(1, "2024-01-02", "A"),)])
def test_nothing_counted_gives_no_drawing(found):
    assert drawn(*found).svg == ""
