"""The scales as data: bands in order, words that tell terms apart, gaps and overlaps as the standards have them."""

import pytest

from briefgen.tradecraft import DEFAULT_SCALE, SCALES

NAMES = {"icd203", "phia", "ipcc", "efsa", "kent", "nato"}


def at(scale, percent):
    return [term.id for term in SCALES[scale].at(percent)]


def test_the_scales_are_these():
    assert set(SCALES) == NAMES
    assert DEFAULT_SCALE == "icd203"


@pytest.mark.parametrize("name", SCALES)
def test_bands_are_in_order(name):
    bands = [(term.low, term.high) for term in SCALES[name].terms]
    assert bands == sorted(bands)
    assert all(0 <= low <= high <= 100 for low, high in bands)


@pytest.mark.parametrize("name", SCALES)
def test_terms_have_words_of_their_own(name):
    terms = SCALES[name].terms
    words = [form for term in terms for forms in term.rows.values() for form in forms]
    assert len({term.id for term in terms}) == len(terms)
    assert len(set(words)) == len(words)
    assert [term.id for term in terms] == [term.label.replace(" ", "-") for term in terms]


@pytest.mark.parametrize("name", SCALES)
def test_a_number_in_the_middle_of_a_band_has_its_term(name):
    scale = SCALES[name]
    assert all(term in scale.at((term.low + term.high) / 2) for term in scale.terms)


def test_the_shape_of_a_scale_is_told():
    assert {name for name, one in SCALES.items() if one.contiguous} == {"icd203", "ipcc", "efsa", "nato"}
    assert {name for name, one in SCALES.items() if one.overlapping} == {"ipcc"}
    assert {name for name, one in SCALES.items() if one.one_row} == {"icd203"}
    assert {name for name, one in SCALES.items() if not one.verified} == {"nato"}


@pytest.mark.parametrize("name", ["icd203", "efsa", "nato"])
def test_where_bands_touch_every_number_has_one_term(name):
    low, high = SCALES[name].terms[0].low, SCALES[name].terms[-1].high
    assert {len(SCALES[name].at(number / 2)) for number in range(2 * low, 2 * high + 1)} == {1}


@pytest.mark.parametrize("percent", [0, 0.5, 99.5, 100])
def test_certainty_has_no_term_in_icd203(percent):
    assert at("icd203", percent) == []


@pytest.mark.parametrize(
    ("scale", "percent", "found"),
    [
        ("icd203", 5, ["very-unlikely"]),
        ("icd203", 80, ["very-likely"]),
        ("icd203", 99, ["almost-certain"]),
        ("phia", 0, []),
        ("phia", 5, ["remote-chance"]),
        ("phia", 49, ["realistic-possibility"]),
        ("phia", 50, []),
        ("phia", 100, []),
        ("ipcc", 99, ["likely", "very-likely", "virtually-certain"]),
        ("ipcc", 66, ["about-as-likely-as-not", "likely"]),
        ("ipcc", 5, ["very-unlikely", "unlikely"]),
        ("efsa", 99, ["almost-certain"]),
        ("kent", 0, ["impossibility"]),
        ("kent", 1, []),
        ("kent", 40, ["chances-about-even"]),
        ("kent", 87, ["almost-certain"]),
        ("kent", 100, ["certainty"]),
        ("nato", 90, ["likely"]),
        ("nato", 91, ["highly-likely"]),
    ],
)
def test_a_number_has_the_terms_of_the_bands_that_hold_it(scale, percent, found):
    assert at(scale, percent) == found


@pytest.mark.parametrize("percent", [7, 22, 24, 37, 52, 54, 77, 92])
def test_a_number_in_a_gap_of_the_yardstick_has_no_term(percent):
    assert at("phia", percent) == []


def test_a_band_is_written_and_spoken():
    certainty, likely = SCALES["kent"].terms[-1], SCALES["icd203"].terms[4]
    assert (certainty.band, certainty.spoken) == ("100", "100 per cent")
    assert (likely.band, likely.spoken) == ("55–80", "55 to 80 per cent")
