from math import cos, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.figures.maps.extent import surface
from briefgen.figures.maps.projection import SPHERE, Cone, Cylinder, Plane, suited

STEP = 1e-4  # degrees

boxes = st.builds(
    lambda west, south, wide, high: (west, south, west + wide, min(89.0, south + high)),
    st.floats(-180, 180),
    st.floats(-85, 80),
    st.floats(0.5, 120),
    st.floats(0.5, 50),
)
shares = st.floats(0.02, 0.98)


def within(box, across, up):
    return box[0] + across * (box[2] - box[0]), box[1] + up * (box[3] - box[1])


@given(boxes, shares, shares)
def test_a_small_square_of_the_earth_is_as_large_on_paper(box, across, up):
    projection = suited(box)
    lon, lat = within(box, across, up)
    x, y = projection.place(lon, lat)
    east = [(b - a) / STEP for a, b in zip((x, y), projection.place(lon + STEP, lat), strict=True)]
    north = [(b - a) / STEP for a, b in zip((x, y), projection.place(lon, lat + STEP), strict=True)]

    paper = abs(east[0] * north[1] - east[1] * north[0])
    ground = radians(1) ** 2 * cos(radians(lat))
    assert paper == pytest.approx(ground, rel=2e-3)


@given(boxes, shares, shares)
def test_a_place_is_found_again(box, across, up):
    projection = suited(box)
    lon, lat = within(box, across, up)
    found = projection.ground(*projection.place(lon, lat))

    assert found == pytest.approx((lon, lat), abs=1e-6)


@given(boxes)
def test_north_is_up_in_the_middle(box):
    projection = suited(box)
    middle, low, high = (box[0] + box[2]) / 2, box[1] + 0.1, box[3] - 0.1

    assert projection.place(middle, low)[1] < projection.place(middle, high)[1]
    assert projection.place(middle, low)[0] == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(
    ("box", "kind"),
    [
        ((61, 24, 77, 37), Cone),  # Pakistan
        ((-76, -56, -66, -17), Cone),  # Chile
        ((95, -11, 141, 6), Cylinder),  # Indonesia
        ((-180, -60, 180, 80), Cylinder),
        ((10, 76, 34, 81), Plane),  # Svalbard
        ((-180, -90, 180, -60), Plane),
    ],
)
def test_the_projection_suits_the_place(box, kind):
    assert isinstance(suited(box), kind)


def test_the_surface_of_the_world_is_that_of_a_sphere():
    assert surface((-180, -90, 180, 90)) == pytest.approx(SPHERE)
