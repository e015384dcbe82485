"""What two texts are compared by: letters and digits alone.

A page breaks lines, hyphenates, sets typographic quotes and ligatures, drops citations, and its PDF may lose a space
or gain one. None of that makes a text another text. So what is compared is compatibility-decomposed (Unicode NFKD),
case-folded, without marks, format characters (soft hyphen, joiners, bidirectional controls), white space, hyphens and
any other punctuation.
"""

from __future__ import annotations

import functools
import re
import unicodedata

_BETWEEN = re.compile(r"[\W_]+")
_BROKEN = re.compile(r"[-\u2010]\s*\n\s*")
_COMPOUND = re.compile(r"(?<![^\W_])[^\W_]++(?:[-\u2010\u2011_][^\W_]++)+")


def words(text: str) -> str:
    """Return the words of *text*, folded, with one space between them."""
    return _BETWEEN.sub(" ", even(text)).strip()


def folded(text: str) -> str:
    """Return *text* as letters and digits alone."""
    return words(text).replace(" ", "")


def compounds(text: str) -> list[list[str]]:
    """Return the words of each compound of *text*, such as an id: they are hyphenated to each other, without spaces."""
    return [words(one).split() for one in _COMPOUND.findall(even(text))]


def rejoined(text: str) -> str:
    """Return *text* with the words whole that were hyphenated at the end of a line."""
    return _BROKEN.sub("", text)


def even(text: str) -> str:
    """Return *text* with its punctuation, in one form for all that differ in form alone."""
    if text.isascii():
        return text.casefold()
    same = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return same.translate({ord(one): None for one in set(same) if _is_mark(one)})


@functools.cache
def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Cf")
