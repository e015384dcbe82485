"""References in prose: what is one, what was meant as one, and what is neither."""

from __future__ import annotations

import time

import pytest

from briefgen import citations


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[@s-1]", [(1, "s-1")]),
        ("a [@s-1, p. 3; @c-2-b] b [@q-1]", [(3, "s-1"), (15, "c-2-b"), (26, "q-1")]),
        ("[@s-1,\n  p. 3;\n  @c-2]", [(1, "s-1"), (17, "c-2")]),
        ("mail@s-1.org [@S-1] [@s-1 p. 3] [s-1]", []),
    ],
)
def test_records_are_named_in_well_formed_citations(text, found):
    assert list(citations.mentions(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[@s-1, p. 3; @c-1] {j-1} {likelihood} {1, 2} {} [a] mail@example.org", []),
        ("[@]", [(0, "[@]")]),
        ("a [@Foo] b", [(2, "[@Foo]")]),
        ("a [@s-1", [(2, "[@s-1")]),
        ("{c-1} {likelyhood} {j-1", [(0, "{c-1}"), (6, "{likelyhood}"), (19, "{j-1")]),
    ],
)
def test_what_was_meant_as_a_reference_is_told_from_what_was_not(text, found):
    assert list(citations.malformed(text)) == found


def test_judgements_are_found_at_their_offset():
    assert list(citations.judgements("a {j-1} {J-2} {j-3-b}")) == [(2, "j-1"), (14, "j-3-b")]


def test_references_to_what_is_hidden_are_left_out():
    text = "One [@s-1, p. 3; @s-2] two [@s-2] {j-1} {j-2}"
    assert citations.keeping(text, {"s-1": "s-9", "j-1": "j-1"}) == "One [@s-9, p. 3] two {j-1}"


@pytest.mark.parametrize("text", ["[@s-1," + " " * 9999 + "a" + " " * 9999, " " * 9999 + "{j-", "[@s-1, a;" * 2000])
def test_a_long_text_that_cites_nothing_is_read_at_once(text):
    began = time.process_time()
    assert not list(citations.mentions(text))
    assert citations.keeping(text, {}) == text.strip()
    assert time.process_time() - began < 1
