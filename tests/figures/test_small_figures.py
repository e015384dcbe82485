from itertools import pairwise
from xml.etree import ElementTree

import pytest

from briefgen.figures import confidence, lineage, metrics, scale, term, toll
from briefgen.figures.kinds import FIGURES
from briefgen.figures.palette import ACCENT
from briefgen.tradecraft import SCALES
from tests.figures import make_metrics
from tests.figures.editions import amount, edition, source

SVG = "{http://www.w3.org/2000/svg}"


def well_formed(svg):
    root = ElementTree.fromstring(svg)
    assert root.findtext(f"{SVG}title")
    return root


@pytest.mark.parametrize(("name", "its"), [(name, its) for name, one in SCALES.items() for its in one.terms])
def test_a_likelihood_is_told_in_words_and_per_cent(name, its):
    found = term.draw(edition(scale=name), {"term": its.id})

    assert found.alt == f"{its.label}: {its.spoken}"
    assert well_formed(found.svg).findtext(f"{SVG}title") == found.alt


def test_an_earlier_likelihood_is_dashed_and_told():
    found = term.draw(edition(), {"term": "likely", "earlier": "unlikely"})

    assert "earlier unlikely: 20 to 45 per cent" in found.alt
    assert "stroke-dasharray" in found.svg


def test_an_unchanged_likelihood_shows_nothing_dashed():
    assert "dasharray" not in term.draw(edition(), {"term": "likely", "earlier": "likely"}).svg


def test_a_term_of_another_scale_is_refused():
    with pytest.raises(KeyError):
        term.draw(edition(), {"term": "realistic-possibility"})


@pytest.mark.parametrize(("level", "filled"), [("low", 1), ("moderate", 2), ("high", 3)])
def test_confidence_is_filled_squares(level, filled):
    found = confidence.draw(edition(), {"level": level})
    paths = well_formed(found.svg).findall(f"{SVG}path")

    assert paths[0].attrib["d"].count("M") == filled
    assert found.alt == f"{level} confidence: {filled} of 3"


BARS = [name for name in SCALES if scale.labels(SCALES[name])]


def test_scales_without_overlap_and_with_room_are_bars():
    assert BARS == ["icd203", "phia", "nato"]


@pytest.mark.parametrize("name", BARS)
def test_the_terms_of_a_bar_do_not_touch(name):
    found = scale.labels(SCALES[name])

    for raised in (False, True):
        row = [one for one in found if one.raised == raised]
        assert all(one.middle + one.wide / 2 < after.middle - after.wide / 2 for one, after in pairwise(row))
    assert all(one.wide / 2 <= one.middle <= scale.WIDE - one.wide / 2 for one in found)


@pytest.mark.parametrize("name", sorted(set(SCALES) - set(BARS)))
def test_a_ladder_has_a_row_for_every_term_and_no_band_too_thin_to_see(name):
    drawn = well_formed(scale.draw(edition(scale=name), {}).svg)
    bands = [one for one in drawn.findall(f"{SVG}rect") if one.attrib["fill"] == ACCENT]
    ends = [(float(one.attrib["x"]), float(one.attrib["x"]) + float(one.attrib["width"])) for one in bands]
    labels = [one for one in drawn.findall(f"{SVG}text") if one.attrib["x"] == "0"]

    assert [one.text for one in labels] == [term.label for term in reversed(SCALES[name].terms)]
    assert len(bands) == len(labels)
    assert all(end - start > 1.3 for start, end in ends)
    assert min(start for start, _ in ends) > max(metrics.width(term.label, scale.SIZE) for term in SCALES[name].terms)
    assert max(end for _, end in ends) < scale.WIDE - metrics.width("99–100", scale.SIZE)


@pytest.mark.parametrize("name", SCALES)
def test_the_scale_tells_every_band(name):
    alt = scale.draw(edition(scale=name), {}).alt

    assert all(f"{term.label} {term.spoken}" in alt for term in SCALES[name].terms)


def test_a_toll_shows_what_each_source_gives():
    numbers = {"s-dawn": amount(best=28), "s-tribune": amount(low=24, high=30, or_more=True)}
    record = {"toll": amount(low=24, high=30, by_source=numbers), "most": 30}
    found = toll.draw(edition(sources=[source("Dawn"), source("Tribune", access="not-seen")]), record)

    assert found.alt == "28 (Dawn); 24 to 30 or more (Tribune)"
    assert found.table[1] == (("Dawn", "28"), ("Tribune", "24 to 30 or more"))
    assert len(well_formed(found.svg).findall(f"{SVG}circle")) == 3


def test_a_lower_limit_has_an_arrow():
    least, exact = (
        toll.draw(edition(), {"toll": amount(by_source={}, **number), "most": 10})
        for number in ({"low": 10}, {"best": 10})
    )

    assert least.svg.count("<path") == exact.svg.count("<path") + 1
    assert least.alt == "at least 10 (as reported)"


def test_an_upper_limit_has_one_dot_and_a_line_from_nought():
    most = toll.draw(edition(), {"toll": amount(by_source={}, high=10), "most": 10})

    assert len(well_formed(most.svg).findall(f"{SVG}circle")) == 1
    assert most.svg.count("<path") == 2
    assert most.alt == "at most 10 (as reported)"


@pytest.mark.parametrize("most", [1, 7, 30, 999, 52_000, 10**9])
def test_the_axis_holds_the_largest_number(most):
    assert toll.ceiling(most) >= most
    assert len(well_formed(toll.draw(edition(), {"most": most}).svg).findall(f"{SVG}text")) <= 6


def claim(label, *citations):
    return {
        "id": "c-1",
        "label": label,
        "text": label,
        "sources": tuple({"ref": ref, "via": via} for ref, via in citations),
    }


def test_lineage_names_the_origin_and_who_repeats_it():
    sources = [source("Tribune", access="not-seen"), source("Amu"), source("Kabul")]
    claims = [claim("a pause", ("s-amu", ("s-tribune",)), ("s-kabul", ("s-tribune",)))]
    found = lineage.draw(edition(sources=sources, claims=claims), {"sources": [{"id": "s-amu", "number": 7}]})

    assert found.alt == "Tribune, not seen, is repeated by Amu (a pause), Kabul (a pause)."
    assert "7 Amu" in [text.text for text in well_formed(found.svg).iter(f"{SVG}text")]


def test_a_source_repeated_as_a_whole_is_an_origin():
    found = lineage.draw(edition(sources=[source("Wire"), source("Paper", derived_from=("s-wire",))]), {})

    assert found.alt == "Wire is repeated by Paper (the report as a whole)."


def test_without_repetition_there_is_no_lineage_to_draw():
    assert lineage.draw(edition(sources=[source("Dawn")], claims=[claim("x", ("s-dawn", ()))]), {}).svg == ""


def test_the_widths_are_those_of_the_shipped_fonts():
    assert make_metrics.widths("SourceSans3-Regular.ttf") == metrics.REGULAR
    assert make_metrics.widths("SourceSans3-Semibold.ttf") == metrics.SEMIBOLD


def test_every_figure_has_its_name():
    asked = {"timeline", "incident-map", "trend", "harm", "compliance", "likelihood", "ach", "actors", "chart"}

    assert set(FIGURES) == asked | {"confidence", "lineage", "scale", "term", "toll"}
