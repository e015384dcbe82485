"""How much of a long text stands for it."""

from __future__ import annotations

import pytest

from briefgen.change.voice import BEGINNING, LAST, opening

OPENINGS = [
    ("Imran Khan’s party is under a severe crackdown by the military.", None),
    (" ".join(["word"] * BEGINNING), None),
    (" ".join([*["word"] * (BEGINNING + LAST - 1), "matters"]), None),
    (" ".join(["word"] * (BEGINNING + LAST + 1)), f"{' '.join(['word'] * BEGINNING)} …"),
]


@pytest.mark.parametrize(("text", "short"), OPENINGS)
def test_a_short_text_stands_whole_and_a_long_one_never_loses_its_last_words_only(text, short):
    assert opening(text) == (short or text.removesuffix("."))


def test_no_small_words_stand_at_the_cut():
    text = "They had long since tried each of the several quite narrow wide channels to the other side of it all."

    assert opening(text) == "They had long since tried each of the several quite narrow wide channels …"
