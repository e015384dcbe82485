import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.figures.maps.extent import Shown, around, extent
from briefgen.figures.maps.lines import bounds
from briefgen.geodata import atlas


def seen(*places, whole=()):
    shown = [Shown(code, (lon, lat), (lon - 0.1, lat - 0.1, lon + 0.1, lat + 0.1)) for code, lon, lat in places]
    return bounds(extent(atlas(), shown, whole))


def test_the_map_shows_the_country_of_events_all_over_it():
    west, south, east, north = seen(("PK", 67, 25), ("PK", 72, 34), ("PK", 63, 29))

    assert (west, south, east, north) == pytest.approx((60.9, 23.7, 77.1, 37.1), abs=0.3)


def test_the_map_shows_the_region_of_events_in_one_corner():
    west, _, east, _ = seen(("RU", 46, 43), ("RU", 45, 43))

    assert east - west < 15


def test_france_is_without_its_overseas_parts():
    west, south, east, north = seen(("FR", 2.3, 48.9), ("FR", 5.4, 43.3), ("FR", -1.6, 47.2))

    assert (west, south, east, north) == pytest.approx((-5.1, 41.4, 9.6, 51.1), abs=0.3)


def test_what_happened_overseas_alone_is_shown_there():
    west, _, east, north = seen(("FR", -52.3, 4.9))

    assert -60 < west < east < -48
    assert north < 10


def test_fiji_is_one_group_of_islands_across_the_180th_meridian():
    west, _, east, _ = seen(("FJ", 178.4, -18.1), ("FJ", -178.8, -18.2), ("FJ", 177.4, -17.8))

    assert 176 < west < 178
    assert 180 < east < 183


def test_russia_runs_on_beyond_the_180th_meridian():
    west, _, east, _ = seen(("RU", 37.6, 55.8), ("RU", 131.9, 43.1), ("RU", 177.5, 64.7), ("RU", -172, 65))

    assert 19 < west < 20  # Kaliningrad
    assert 189 < east < 192


def test_a_country_known_as_a_whole_is_shown_as_a_whole():
    sudan = atlas().unit("SD")
    assert sudan
    assert seen(whole=["SD"]) == pytest.approx(sudan.box, abs=0.1)


spans = st.tuples(st.floats(-180, 180), st.floats(0, 60)).map(lambda one: (one[0], 0.0, one[0] + one[1], 1.0))


@given(st.lists(spans, min_size=1, max_size=6))
def test_a_box_around_boxes_holds_them_all(boxes):
    west, _, east, _ = around(boxes)

    assert east - west <= 360 + 1e-6
    for left, _, right, _ in boxes:
        turn = 360 * ((left - west + 1e-9) // 360)
        assert right - turn <= east + 1e-6 or east - west >= 359.9
