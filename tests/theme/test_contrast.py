"""Contrast as WCAG has it, and the shipped themes, which keep to it."""

import pytest

from briefgen import desk
from briefgen.contrast import NEEDED, ratio
from briefgen.figures.palette import ROLES
from briefgen.theme import choose, shipped
from briefgen.theme.contrast import WRITTEN, faint


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),  # the examples that are always quoted: just too light, and just dark enough
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.0),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_the_ratio_is_that_of_the_standard(one, other, expected):
    assert ratio(one, other) == pytest.approx(expected, abs=0.005)
    assert ratio(other, one) == ratio(one, other)


@pytest.mark.parametrize("name", shipped())
def test_the_shipped_themes_can_be_read(name, tmp_path):
    colours = choose(desk.find(tmp_path), name).colours

    assert tuple(colours) == ROLES
    assert list(faint(colours)) == []


def test_each_pair_is_looked_at():
    white = dict.fromkeys(ROLES, "#ffffff")

    assert [(one.text, one.ground) for one in faint(white)] == [
        (text, ground) for text, grounds in WRITTEN.items() for ground in grounds
    ]
    assert all(one.ratio < NEEDED for one in faint(white))
