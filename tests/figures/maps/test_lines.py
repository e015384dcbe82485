import re
from itertools import pairwise
from math import hypot

from hypothesis import given
from hypothesis import strategies as st

from briefgen.figures.maps.lines import bounds, cut_line, cut_outline, path, thinned, within

FRAME = (0.0, 0.0, 100.0, 60.0)
ROUGH = (-0.001, -0.001, 100.001, 60.001)
numbers = st.floats(-150, 250).map(lambda value: round(value, 2))
lines = st.lists(st.tuples(numbers, numbers), min_size=2, max_size=40)


def surface(outline):
    return abs(sum(x * d - b * y for (x, y), (b, d) in pairwise([*outline, outline[0]]))) / 2


def apart(point, line):
    def to(one, other):
        length = (other[0] - one[0]) ** 2 + (other[1] - one[1]) ** 2
        run = (point[0] - one[0]) * (other[0] - one[0]) + (point[1] - one[1]) * (other[1] - one[1])
        share = min(1, max(0, run / length)) if length else 0
        return hypot(point[0] - one[0] - share * (other[0] - one[0]), point[1] - one[1] - share * (other[1] - one[1]))

    return min(to(one, other) for one, other in pairwise(line))


@given(lines, st.floats(0.05, 20))
def test_a_thinned_line_keeps_its_ends_and_some_of_its_points(line, tolerance):
    kept = thinned(line, tolerance)

    assert (kept[0], kept[-1]) == (line[0], line[-1])
    rest = iter(line)
    assert all(point in rest for point in kept)


@given(st.lists(st.floats(0, 100), min_size=3, max_size=30, unique=True), st.floats(0.1, 5))
def test_what_was_left_out_lies_near_the_line(heights, tolerance):
    line = [(float(x * 3), y) for x, y in enumerate(heights)]
    kept = thinned(line, tolerance)

    assert all(apart(point, kept) <= tolerance + 1e-9 for point in line)


@given(lines)
def test_what_is_cut_lies_in_the_frame(line):
    for piece in (cut_outline(line, FRAME), *cut_line(line, FRAME)):
        assert not piece or within(bounds(piece), ROUGH)


def test_an_outline_around_the_frame_is_the_frame():
    around = [(-10.0, -10.0), (200.0, -10.0), (200.0, 200.0), (-10.0, 200.0)]

    assert surface(cut_outline(around, FRAME)) == surface([(0, 0), (100, 0), (100, 60), (0, 60)])


def test_an_outline_beside_the_frame_is_gone():
    assert cut_outline([(110.0, 0.0), (120.0, 0.0), (120.0, 10.0)], FRAME) == []


def test_a_line_that_leaves_and_comes_back_is_two_pieces():
    assert len(list(cut_line([(10.0, 10.0), (10.0, -10.0), (20.0, -10.0), (20.0, 10.0)], FRAME))) == 2


@given(lines)
def test_a_path_ends_where_its_line_does(line):
    written = path(line, closed=False)
    steps = re.findall(r"(-?[\d.]+),(-?[\d.]+)", written)
    x, y = (round(sum(float(step[axis]) for step in steps), 1) for axis in (0, 1))

    assert not written or (abs(x - line[-1][0]) <= 0.051 and abs(y - line[-1][1]) <= 0.051)
