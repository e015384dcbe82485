from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.figures.maps.labels import Board, Words
from briefgen.figures.maps.lines import meet, within
from briefgen.figures.maps.owners import LINE, SEA, Owners

FRAME = (0.0, 0.0, 300.0, 200.0)
spots = st.tuples(st.floats(5, 295), st.floats(5, 195), st.floats(0, 14), st.text("abcdefgh ij", min_size=1))


def square(left, top, right, bottom):
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def halves():
    owners = Owners(300, 200)
    owners.paint([square(0, 0, 150, 200)], 1)
    owners.paint([square(150, 0, 300, 200), square(200, 50, 250, 150)], 2)
    return owners


@given(st.lists(spots.filter(lambda spot: spot[3].strip()), max_size=25))
@settings(max_examples=30, deadline=None)
def test_no_label_meets_another_a_leader_or_the_edge(found):
    board = Board(halves(), FRAME)
    for x, y, radius, _ in found:  # a map knows all that it marks before it names the first
        board.reserve((x - radius, y - radius, x + radius, y + radius))
    for x, y, radius, text in found:
        if label := board.beside((Words(text),), (x, y), radius, 1, frozenset({1, 2})):
            board.put(label)

    for one, other in combinations(board.labels, 2):
        assert not meet(one.box, other.box)
    for label in board.labels:
        assert within(label.box, FRAME)
        assert sum(meet(label.box, piece) for piece in board.leaders) <= 1  # the end of its own


def test_a_label_inside_crosses_no_border():
    board = Board(halves(), FRAME)
    label = board.inside((Words("Eastern Province"),), 2, (150, 100))

    assert label
    assert board.owners.under(label.box).keys() == {2}


def test_a_label_that_does_not_fit_inside_is_not_put_there():
    owners = Owners(300, 200)
    owners.paint([square(10, 10, 20, 20)], 1)

    assert Board(owners, FRAME).inside((Words("Islamabad"),), 1, (15, 15)) is None


def test_a_label_crosses_no_disputed_line():
    owners = halves()
    owners.rule([(75.0, 0.0), (75.0, 200.0)])
    label = Board(owners, FRAME).inside((Words("Western"),), 1, (75, 100))

    assert label
    assert LINE not in owners.under(label.box)


def test_the_hole_of_an_outline_is_not_its_owner_s():
    owners = halves()

    assert [owners.at(x, 100) for x in (10, 160, 225, 290)] == [1, 2, SEA, 2]


@pytest.mark.parametrize("spot", [(-5, 10), (10, 900)])
def test_what_lies_off_the_grid_is_the_sea(spot):
    assert halves().at(*spot) == SEA
