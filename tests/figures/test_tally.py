import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.figures.maps.shades import Shades
from briefgen.figures.tally import NONE, UNTOLD, Count, counted, exactly, together
from tests.figures.editions import amount

numbers = st.lists(st.integers(0, 10**6), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("given_", "printed", "spoken"),
    [
        (amount(best=28), "28", "28"),
        (amount(low=10), "≥\u200910", "at least 10"),
        (amount(low=26, high=28), "26–28", "26 to 28"),
        (amount(low=24, best=26, high=30, or_more=True), "24–30 or more", "24 to 30 or more"),
        (amount(best=0), "0", "0"),
        (None, "–", "number not given"),
    ],
)
def test_a_number_is_printed_and_said_as_it_is_known(given_, printed, spoken):
    found = counted(given_)

    assert (str(found), found.spoken) == (printed, spoken)


def test_what_nobody_counted_leaves_a_sum_open():
    assert str(exactly(5) + UNTOLD) == "≥\u20095"
    assert str(counted(amount(low=2, high=3)) + UNTOLD) == "2–3 or more"
    assert str(UNTOLD + UNTOLD) == "–"


@given(numbers)
def test_sums_are_sums(found):
    assert together(map(exactly, found)) == Count(sum(found), sum(found), sum(found), told=len(found))
    assert NONE + exactly(3) == exactly(3)


@given(numbers)
def test_more_is_never_paler(found):
    shades = Shades(found)
    shares = [shades.share(number) for number in sorted(found)]

    assert shares == sorted(shares)
    assert all((share > 0) == (number > 0) for share, number in zip(shares, sorted(found), strict=True))


@given(numbers)
def test_every_number_falls_into_one_step_of_the_legend(found):
    shades = Shades(found)

    for number in found:
        steps = [share for share, low, high in shades.steps() if low <= number <= high]
        assert steps == ([shades.share(number)] if number else [])
