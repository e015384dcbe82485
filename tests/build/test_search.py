"""Which records go, and how many: pure choices, tried without a page."""

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from briefgen.build.fit import least, order
from briefgen.pdf import OverfullError

PRIORITIES = st.sampled_from(["high", "normal", "low"])
SECTIONS = st.dictionaries(
    st.sampled_from(["events", "gaps", "judgements"]), st.lists(st.tuples(PRIORITIES, st.booleans()), max_size=6)
)


def records_of(drawn):
    whole = {"events": [], "gaps": [], "judgements": []} | drawn
    return {
        section: tuple(
            {"id": f"{section}/{place}", "priority": priority, "key": key and section == "judgements"}
            for place, (priority, key) in enumerate(some)
        )
        for section, some in whole.items()
    }


def test_low_goes_before_normal_and_the_last_of_an_early_section_first():
    some = [("normal", False), ("low", False), ("high", False), ("normal", False)]
    held = records_of({"events": some, "gaps": some})
    shown = frozenset(one["id"] for section in held.values() for one in section)

    low, normal = ("gaps/1", "events/1"), ("gaps/3", "gaps/0", "events/3", "events/0")
    assert order(held, ("gaps", "events"), shown) == low + normal


@given(SECTIONS, st.permutations(["events", "gaps", "judgements"]), st.data())
def test_what_may_go_goes_once_and_in_order(drawn, yields, data):
    held = records_of(drawn)
    yields = yields[: data.draw(st.integers(0, 3))]
    every = {one["id"]: (section, one) for section, some in held.items() for one in some}
    shown = frozenset(data.draw(st.sets(st.sampled_from(sorted(every))))) if every else frozenset()
    goes = order(held, yields, shown)

    assert sorted(goes) == sorted(
        name
        for name, (section, one) in every.items()
        if section in yields and name in shown and one["priority"] != "high" and not one["key"]
    )
    places = [(every[one][1]["priority"] == "normal", yields.index(every[one][0])) for one in goes]
    assert places == sorted(places)


def searched(goes, fits, measured):
    """Return every number that the search tries, and the smallest of them that fits."""
    tried = []

    def trial(count):
        tried.append(count)
        return None if fits(count) else measured(count)

    found = least(goes, trial)
    assert found in tried
    return tried, found if fits(found) else None


@given(st.lists(st.floats(0, 60), max_size=40), st.floats(-30, 400), st.floats(0, 20))
def test_the_shortest_beginning_that_fits_is_found_in_a_few_trials(heights, over, note):
    """Measures are wrong by the height of the note, which nobody knows beforehand."""
    goes = [f"e-{place}" for place in range(len(heights))]
    freed = [0.0, *(height - note for height in accumulate(heights))]
    best = list(accumulate(freed, max))  # who leaves out more has no less room
    by_id = dict(zip(goes, heights, strict=True))
    tried, found = searched(
        goes, lambda count: over <= best[count], lambda count: OverfullError(over - best[count], by_id)
    )

    assert found == next((count for count, room in enumerate(best) if room >= over), None)
    assert len(tried) == len(set(tried)) <= 4 + 6


@given(st.lists(st.booleans(), min_size=1, max_size=30), st.data())
def test_whatever_a_page_does_what_is_left_out_last_was_needed(fitting, data):
    goes = [str(place) for place in range(len(fitting) - 1)]
    heights = {one: data.draw(st.floats(0, 30)) for one in goes}
    tried, found = searched(goes, fitting.__getitem__, lambda count: OverfullError(10, heights))

    assert found is None or found == 0 or (found - 1 in tried and not fitting[found - 1])
    assert found is not None or len(goes) in tried


def test_a_page_that_fits_at_once_is_printed_once():
    assert searched(["e-1"], lambda count: True, None) == ([0], 0)


def test_a_good_measure_takes_three_trials():
    goes = [f"e-{place}" for place in range(30)]
    heights = dict.fromkeys(goes, 10.0)
    tried, found = searched(goes, lambda count: count >= 3, lambda count: OverfullError(24, heights))

    assert (tried, found) == ([0, 3, 2], 3)
