import json
import zlib
from itertools import pairwise

import pytest

from briefgen.figures.metrics import REGULAR
from briefgen.geodata import atlas, folded
from briefgen.geodata.names import bare, matching
from briefgen.geodata.pack import GZIP, PACK

ATLAS = atlas()


@pytest.mark.parametrize(
    ("country", "text", "code"),
    [
        ("PK", "PK-KP", "PK-KP"),
        ("PK", "khyber pakhtunkhwa", "PK-KP"),
        ("PK", "N.W.F.P.", "PK-KP"),
        ("PK", "Baluchistan", "PK-BA"),
        ("PK", "Punjab Province", "PK-PB"),
        ("PK", "Province of Sindh", "PK-SD"),
        ("AF", "Sar-e-Pul", "AF-SAR"),
        ("AF", "Paktya", "AF-PIA"),
        ("SD", "North Darfur State", "SD-DN"),
        ("UA", "Kyiv", "UA-32"),
        ("UA", "Kyiv Oblast", "UA-32"),
        ("UA", "Kyiv City", "UA-30"),
        ("FR", "Cote d’Or", "FR-21"),
        ("SE", "Vasterbotten", "SE-AC"),
        ("ID", "Papua", "ID-PA"),
    ],
)
def test_a_province_is_found_by_code_name_and_alias(country, text, code):
    assert [unit.code for unit in ATLAS.named(country, text)] == [code]


def test_a_name_that_two_units_share_is_not_guessed():
    assert len(ATLAS.named("PH", "Cebu")) == 2
    assert ATLAS.units_of(None, ("Philippines", "Cebu"))[1] is None


@pytest.mark.parametrize("text", ["", "Bavaria", "-", "Province"])
def test_a_name_that_no_unit_has_finds_nothing(text):
    assert ATLAS.named("PK", text) == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *(("PK", "PK"), ("PAK", "PK"), ("pakistan", "PK"), ("Türkiye", "TR"), ("Turkey", "TR"), ("Viet Nam", "VN")),
        *(("Democratic Republic of Congo", "CD"), ("Congo", "CG"), ("Ivory Coast", "CI"), ("New Zealand", "NZ")),
        *(("South Sudan", "SS"), ("Sudan", "SD"), ("Islamic Republic of Iran", "IR"), ("Swaziland", "SZ")),
    ],
)
def test_a_country_is_found_by_code_and_name(text, code):
    found = ATLAS.country(text)
    assert found
    assert found.code == code


@pytest.mark.parametrize("text", ["", "Halvaria", "Korea", "QQ"])
def test_what_is_no_country_is_none(text):
    assert ATLAS.country(text) is None


def test_the_code_of_a_place_counts_more_than_its_names():
    country, unit = ATLAS.units_of("PK-KP", ("Pakistan", "Balochistan"))
    assert country
    assert unit
    assert (country.code, unit.code) == ("PK", "PK-KP")


def test_a_code_without_a_shape_is_no_other_province():
    country, unit = ATLAS.units_of("KE-28", ("Kenya", "Nairobi"))
    assert country
    assert unit is None


def test_a_slip_of_the_pen_has_its_name_suggested_once():
    assert ATLAS.alike("PK", "Khyber Pakthunkhwa") == ["Khyber Pakhtunkhwa"]
    assert ATLAS.alike("", "Pakistn")[0] == "Pakistan"


def test_codes_and_keys_are_unique():
    units = [unit for country in ATLAS.countries for unit in ATLAS.provinces(country.code)]
    codes = [unit.code for unit in units if unit.code]
    assert len(codes) == len(set(codes)) > 3800
    assert len({unit.key for unit in (*units, *ATLAS.countries)}) == len(units) + len(ATLAS.countries)


def test_rings_are_closed():
    for code in ("PK", "FJ", "RU", "ID"):
        country = ATLAS.unit(code)
        assert country
        for ring in country.rings:
            points = list(ATLAS.points(ring))
            assert points[0] == points[-1]
            assert all(one != after for one, after in pairwise(points))


@pytest.mark.parametrize("code", ["FJ", "RU"])
def test_land_reaches_the_180th_meridian_on_both_sides(code):
    country = ATLAS.unit(code)
    assert country
    lons = {lon for ring in country.rings for lon, _ in ATLAS.points(ring)}
    assert {180.0, -180.0} <= lons


def test_provinces_fit_their_country():
    country = ATLAS.unit("PK")
    assert country
    outer = {abs(arc + 0.5) for ring in country.rings for arc in ring}
    inner = {abs(arc + 0.5) for unit in ATLAS.provinces("PK") for ring in unit.rings for arc in ring}
    assert outer <= inner


def test_who_holds_what_and_what_was_redrawn_is_told():
    crimea, kordofan = ATLAS.unit("UA-43"), ATLAS.unit("SD-KN")
    assert crimea
    assert kordofan
    assert (crimea.country, crimea.held_by, kordofan.redrawn) == ("UA", "Russia", True)


def test_names_are_read_without_the_coordinates():
    first = zlib.decompressobj(GZIP)
    text = first.decompress(PACK.read_bytes())
    assert b'"arcs":[\n' not in text
    assert len(first.unused_data) > len(text) / 4
    whole = text + zlib.decompress(first.unused_data, GZIP)
    assert json.loads(whole)["type"] == "Topology"


def test_no_alias_is_the_name_of_another_country():
    names = {folded(country.name): country.key for country in ATLAS.countries}
    for country in ATLAS.countries:
        assert all(names.get(folded(alias), country.key) == country.key for alias in country.aliases), country.name


def test_every_name_can_be_drawn():
    names = {unit.name for country in ATLAS.countries for unit in (country, *ATLAS.provinces(country.code))}
    assert {name for name in names if not set(name) <= set(REGULAR)} == set()


def test_names_are_compared_without_accents_and_kinds():
    assert folded("Sar-e Pul") == folded("SAR E PÚL") == "sarepul"
    assert bare("District") == "district"
    assert matching("Red Sea", [("a", "Red Sea State"), ("b", "Northern Red Sea")]) == ["a"]
