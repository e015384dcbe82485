"""What is a canary, and what is not."""

from __future__ import annotations

import time

import pytest

from briefgen.scan import Canaries

LONG = "The courier met Zarghun Mirwais in the orchard at dusk"
LETTERS = [place for place, one in enumerate(LONG) if one.isalnum()]


def told(text: str, *withheld: str, visible: tuple[str, ...] = ()) -> list[int]:
    return sorted(Canaries.of(withheld, visible).found(text))


@pytest.mark.parametrize("first", range(len(LETTERS) - 11))
def test_any_twelve_letters_of_a_withheld_text_are_found(first):
    part = LONG[LETTERS[first] : LETTERS[first + 11] + 1]

    assert told(f"... {part} ...", LONG) == [0]


def test_eleven_letters_are_not():
    assert told("met Zarghun M", LONG) == []


def test_each_text_is_known_by_its_place():
    assert told(f"It is said: {LONG}.", "Something else altogether", LONG) == [1]


def test_what_is_visible_too_gives_nothing_away():
    assert told("met Zarghun Mirwais", LONG, visible=("Who met Zarghun Mirwais?",)) == []


@pytest.mark.parametrize(
    "text",
    ["Zarghun-\nMirwais", "ZARGHUN MIRWAIS", "Zarghūn Mírwais", "Zarg\u00adhun\u200b Mir wais", "«Zarghun» Mirwais"],
)
def test_form_is_no_difference(text):
    assert told(text, LONG) == [0]


def test_a_citation_in_it_is_not_looked_for():
    assert told("Zarghun came home²", "Zarghun [@c-1] came {j-1} home") == [0]
    assert told("Zarghun’s men came", "Zarghun[@c-1]’s men came") == [0]


@pytest.mark.parametrize(
    ("text", "withheld", "found"),
    [
        ("It was Gul Khan.", "Gul Khan", True),
        ("It was Gul\nKhan.", "Gul Khan", True),
        ("It was Gulk Hand.", "Gul Khan", False),
        ("the Tali-\nban said", "Taliban", True),
        ("href=#s-anon", "s-anon", True),
        ("of S Anon", "s-anon", False),
        ("s-anonymous", "s-anon", False),
        ("Table 1", "Table 1", True),
        ("It was Omar.", "Omar", True),
        ("Ali", "Ali", False),
        ("1200", "1200", False),
        ("12 000 000 000 000", "12 000 000 000 000", False),
    ],
)
def test_a_short_text_is_found_as_whole_words(text, withheld, found):
    assert told(text, withheld) == [0] * found


def test_a_short_text_that_is_visible_is_none_and_its_number_is_no_matter():
    assert told("Table 1", "table 1", visible=("Table",)) == []
    assert told("Gul Khan", "Gul Khan", visible=("and Gul Khan, too",)) == []


HARM = "Nobody saw 12 killed in Kohat market"
PIECES = ("killed in ", "Kohat", "market", "It was 12")


def test_what_comes_about_where_visible_texts_meet_gives_nothing_away():
    assert told("It was 12 killed in Kohat", HARM, visible=PIECES) == []
    assert told("in <b>\u2060Kohat\nmarket", HARM, visible=PIECES) == []


@pytest.mark.parametrize("place", ["Swat", "Kohat"])
def test_a_whole_text_of_twelve_letters_or_more_that_so_comes_about_gives_nothing_away_either(place):
    assert told(f"killed in {place}", f"Killed in {place}", visible=("killed in", place)) == []


def test_visible_words_in_an_order_of_their_own_give_it_away():
    visible = ("the courier is killed", "who met nobody", "in the orchard")

    assert told("the courier met nobody", "why the courier met nobody", visible=visible) == [0]


@pytest.mark.parametrize(
    ("text", "withheld", "visible"),
    [
        ("Zarghun Mirwa", "Zarghun Mirwa", ("arghun Mirwa",)),
        ("Zarghun Mirwa", "Zarghun Mirwa", ("Zarghun Mirw",)),
        ("Zarghun Mirwa", "Zarghun Mirwa", ("It was Zarghun",)),
        ("x y Zarghun Mirwa z", "Zarghun Mirwa", ("It was Zarghun Mirw", "a man")),
        ("aaaaaa aaaaaaa", "aaaaaaaaaaaaa", ("aaaaaa",)),
    ],
    ids=[
        "all but the first",
        "all but the last",
        "the first word",
        "behind a word of one letter",
        "in the second of two places",
    ],
)
def test_visible_texts_with_some_of_its_letters_do_not_explain_it(text, withheld, visible):
    assert told(text, withheld, visible=visible) == [0]


def test_a_line_may_end_anywhere_between_words():
    visible = ("the courier is killed", "who met nobody")

    assert told("the courier\nmet nobody", "why the courier met nobody", visible=visible) == []
    assert told("the cour\nier met nobody", "why the courier met nobody", visible=visible) == [0]


def test_names_of_countries_meet_on_a_map_but_are_looked_for_alone():
    withheld = ("They went to an area in Afghanistan close to the river", "China")
    visible = ("Close the road", "a map")

    assert told("Afghanistan\nClose the road", *withheld, visible=visible) == []
    assert told("Afghanistan close to the river", *withheld, visible=visible) == [0]
    assert told("Zarghanistan\nClose", withheld[0].replace("Afgh", "Zargh"), visible=visible) == [0]
    assert told("Tajikistan, China", *withheld, visible=visible) == [1]


@pytest.mark.slow
def test_a_megabyte_on_both_sides_takes_seconds():
    words = [f"{word:x}" for word in range(10**9, 10**9 + 120_000)]
    withheld, visible = " ".join(words), " ".join(reversed(words))
    started = time.process_time()
    canaries = Canaries.of([withheld], [visible])

    assert canaries.found(f"{words[7]}{words[8]}") == {0}
    assert canaries.found(visible) == frozenset()
    assert time.process_time() - started < 20
