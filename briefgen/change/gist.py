"""What a text says, apart from how it is written: two texts with one gist differ in their wording only.

The gist is the words in their order, without articles and the like, without case, punctuation and emphasis, in one
spelling. So numbers, names, negations, grades of likelihood, quotation marks and the order of who did what to whom all
stay in it, and where it is not plain that two texts say the same they are held to differ.
"""

from __future__ import annotations

import re
from typing import Any, TypeAlias

from briefgen import citations
from briefgen.edition import Plain

Gist: TypeAlias = tuple[str, ...]
EDGES = ".,;:!()[]{}'‘’*_`…—–"
QUOTES = str.maketrans("“”„«»", '"""""')
IDLE = frozenset(["a", "an", "the", "that", "this", "these", "those", "which", "who"]) | {""}
DOUBLED = re.compile(r"([a-z])\1+")
JOINTS = re.compile("['’‐‑-]")
#: An id, an address, or a word with a number: one spelling only.
EXACT = re.compile(r"[a-z]{1,3}-|.*[\d/]")
#: Fields that lay out a page or name a record, and say nothing of the world.
FORM = frozenset({"priority", "lane", "alt", "label", "heading"})
#: Fields that tell of a check; what it found stands in another.
ROUTINE = frozenset({"checked", "every", "history"})
#: What English needs around some terms and not around others: “it is likely”, “there is a roughly even chance”.
FRAME = re.compile(r"\b(?:it\s+is|there\s+is(?:\s+an?)?)\s+(?=\{likelihood\})", re.IGNORECASE)


def gist(text: str) -> Gist:
    """Return the words of *text* that make its sense, citations aside; a single word as it stands."""
    words = [word.strip(EDGES) for word in _uncited(text).translate(QUOTES).split()]
    if len(words) < 2:
        return (text,)
    return tuple(_plain(word) for place, word in enumerate(words) if not _is_idle(word, place))


def _is_idle(word: str, place: int) -> bool:
    return word.lower() in IDLE and (word != "A" or place == 0)  # grade A is no article


def _uncited(text: str) -> str:
    return FRAME.sub("", citations.CITATION.sub(" ", text))


def _plain(word: str) -> str:
    """Return a word in one spelling: organise for organize, labor for labour, cease-fire for ceasefire; no name."""
    if EXACT.match(word):
        return word
    if not word.islower():
        return word.lower()
    return DOUBLED.sub(r"\1", JOINTS.sub("", word).replace("z", "s").replace("our", "or"))


def substance(value: Plain) -> Any:
    """Return what a record says, as a value to compare: gists for texts, lists in one order, no id, no layout."""
    match value:
        case str():
            return gist(value), tuple(sorted(name for _, name in citations.mentions(value)))
        case tuple():
            return tuple(sorted(repr(substance(one)) for one in value))
        case dict():
            fields = sorted((key, one) for key, one in value.items() if key != "id" and key not in FORM)
            return tuple((key, repr(substance(one))) for key, one in fields)
    return value


def likeness(one: Gist, other: Gist) -> float:
    """Return how many of the words of two texts are in both, from 0 to 1 (Sørensen–Dice)."""
    left, right = set(one), set(other)
    return 2 * len(left & right) / (len(left) + len(right)) if left or right else 1.0
