"""Parts of prose that bear a marking of their own."""

import pytest

from briefgen import portions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a [b c]{TLP:AMBER} d", [("[b c]{TLP:AMBER}", "b c", "TLP:AMBER")]),
        ("[a [@s-1, p. 3] b]{TLP:RED}", [("[a [@s-1, p. 3] b]{TLP:RED}", "a [@s-1, p. 3] b", "TLP:RED")]),
        (
            "[a [b]{A}]{TLP:RED//LEGAL}",
            [("[b]{A}", "b", "A"), ("[a [b]{A}]{TLP:RED//LEGAL}", "a [b]{A}", "TLP:RED//LEGAL")],
        ),
        ("[a](https://example.org) {j-1} [@c-1]{j-2}", []),
        (r"\[a]{TLP:RED}", []),
        ("[a]{INTERNAL}", [("[a]{INTERNAL}", "a", "INTERNAL")]),
    ],
)
def test_parts_are_found_with_what_they_say_and_their_label(text, found):
    spans = list(portions.find(text))

    assert [(text[one.start : one.stop], text[slice(*one.inner)], one.label) for one in spans] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a {TLP:RED}", [(2, "{TLP:RED}")]),
        ("a] {TLP:RED}", [(3, "{TLP:RED}")]),
        ("[a]{TLP:RED}", []),
        ("a]{INTERNAL}", [(2, "{INTERNAL}")]),
        ("a {INTERNAL}", []),
        ("a{INTERNAL}", []),
    ],
)
def test_a_label_without_a_part_is_told(text, found):
    assert list(portions.malformed(text)) == found


def test_what_is_withheld_goes_with_the_spaces_before_it_and_of_the_rest_only_the_marks():
    text = "One [two [@c-1]]{TLP:GREEN}, [three [four]{TLP:GREEN}]{TLP:RED}, five [six]{TLP:RED}."
    withheld = [span for span in portions.find(text) if span.label == "TLP:RED"]

    assert portions.keeping(text, withheld) == "One two [@c-1],, five."


def test_long_texts_take_no_time():
    text = "[" * 100_000 + "]{TLP:RED}" * 100_000

    assert len(list(portions.find(text))) == 100_000
