import re
import subprocess
import sys
from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.figures import incident_map
from briefgen.figures.drawing import width
from briefgen.figures.kinds import drawer
from briefgen.figures.maps.chart import LARGEST
from briefgen.geodata import atlas
from tests.figures.editions import amount, edition, event

SVG = "{http://www.w3.org/2000/svg}"
PROVINCES = [unit.code for unit in atlas().provinces("PK")]


def place(name, iso=None, *, at=(None, None), admin=(), precision="province"):
    lat, lon = at
    spot = {"iso": iso, "admin": admin, "precision": precision, "lat": lat, "lon": lon}
    return {"id": f"p-{name}", "name": name, **spot}


def happened(number, *places, killed=None, count=None, part_of=None):
    where = tuple(one["id"] for one in places)
    return event(number, "2024-02-05", "Attack", killed=killed) | {"where": where, "count": count, "part_of": part_of}


def drawn(events, places, **record):
    return incident_map.draw(edition(events=events, places=places), record)


def mapped(*pairs, **record):
    """Draw one event for each pair of a place and the number of its dead."""
    events = [happened(number, where, killed=killed) for number, (where, killed) in enumerate(pairs)]
    return drawn(events, [where for where, _ in pairs], **record)


def words(figure):
    return [text.text for text in ElementTree.fromstring(figure.svg).iter(f"{SVG}text")]


def numbers(text):
    return [int(found.replace(",", "")) for found in re.findall(r"\d[\d,]*", text)]


KP, BALOCHISTAN = place("Khyber", "PK-KP"), place("Baluch", "PK-BA")
PESHAWAR = place("Peshawar", "PK-KP", at=(34.0, 71.5), precision="town")
KARACHI = place("Karachi", "PK-SD", at=(24.9, 67.0), precision="town")
PAKISTAN = place("Pakistan", "PK", precision="country")
NOWHERE = place("Camp", precision="area")


def test_a_province_has_its_name_and_number():
    found = mapped((KP, amount(low=10)), (BALOCHISTAN, amount(low=26, high=28)), by="province", measure="killed")

    assert {"Balochistan", "26–28", "≥\u200910"} <= set(words(found))
    assert "Balochistan: 26 to 28; Khyber Pakhtunkhwa: at least 10" in found.alt
    assert found.table == (
        ("place", "events", "killed"),
        (("Balochistan", "1", "26–28"), ("Khyber Pakhtunkhwa", "1", "≥\u200910")),
    )


def test_the_text_alternative_is_the_title_of_the_drawing():
    found = mapped((KP, None))

    assert ElementTree.fromstring(found.svg).findtext(f"{SVG}title") == found.alt


def test_the_writer_s_caption_and_alternative_come_first():
    found = mapped((KP, None), caption="One attack", alt="In the north.")

    assert (found.caption, found.alt) == ("One attack", "In the north.")


def test_events_in_one_province_are_one_number():
    found = mapped((KP, amount(best=3)), (PESHAWAR, amount(low=2, high=4)), measure="killed")

    assert found.table[1] == (("Khyber Pakhtunkhwa", "2", "5–7"),)


def test_a_number_for_two_provinces_is_not_shared_out():
    both = happened(1, KP, BALOCHISTAN, killed=amount(best=9))
    found = drawn([both, happened(2, KP, killed=amount(best=1))], [KP, BALOCHISTAN], measure="killed")

    assert "Not on the map: Pakistan, not by province (9)." in found.key
    assert found.table[1][0] == ("Pakistan, not by province", "1", "9")


def test_a_number_for_two_places_of_one_province_is_the_province_s():
    quetta = place("Quetta", "PK-BA", at=(30.2, 67.0), precision="town")
    chaman = place("Chaman", "PK-BA", at=(30.9, 66.5), precision="town")
    found = drawn([happened(1, quetta, chaman)], [quetta, chaman], by="point")

    assert "Balochistan: 1" in found.alt


def test_a_part_of_an_event_is_not_counted_twice():
    whole = happened(1, KP, killed=amount(best=9))
    part = happened(2, PESHAWAR, killed=amount(best=4), part_of="e-1")
    found = drawn([whole, part], [KP, PESHAWAR], measure="killed")

    assert found.table[1] == (("Khyber Pakhtunkhwa", "1", "9"),)
    assert found.sources == ("e-1",)


def test_an_event_that_sums_up_many_counts_as_many():
    found = drawn([happened(1, KP, count=amount(low=27))], [KP])

    assert found.table[1] == (("Khyber Pakhtunkhwa", "≥\u200927", "–"),)


def test_what_has_no_place_on_the_map_is_told():
    found = mapped((KP, amount(best=1)), (NOWHERE, amount(best=5)), measure="killed")

    assert "Not on the map: Camp (5)." in found.key
    assert "Not on the map: Camp: 5." in found.alt


