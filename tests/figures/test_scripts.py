import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.figures.drawing import Drawing, width
from briefgen.figures.figure import Figure
from briefgen.figures.kinds import FIGURES, drawer
from briefgen.figures.scripts import JOINED, SIGN, Scripts
from tests.figures.boxes import alternatives, assert_clear, texts
from tests.figures.editions import actor, amount, edition, event

SVG = "{http://www.w3.org/2000/svg}"
URDU, HEBREW, HINDI = "تحریک طالبان پاکستان", "שלום", "नमस्ते"


def attack(title, number=1):
    return event(number, "2024-01-02", title, killed=amount(best=number, by_source={}))


def test_joined_script_is_drawn_as_a_key_and_told_in_full():
    found = edition(events=[attack(f"Attack on {URDU}, at noon"), attack(HEBREW, 2)])
    made = drawer(found)("harm", {})

    assert not any(map(JOINED.search, texts(made.svg)))
    assert "Attack on [a], at noon" in texts(made.svg)
    assert made.names == (("[a]", URDU), ("[b]", HEBREW))
    assert f"Attack on {URDU}, at noon" in made.alt
    assert " ".join(alternatives(made.svg)) == made.alt
    assert made.table[1][0][0] == f"Attack on {URDU}, at noon"
    assert_clear(made.svg)


def test_the_text_alternative_of_every_row_has_the_words():
    made = drawer(edition(events=[attack(URDU), attack(HEBREW, 2)]))("harm", {})

    assert [words in told for words, told in zip((URDU, HEBREW), alternatives(made.svg)[1:], strict=True)] == [True] * 2


@pytest.mark.parametrize("kind", ["harm", "timeline"])
def test_the_same_words_have_one_key(kind):
    made = drawer(edition(events=[attack(HINDI), attack(HINDI, 2)]))(kind, {})

    assert made.names == (("[a]", HINDI),)


def test_a_caption_of_the_record_is_kept():
    made = drawer(edition(events=[attack("Attack")]))("harm", {"caption": URDU, "alt": HEBREW})

    assert (made.caption, made.alt, made.names) == (URDU, HEBREW, ())


def test_an_edition_without_such_script_is_drawn_as_it_is():
    found = edition(events=[attack("Đúng Łódź Ψυχή Москва")])

    assert drawer(found)("harm", {}) == FIGURES["harm"](found, {})


@pytest.mark.parametrize("label", [URDU, HEBREW, HINDI, f"a {URDU}"])
def test_a_drawing_refuses_what_it_cannot_hold(label):
    with pytest.raises(ValueError, match="no drawing can hold"):
        Drawing().text(0, 0, label)


@given(st.lists(st.text(st.sampled_from("ab ،تح\u0301שह\U000f0000\ue000.,0-"), max_size=12), max_size=6))
def test_no_script_reaches_a_drawing_and_none_is_lost(words):
    scripts = Scripts()
    hidden = scripts.hidden(tuple(words))
    labels = "".join(f"<text>{one}</text>" for one in hidden)
    made = scripts.shown(Figure(f"<title>{'|'.join(hidden)}</title>{labels}", "|".join(hidden)))
    body = made.svg.partition("</title>")[2]

    assert made.alt == "|".join(words)
    assert not JOINED.search(body)
    assert all(not JOINED.search(SIGN.sub("", one)) for one in hidden)


def test_a_key_has_the_room_that_it_was_given():
    sign = Scripts().hidden(URDU)

    assert len(sign) == 1
    assert width("[a]") <= width("[aa]") <= width(sign) + 0.01


def test_signs_never_run_out():
    scripts = Scripts()
    scripts._signs = {str(number): chr(min(0xF0000 + number, 0x10FFFD)) for number in range(0x20000)}

    assert scripts.shown(Figure("", scripts.hidden(URDU))).alt == "…"


def test_actors_have_their_names_in_latin_and_theirs_beside():
    found = actor("One", ("opposes", "two")), actor("Two")
    made = drawer(edition(actors=[found[0] | {"name": URDU}, found[1]]))("actors", {})

    assert "[a]" in texts(made.svg)
    assert made.names == (("[a]", URDU),)
