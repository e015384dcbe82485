import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.figures import likelihood
from briefgen.tradecraft import SCALES
from tests.figures.boxes import assert_clear, root, texts, written
from tests.figures.editions import edition, judgement

SVG = "{http://www.w3.org/2000/svg}"
sentences = (
    st.text("abcdefg hijklm", min_size=1, max_size=160).filter(str.strip).map(lambda text: " ".join(text.split()))
)


@st.composite
def editions(draw):
    scale = SCALES[draw(st.sampled_from(sorted(SCALES)))]
    terms = st.sampled_from([term.id for term in scale.terms])
    levels = st.sampled_from(["low", "moderate", "high", None])
    found = [
        judgement(
            number,
            draw(terms),
            confidence=draw(levels),
            earlier=draw(st.none() | terms),
            text=f"{draw(sentences)} {{likelihood}}.",
        )
        for number in range(draw(st.integers(1, 6)))
    ]
    return edition(scale=scale.id, judgements=found)


@given(editions())
@settings(max_examples=40, deadline=None)
def test_drawing_table_and_text_tell_the_same(found):
    made = likelihood.draw(found, {})

    assert len(made.table[1]) == len(found.judgements)
    for number, text, term, band, earlier, confidence, _ in made.table[1]:
        assert f"{number}: {text.rstrip('.')}" in made.alt
        assert f"({term}, {band.replace('–', ' to ')} per cent" in made.alt
        assert not earlier or f"earlier {earlier}, " in made.alt
        assert not confidence or f"{confidence} confidence" in made.alt
        assert "".join(text.split()) in written(made.svg)
        assert "".join(f"{term} {band}%{f', earlier {earlier}' if earlier else ''}".split()) in written(made.svg)
    assert_clear(made.svg)


@pytest.mark.parametrize("name", SCALES)
def test_a_band_begins_and_ends_where_its_scale_says(name):
    term = SCALES[name].terms[len(SCALES[name].terms) // 2]
    drawing = root(likelihood.draw(edition(scale=name, judgements=[judgement(1, term.id)]), {}).svg)
    (bar,) = [one for one in drawing.iter(f"{SVG}rect") if one.get("fill") == "accent"]
    unit = (likelihood.RIGHT - likelihood.LEFT) / 100

    assert float(bar.get("x", 0)) == pytest.approx(likelihood.LEFT + term.low * unit, abs=1)
    assert float(bar.get("width", 0)) == pytest.approx(max((term.high - term.low) * unit, 1.4), abs=1)


def test_a_term_that_did_not_change_is_not_dashed():
    assert "dasharray" not in likelihood.draw(edition(judgements=[judgement(1, "likely", earlier="likely")]), {}).svg
    assert "dasharray" in likelihood.draw(edition(judgements=[judgement(1, "likely", earlier="unlikely")]), {}).svg


def test_judgements_of_fact_are_left_out_and_keep_their_number():
    made = likelihood.draw(edition(judgements=[judgement(1, "n/a"), judgement(2, "likely")]), {})

    assert [row[0] for row in made.table[1]] == ["2"]


def test_scenarios_are_drawn_when_they_are_named():
    found = edition(
        judgements=[judgement(1, "likely")], scenarios=[{"id": "sc-1", "text": "Calm", "likelihood": "unlikely"}]
    )

    assert len(likelihood.draw(found, {}).table[1]) == 1
    assert "Scenario: Calm (unlikely, 20 to 45 per cent)." in likelihood.draw(found, {"records": ("j-1", "sc-1")}).alt


def test_gaps_of_a_scale_are_explained_and_left_white():
    made = likelihood.draw(edition(scale="phia", judgements=[judgement(1, "likely")]), {})

    assert "white between the bands: no term" in made.key
    assert "white" not in likelihood.draw(edition(judgements=[judgement(1, "likely")]), {}).key


def test_markdown_and_citations_are_no_part_of_a_label():
    found = judgement(
        1, "likely", text="It *is* {likelihood} [@c-1; @s-2, p. 3], as [KabulNow](https://k.example) _says_."
    )

    assert "It is likely, as KabulNow says." in " ".join(texts(likelihood.draw(edition(judgements=[found]), {}).svg))


def test_nothing_judged_gives_no_drawing():
    assert likelihood.draw(edition(), {}).svg == ""