def test_only_the_records_that_are_asked_for_are_counted():
    found = drawn([happened(1, KP), happened(2, BALOCHISTAN)], [KP, BALOCHISTAN], records=("e-2",))

    assert [row[0] for row in found.table[1]] == ["Balochistan"]


def test_events_without_a_number_are_left_out_unless_they_are_asked_for():
    events, places = [happened(1, KP, killed=amount(best=1)), happened(2, KP)], [KP]

    assert drawn(events, places, measure="killed").table[1][0][2] == "1"
    assert drawn(events, places, measure="killed", records=("e-1", "e-2")).table[1][0][2] == "≥\u20091"


def test_a_position_is_solid_and_a_province_dashed():
    solid, dashed = (mapped((where, None), by="point") for where in (PESHAWAR, KP))

    def rims(found):
        circles = ElementTree.fromstring(found.svg).iter(f"{SVG}circle")
        return [one.get("stroke-dasharray") for one in circles if one.get("stroke") == "accent"]

    assert rims(solid) == [None]
    assert len(rims(dashed)) == 1
    assert rims(dashed)[0]
    assert "Dashed circle" in dashed.key
    assert "Dashed circle" not in solid.key


def test_a_district_has_a_ring():
    kurram = place("Kurram", "PK-KP", at=(33.8, 70.1), precision="district")
    found = mapped((kurram, None), by="point")

    assert "Dotted ring: 25 km" in found.key
    assert found.svg.count('stroke-dasharray="0.8 1.6"') == 1


def test_a_country_stands_on_the_map_of_points_only():
    assert "Pakistan, not by province" in words(mapped((PAKISTAN, None), by="point"))
    assert mapped((PAKISTAN, None), by="province").svg == ""


def test_the_area_of_a_circle_is_its_number():
    found = mapped((PESHAWAR, amount(best=90)), (KARACHI, amount(best=10)), by="point", measure="killed")
    discs = [one for one in ElementTree.fromstring(found.svg).iter(f"{SVG}circle") if one.get("fill-opacity")]
    large, small = (float(one.attrib["r"]) for one in discs)

    assert large**2 / small**2 == pytest.approx(9, rel=0.02)


def test_a_position_without_a_code_is_counted_in_the_province_that_it_lies_in():
    lahore = place("Lahore", at=(31.55, 74.35), precision="town")
    at_sea = place("Off Karachi", at=(24.75, 66.97), precision="site")
    found = mapped((lahore, None), (at_sea, None))

    assert {row[0] for row in found.table[1]} == {"Punjab", "Sindh"}


def test_a_name_in_another_script_has_a_letter():
    peshawar = place("پشاور", "PK-KP", at=(34.0, 71.5), precision="town")
    view = edition(events=[happened(1, peshawar)], places=[peshawar])
    found = drawer(view)("incident-map", {"by": "point"})

    assert {"[a]", "1"} <= set(words(found))
    assert found.names == (("[a]", "پشاور"),)
    assert "پشاور: 1" in found.alt


def test_who_holds_a_province_and_what_was_redrawn_is_told():
    found = mapped((place("Crimea", "UA-43"), None), (place("Kordofan", "SD-KN"), None))

    assert "Crimea: held by Russia." in found.key
    assert "The limits of North Kordofan have changed since those drawn." in found.key


def test_every_map_has_its_caveat_and_dashes_what_is_disputed():
    found = mapped((KP, None))

    assert found.key.endswith("Boundaries do not imply endorsement; dashed line: disputed. Made with Natural Earth.")
    assert 'stroke-dasharray="2.4 1.6"' in found.svg


def test_the_neighbours_are_named():
    assert {"Afghanistan", "India", "Iran"} <= set(words(mapped((KP, None), (BALOCHISTAN, None), (KARACHI, None))))


def test_an_invented_country_has_no_map():
    invented = place("Vessany", admin=("Halvaria", "Nether Orlune"), precision="town")

    assert mapped((invented, None)).svg == ""


def data(provinces=(), places=(), numberless=0):
    return {"id": "d-1", "source": "s-1", "provinces": provinces, "places": places, "numberless": numberless}


def test_data_are_counted_as_events_are():
    numbers = {"country": "Pakistan", "events": 3, "killed": 7}
    provinces = [{**numbers, "admin1": name} for name in ("KPK", "Sindh", "Khyber Pakhtunkhwa Province", "Gotham")]
    view = edition(events=[happened(1, KP)], places=[KP], datasets=[data(provinces, numberless=2)])
    found = incident_map.draw(view, {"records": ("d-1",), "measure": "killed"})

    assert found.table[1] == (
        ("Khyber Pakhtunkhwa", "6", "14"),
        ("Gotham, Pakistan", "3", "7"),
        ("Sindh", "3", "7"),
    )
    assert "Not on the map: Gotham, Pakistan (7)." in found.key
    assert "Not counted: 2 events without a number." in found.key
    assert found.sources == ("s-1",)


