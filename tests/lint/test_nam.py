"""Names: another spelling or another name; which acronyms are explained; the letters of a script."""

from __future__ import annotations

import pytest

from briefgen.desk import LintSettings
from briefgen.lint.naming import fold
from tests.lint.framing import findings

TTP = "actors: [{id: a-ttp, name: Tehreek-e-Taliban Pakistan, short: TTP, aliases: [Pakistani Taliban], role: armed}]\n"


def narrative(text: str) -> str:
    return f'summary: {{narrative: "{text}"}}\n'


@pytest.mark.parametrize(
    "other", ["Tehrik-i-Taliban Pakistan", "Tehrik-e-Taliban Pakistan", "Tehreek-i-Taliban Pakistan"]
)
def test_ways_of_transliterating_are_one_name(other):
    assert fold(other) == fold("Tehreek-e-Taliban Pakistan")


def test_different_names_stay_different():
    assert (
        len({fold(name) for name in ("Bajaur", "Kurram", "Khyber", "Karachi", "Kohat", "Swat", "Umeå", "Luleå")}) == 8
    )


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The Tehrik-i-Taliban Pakistan denied it [@c-1].", 1),
        ("The Pakistani Taliban denied it [@c-1].", 1),
        ("The Tehreek-e-Taliban Pakistan (TTP) denied it, and the TTP’s men left [@c-1].", 0),
        ("The tehreek-e-taliban pakistan denied it [@c-1].", 0),
        ("“The Pakistani Taliban denied it,” the paper wrote [@c-1].", 0),
        ("Pakistan denied it [@c-1].", 0),
        ("The Railway Crews Unions of both countries met [@c-1].", 0),
    ],
)
def test_a_name_is_printed_in_one_form(text, count, tmp_path):
    assert len(findings(TTP + narrative(text), tmp_path, "NAM001")) == count


@pytest.mark.parametrize(
    ("text", "acronyms"),
    [
        ("The RCU met [@c-1].", ["RCU"]),
        ("The Railway Crews Union (RCU) met, and the RCU’s members voted [@c-1].", []),
        ("RCU (the Railway Crews Union) met [@c-1].", []),
        ("The UN, the EU and two NGOs met at 14:00 UTC [@c-1].", []),
        ("The TLP:CLEAR paper was read by Elizabeth II [@c-1].", []),
        ("The ABCD and the ABCD met [@c-1].", ["ABCD"]),
        ("He read “the RCU met” aloud [@c-1].", []),
        ("The KPMZ-run depot closed [@c-1].", []),
    ],
)
def test_an_acronym_is_explained_where_it_is_first_used(text, acronyms, tmp_path):
    found = findings(narrative(text), tmp_path, "NAM002")
    assert [one.message.split()[0] for one in found] == acronyms


def test_an_acronym_has_one_meaning(tmp_path):
    text = "The Railway Crews Union (RCU) met. The Rail Company Unit (RCU) did not [@c-1]."
    (found,) = findings(narrative(text), tmp_path, "NAM002")
    assert "Rail Company Unit" in found.message
    assert "Railway Crews Union" in found.message


def test_a_judgement_that_is_printed_first_explains_its_acronyms(tmp_path):
    fragment = """
judgements:
  - {id: j-1, text: 'The Railway Crews Union (RCU) is {likelihood} to accept.', likelihood: likely, confidence: low}
summary: {bluf: '{j-1} The RCU votes on 20 February [@c-3].'}
"""
    assert findings(fragment, tmp_path, "NAM002") == []


def test_a_desk_knows_its_readers_acronyms(tmp_path):
    text = narrative("The RCU met [@c-1].")
    assert findings(text, tmp_path, "NAM002", settings=LintSettings(acronyms=("RCU",))) == []


@pytest.mark.parametrize(
    ("text", "lang", "count"),
    [
        ("پاکستان", "ur", 0),
        ("پاكستان", "ur", 1),
        ("پاكستان", "ps", 1),
        ("پاي", "ps", 0),
        ("باكستان", "ar", 0),
        ("باکستان", "ar", 1),
    ],
)
def test_letters_are_those_of_the_language(text, lang, count, tmp_path):
    fragment = f"actors: [{{id: a-x, name: Somebody, role: party, original: {{text: {text}, lang: {lang}}}}}]\n"
    assert len(findings(fragment, tmp_path, "NAM003")) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Fighters crossed the former FATA [@c-1].", 0),
        ("Fighters crossed FATA [@c-1].", 1),
        ("Attacks in the North-West Frontier Province rose [@c-1].", 1),
        ("The fatal attack was in Khyber Pakhtunkhwa [@c-1].", 0),
    ],
)
def test_units_that_are_gone(text, count, tmp_path):
    assert len(findings(narrative(text), tmp_path, "NAM004")) == count


def test_a_unit_was_there_before_it_was_gone(tmp_path):
    fragment = "product: {time: {as_of: '2009-02-05'}}\n" + narrative("Fighters crossed FATA [@c-1].")
    assert findings(fragment, tmp_path, "NAM004") == []


def test_invented_places_of_an_exercise_have_no_codes(tmp_path):
    fragment = "product: {exercise: 'true'}\nplaces: [{id: p-x, name: Orlune, precision: town}]\n"
    assert findings(fragment, tmp_path, "NAM004") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Shelling in PoK stopped [@c-1].", 1),
        ("Shelling in occupied Kashmir stopped [@c-1].", 1),
        ("“Occupied Kashmir” is the paper’s word [@c-1].", 0),
        ("The Falkland Islands (Malvinas) were quiet [@c-1].", 0),
        ("The Malvinas were quiet [@c-1].", 1),
        ("Shelling in Azad Jammu and Kashmir stopped [@c-1].", 0),
    ],
)
def test_disputed_areas_have_neutral_names(text, count, tmp_path):
    assert len(findings(narrative(text), tmp_path, "NAM005")) == count


def test_a_desk_decides_its_own_names(tmp_path):
    text = narrative("Shelling in PoK and in Sealand stopped [@c-1].")
    settings = LintSettings(neutral_names={"PoK": "PoK", "Sealand": "the platform"})
    (found,) = findings(text, tmp_path, "NAM005", settings=settings)
    assert "Sealand" in found.message
