"""What is wording and what is substance; where it is not plain, it is substance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.change.gist import gist, likeness
from briefgen.change.passage import pieces

SAME = [
    ("The ferry stops.", "the ferry stops"),
    ("The organization has a program, too.", "An organisation has the program too"),
    ("a cease-fire holds", "A ceasefire holds"),
    ("*Dawn* counts 28 dead [@s-dawn].", "Dawn counts 28 dead"),
    ("It is {likelihood} that rain falls.", "There is a {likelihood} that rain falls."),
    ("travelled – slowly", "traveled, slowly"),
]
OTHER = [
    ("26 were killed", "28 were killed"),
    ("Attacks rose.", "Attacks fell."),
    ("The army attacked the BLA.", "The BLA attacked the army."),
    ("The army attacked them.", "The army was attacked by them."),
    ("It will happen.", "It may happen."),
    ("It is likely to end.", "It is unlikely to end."),
    ("He was seen.", "He was not seen."),
    ("26–28 dead", "26, 28 dead"),
    ("A ceasefire holds", "A “ceasefire” holds"),
    ("It ended.", "It ended?"),
    ("see http://x.example/A", "see http://x.example/a"),
    ("{j-1} holds", "{j-2} holds"),
    ("Grade A", "Grade B"),
    ("Grade A", "Grade"),
    ("by Ali Khan", "by Alli Khan"),
    ("I", "II"),
    ("Dawn", "dawn"),
    ("up 5 %", "up 5"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_wording(one, other):
    assert gist(one) == gist(other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_substance(one, other):
    assert gist(one) != gist(other)


@given(st.text(), st.text())
def test_likeness_has_no_direction(one, other):
    assert likeness(gist(one), gist(other)) == likeness(gist(other), gist(one))
    assert likeness(gist(one), gist(one)) == 1


def test_pieces_show_what_went_and_came_and_a_little_around_it():
    before = "Police in the northern and the southern districts and along both rivers were told of a pause."
    found = pieces(before, before.replace("a pause.", "a pause before the attack."))

    assert found[0].words.startswith("…")
    assert [(one.state, one.words) for one in found[1:]] == [("gone", "pause."), ("come", "pause before the attack.")]


def test_a_text_written_anew_is_shown_twice():
    assert pieces("All of it was so.", "Nothing like that has been seen.") == (
        ("gone", "All of it was so."),
        ("come", "Nothing like that has been seen."),
    )


@given(st.text(), st.text())
def test_pieces_hold_all_that_went_and_came(before, after):
    found = pieces(before, after)
    for state, text in (("gone", before), ("come", after)):
        words = " ".join(one.words for one in found if one.state in ("same", state) and "…" not in one.words).split()
        assert set(words) <= set(text.split())