def test_data_by_point_have_the_precision_that_they_are_given():
    place = {"country": "Pakistan", "admin1": "Sindh", "events": 2, "killed": 0}
    towns = {"place": "Karachi", "lat": 24.9, "lon": 67.0, "precision": "1"}
    provinces = {"place": "Sindh", "lat": 26.0, "lon": 68.5, "precision": "3"}
    view = edition(datasets=[data(places=[place | towns, place | provinces])])
    found = incident_map.draw(view, {"records": ("d-1",), "by": "point"})

    assert found.table[1] == (("Karachi", "2", "0"), ("Sindh", "2", "0"))
    assert "Dashed circle" in found.key


tolls = st.one_of(
    st.none(),
    st.builds(lambda best: amount(best=best), st.integers(0, 5000)),
    st.builds(lambda low: amount(low=low), st.integers(0, 5000)),
    st.builds(lambda low, more: amount(low=low, high=low + more), st.integers(0, 5000), st.integers(0, 90)),
)
where = st.one_of(
    st.sampled_from(PROVINCES).map(lambda code: place(code, code)),
    st.tuples(st.floats(24, 36), st.floats(62, 76)).map(lambda at: place(f"{at}", "PK", at=at, precision="town")),
    st.sampled_from([PAKISTAN, NOWHERE]),
)


@given(st.lists(st.tuples(where, tolls), min_size=1, max_size=14), st.sampled_from(["province", "point"]))
@settings(max_examples=12, deadline=None)
def test_drawing_text_and_table_tell_the_same(pairs, by):
    found = mapped(*pairs, by=by, measure="killed", records=[f"e-{number}" for number in range(len(pairs))])
    if not found.svg:
        return

    spoken = [one.rpartition(": ")[2] for one in re.split(r"; |\. ", found.alt.partition("Pakistan. ")[2])]
    printed = [row[2] for row in found.table[1]]
    lows = [numbers(text)[0] for text in printed if numbers(text)]
    assert sorted(lows) == sorted(numbers(text)[0] for text in spoken if numbers(text))
    assert sum(lows) == sum(min(numbers_of(toll)) for _, toll in pairs if toll)
    listed = found.key + "".join(f" {text} " for text in words(found))
    assert all(text in listed for text in printed)


def numbers_of(toll):
    return [toll[name] for name in ("low", "best", "high") if toll[name] is not None]


def text_boxes(svg):
    for text in ElementTree.fromstring(svg).iter(f"{SVG}text"):
        x, y, size = (float(text.attrib[name]) for name in ("x", "y", "font-size"))
        wide = width(text.text or "", size, bold=text.get("font-weight") == "600")
        yield x, y - 0.7 * size, x + wide, y


@given(st.lists(st.tuples(where, tolls), min_size=1, max_size=20), st.sampled_from([470, 226]))
@settings(max_examples=8, deadline=None)
def test_no_two_words_of_a_map_overlap(pairs, wide):
    found = mapped(*pairs, by="point", width=wide)
    for one, other in combinations(list(text_boxes(found.svg)) if found.svg else [], 2):
        apart = one[2] <= other[0] + 0.02 or other[2] <= one[0] + 0.02 or one[3] <= other[1] or other[3] <= one[1]
        assert apart


@pytest.mark.parametrize("country", ["AF", "SD", "UA", "ID", "FR", "FJ", "CL"])
def test_a_map_of_any_country_is_small_and_whole(country):
    units = [place(unit.code, unit.code) for unit in atlas().provinces(country) if unit.code][::2]
    found = mapped(*((unit, None) for unit in units))
    wide, high = (float(one) for one in re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', found.svg)[0])
    ends = [numbers[:2] for numbers in (re.findall(r"-?[\d.]+", d) for d in re.findall(r'd="M([^l]+)', found.svg))]

    assert len(found.svg.encode()) <= LARGEST
    assert wide == (470 if country == "ID" else 308)
    assert high <= 200
    assert all(-0.05 <= float(x) <= wide + 0.05 and -0.05 <= float(y) <= high + 0.05 for x, y in ends)
    assert all(left >= 0 and right <= wide + 0.1 for left, _, right, _ in text_boxes(found.svg))


def test_the_map_is_as_wide_as_it_is_asked_to_be():
    assert 'viewBox="0 0 226 ' in mapped((KP, None), width=226).svg


def test_no_id_and_no_colour_but_a_role_reaches_the_drawing():
    found = mapped((KP, None), (BALOCHISTAN, None))

    assert not re.search(r"\bid=|#[0-9a-f]{3}|e-1\b|class=|style=", found.svg)


def test_another_process_draws_the_same_bytes():
    script = (
        "from tests.figures.test_incident_map import KP, BALOCHISTAN, PAKISTAN, mapped;"
        "import sys; sys.stdout.write(repr(mapped((KP, None), (BALOCHISTAN, None), (PAKISTAN, None), by='point')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={"PYTHONHASHSEED": "7", "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout == repr(mapped((KP, None), (BALOCHISTAN, None), (PAKISTAN, None), by="point"))
