"""Whatever the text, its sentences are in order and hold every word of it, and it is read at once (Hypothesis)."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefgen.prose import sentences, words

PIECES = (
    *("Fire", "fire", "U.S.", "Gen.", "5", "a.m.", "The", "al-Qaida", "é", "۔", "آگ", "J.", "said ", "{likelihood}"),
    *(".", "!", "?", "…", "...", ",", ":", ";", "–", "(", ")", "“", "”", "‘", "’", '"', "'", "„", "«", "»", "‹", "›"),
    *("[@c-1]", "[@c-1, p. 3; @s-1]", "{j-1}", "[", "](https://x.org)", "https://x.org/a_b", "<https://x.org>"),
    *("`", "``", "*", "**", "_", "~~", "\\", " ", " ", " ", "\u00a0", "\t", "\r\n", "\u2028", "\x01", "\x02"),
    *("\n", "\n\n", "\n- ", "\n1. ", "\n2) ", "\n# ", "\n> ", "\n| ", " | ", "\n--|--"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
UNREAD = re.compile(r"(?m)\]\(https://x\.org\)|^[\s>*+#-]*(?:[0-9]{1,9}[.)][\s>*+-]+)*[0-9]{1,9}[.)](?=\s|\Z)")


@given(TEXTS | st.text(max_size=80))
@example("1. 2. x")
@example("“\u2028.” a")
def test_sentences_are_in_order_and_hold_every_word(text):
    at = 0
    outside = []
    for sentence in sentences(text):
        assert sentence.start >= at
        assert sentence.text
        assert sentence.text == sentence.text.strip() == text[sentence.start :][: len(sentence.text)]
        assert len(sentence.bare) == len(sentence.text)
        assert all(own in (" ", was) for own, was in zip(sentence.bare, sentence.text, strict=True))
        outside.append(text[at : sentence.start])
        at = sentence.start + len(sentence.text)
    outside.append(text[at:])
    for rest in outside:
        assert not any(map(str.isalnum, UNREAD.sub("", rest))), rest


@given(TEXTS | st.text(max_size=80))
def test_words_are_counted_in_any_text(text):
    assert 0 <= words(text) <= sum(map(str.isalnum, text))


UNITS = (
    *(".", ". ", "? A", "…", "… ", "a. A", "U.S. ", "A. ", "Gen. ", "a.k", "5 a.m. A", ". al-", "a", " ", "\u00a0"),
    *("(", "( ", "(a. B ", "(a. B) ", ". (\x01", ". \x06", "\x01", "\x02.", "\x03", "\x06"),
    *("“", "““”", "“ ”", "‘a ", "‘a s’ b ", "'a ", "'a s' b ", " ’", '"a ', '" ', "»a ", "» «", "„a “b "),
    *("“a.” ", "“a?” K", "`", "``` ", "` `` ", "[", "]", "{", "\\", "*", "*a* ", "_a", "{j-1}", "{j-1} "),
    *(
        "[a](http://x) ",
        "](http://a ",
        "](http://a '",
        '](http://a "',
        "](http://a (",
        "[@s-1; ",
        "[@s-1] ",
        ". [@s-1] A",
    ),
    *(
        "<http://",
        "http://",
        "://",
        "http:",
        ":",
        "\n",
        "a\n",
        "a\n\n",
        "- ",
        "- -",
        "1. ",
        "a\n2. ",
        "# ",
        "> ",
        ">a\n",
    ),
    *("|", "| ", "|-", "-|\n", "a|b\n", "a|b\n-|-\n", "=\n"),
)


@pytest.mark.parametrize("unit", UNITS)
def test_a_long_text_is_read_at_once(unit):
    assert time_for(unit * (20_000 // len(unit))) < 0.5


@pytest.mark.slow
@pytest.mark.parametrize("before", ["", "“", ". ("])
@pytest.mark.parametrize("unit", UNITS)
def test_the_longest_text_is_read_at_once(unit, before):
    assert time_for(before + unit * (100_000 // len(unit))) < 2.5


def test_the_fields_of_a_long_sheet_are_read_at_once():
    text = (
        "Crews at Umeå walked out on 30 January 2024, and “eleven” people were hurt. The company’s offer stands [@c-1]."
    )
    assert len(sentences(text)) == 2
    began = time.process_time()
    for _ in range(5000):
        sentences(text)
    assert time.process_time() - began < 1


def time_for(text: str) -> float:
    began = time.process_time()
    sentences(text)
    words(text)
    return time.process_time() - began
