"""What stays of a sentence when the words of others, references and marks are taken away."""

from __future__ import annotations

import pytest

from briefgen.prose import sentences, words


def bare(text: str) -> str:
    found = sentences(text)
    assert all(len(sentence.bare) == len(sentence.text) for sentence in found)
    return " ".join(" ".join(sentence.bare for sentence in found).split())


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("He said “we will likely win” twice.", "He said twice."),
        ('He said "we will likely win" twice.', "He said twice."),
        ("He said ‘we will likely win’ twice.", "He said twice."),
        ("He said 'we will likely win' twice.", "He said twice."),
        ("He said „wir siegen“ twice.", "He said twice."),
        ("He said ‚wir siegen‘ twice.", "He said twice."),
        ("He said « nous gagnons » twice.", "He said twice."),
        ("He said »wir siegen« and ‹oui› and ›ja‹ twice.", "He said and and twice."),
        ("He said ”vi vinner” twice.", "He said twice."),
        ("He said “they call it ‘likely’ now” twice.", "He said twice."),
        ("He said ‘they call it “likely” now’ twice.", "He said twice."),
        ("He said ‘the crews’ mood is bad’ twice.", "He said twice."),
        ("He said 'it's the crews' mood' twice.", "He said twice."),
        ("The ‘brothers’ left twice.", "The left twice."),
        ("The ('likely') end—“soon”—came.", "The ( ) end— —came."),
        ("The crews’ mood, the drivers’ mood, and it’s ’22.", "The crews’ mood, the drivers’ mood, and it’s ’22."),
        ("The crews' mood, the drivers' mood, and it's '22.", "The crews' mood, the drivers' mood, and it's '22."),
        ("Rock 'n' roll, 'em and the '90s end.", "Rock 'n' roll, 'em and the '90s end."),
        ("‘Abd al-Malik and the Houthis’ stance.", "‘Abd al-Malik and the Houthis’ stance."),
        ('The 5" pipe and the 6" pipe at 33°42\'10" N.', 'The 5" pipe and the 6" pipe at 33°42\'10" N.'),
        ("An “unclosed mark is likely text.", "An “unclosed mark is likely text."),
        ("An “unclosed mark and a “closed” one.", "An “unclosed mark and a one."),
        ("An “unclosed mark.\n\nA likely” end.", "An “unclosed mark. A likely” end."),
        ("A lone \" mark, a lone ' mark.", "A lone \" mark, a lone ' mark."),
        ("Fire [@c-1, p. 3; @s-2] broke [@ out [1].", "Fire broke [@ out [1]."),
        ("As {j-1} says, it is {likelihood} here {c-1}.", "As says, it is {likelihood} here {c-1}."),
        ("*Likely* **not** _so_ ~~now~~ snake_case.", "Likely not so now snake_case."),
        ("See [the likely *page*](https://x.org/likely_(a) 'Likely') now.", "See the likely page now."),
        ("See [the page](likely.md) now.", "See [the page](likely.md) now."),
        ("See https://x.org/likely?a=b_c, <mailto:likely@x.org> now.", "See , now."),
        ("Run `likely` and ``a ` likely`` and ` alone.", "Run and and ` alone."),
        (r"A 5\* hotel \[sic\] \“likely.", "A 5 * hotel [sic ] \\“likely."),
        ("Two\nlines,\ttwo\u00a0words.", "Two lines, two words."),
        ("- **One** likely\n- `two`\n\n> we are likely to\n> win\n\nThree", "One likely Three"),
    ],
)
def test_bare_words_are_the_writers_own(text, kept):
    assert bare(text) == kept


def test_bare_is_blank_where_something_was_taken_away():
    (sentence,) = sentences("A “b” *c* [@c-1] {j-1}\nd.")
    assert sentence.bare == "A      c               d."


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Eleven people were hurt.", 4),
        ("Eleven [@c-1, p. 3; @s-1] people {j-1} were hurt [@c-2].", 4),
        ("It is {likelihood} to last.", 5),
        ("He said: “We will fight.” – *Twice*, in `code`.", 8),
        ("63.5 % – or 3,000 men — fled—north.", 6),
        ("1. One\n2. Two\n\n| a | b |\n|---|---|\n| c | d |\n\n> e [@c-1]\n\n# f\n***", 8),
        ('See [the page](https://example.org/long "A title") or https://example.org.', 5),
        ("Lt. Gen. Khan’s well-known snake_case", 5),
    ],
)
def test_words_are_what_a_reader_reads(text, count):
    assert words(text) == count
