"""Two versions of a text as one: which words went, which came, with what stands around them."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal, NamedTuple

#: Words around a difference that are shown; words of a text that are compared.
AROUND, LONGEST = 8, 600
#: From which likeness it helps to show differences, and how many of them a reader can follow in one text.
ALIKE, MOST = 0.6, 4
ELLIPSIS = "…"
#: How a part that bears a mark begins.
MARK = "["


class Piece(NamedTuple):
    """Words that both versions have, or that went, or that came."""

    state: Literal["same", "gone", "come"]
    words: str


@lru_cache(maxsize=1024)
def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """Return the pieces of two versions in reading order; a text that was written anew goes and comes as a whole."""
    old, new = before.split(), after.split()
    if max(len(old), len(new)) > LONGEST:
        return _anew(before, after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    differences = sum(what != "equal" for what, *_ in matcher.get_opcodes())
    if matcher.ratio() < ALIKE or differences > MOST:
        return _anew(before, after)
    return tuple(_pieces(matcher, old, new))


def is_anew(before: str, after: str) -> bool:
    """Return whether a text was written anew, so that both versions have to be read."""
    return [piece.state for piece in pieces(before, after)] == ["gone", "come"]


def _anew(before: str, after: str) -> tuple[Piece, ...]:
    return Piece("gone", before), Piece("come", after)


def _pieces(matcher: SequenceMatcher[str], old: list[str], new: list[str]) -> Iterator[Piece]:
    # of a text of which parts bear a mark nothing is left out: where such a part begins must be seen
    is_marked = any(word.startswith(MARK) for word in (*old, *new))
    for what, start, end, first, last in matcher.get_opcodes():
        if what == "equal":
            same = old[start:end]
            yield Piece("same", " ".join(same) if is_marked else _shortened(same, start > 0, end < len(old)))
            continue
        if start < end:
            yield Piece("gone", " ".join(old[start:end]))
        if first < last:
            yield Piece("come", " ".join(new[first:last]))


def _shortened(words: list[str], follows: bool, goes_on: bool) -> str:
    """Return what stands between two differences, or at an end of the text, without its middle."""
    head, tail = AROUND * follows, AROUND * goes_on
    if len(words) <= head + tail + 2:
        return " ".join(words)
    return " ".join([*words[:head], ELLIPSIS, *words[len(words) - tail :]])
