"""Where words of what is withheld stand in the open, whatever their spelling."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from briefgen.lint.naming import frame
from briefgen.lint.needles import CODE, ID, Needle, figures, is_generic, spelling

TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼ‘`][^\W\d_]+)*|[0-9]+")
#: Between the words of one name.
JOINT = re.compile(r"[\s‐‑–.'’&*_-]*")
NEAR, LONGEST = 8, 60  # characters of a frame: those that are looked up first, and those of the longest name
MORE, MANY_WORDS = 2, 24  # words that one spelling can have more than another; words of the longest name
SURE = 4  # consonants; a shorter frame has too many names
CLOSE = 0.8
SPELT = ("name", "surname", "phrase")


class Hit(NamedTuple):
    """A stretch of a text in which the needles with one *key* are."""

    start: int
    stop: int
    key: str


class Words:
    """The words of a *text*: where each begins and ends, and its frame."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found = list(TOKEN.finditer(text))
        self.frames = [_frame(one[0]) for one in self.found]

    def joins(self, at: int) -> bool:
        """Return whether the word *at* can go on with the name in which the one before it stands."""
        return JOINT.fullmatch(self.text, self.found[at - 1].end(), self.found[at].start()) is not None

    def between(self, first: int, last: int) -> tuple[int, int]:
        """Return where the words from *first* to *last* stand."""
        return self.found[first].start(), self.found[last].end()

    def is_surname(self, at: int) -> bool:
        """Return whether a word is a last name without the first one before it."""
        before = self.found[at - 1] if at else None
        is_beside = before is not None and self.text[before.end() : self.found[at].start()] in (" ", "-")
        return not (before and is_beside and before[0][0].isupper() and not is_generic(before[0]))


class Haystack:
    """Looks for *needles* of every kind in one text after the other.

    Of those with the same key and marking, the first speaks for all.
    """

    def __init__(self, needles: Iterable[Needle]) -> None:
        kept: dict[str, dict[object, Needle]] = defaultdict(dict)
        frames: dict[str, set[str]] = defaultdict(set)
        silent, longest = set[str](), 0
        for one in needles:
            kept[one.key].setdefault((one.marking, one.is_name, one.marking or one.record), one)
            if one.kind in SPELT:
                words = Words(one.words)
                frames[_joined(words.frames)[:LONGEST]].add(one.key)
                longest = max(longest, len(words.found))
                silent |= {words.found[0][0]} if words.found and not words.frames[0] else set()
        frames.pop("", None)
        self.needles = {key: sorted(found.values(), key=lambda one: not one.is_name) for key, found in kept.items()}
        self._frames = {frame: sorted(keys) for frame, keys in frames.items()}
        self._beginnings = frozenset(frame[:length] for frame in frames for length in range(NEAR + 1))
        self._silent, self._longest = frozenset(silent), min(longest + MORE, MANY_WORDS)
        self._shorts = frozenset(key for key, found in self.needles.items() if found[0].kind == "short")
        kinds = {one.kind for found in self.needles.values() for one in found}
        self._patterns = [pattern for kind, pattern in (("id", ID), ("code", CODE)) if kind in kinds]
        self._has_figures = "figure" in kinds

    def hits(self, text: str) -> Iterator[Hit]:
        """Yield every place in *text* where needles are, those inside others too."""
        words = Words(text)
        for at, frame_of_word in enumerate(words.frames):
            if frame_of_word[:NEAR] in self._beginnings and (frame_of_word or words.found[at][0] in self._silent):
                yield from self._names(words, at)
        if self._shorts:
            yield from (Hit(*one.span(), one[0]) for one in words.found if one[0] in self._shorts)
        for pattern in self._patterns:
            yield from (Hit(*one.span(), one[0]) for one in pattern.finditer(text) if one[0] in self.needles)
        if self._has_figures:
            yield from (Hit(*one) for one in figures(text) if one[2] in self.needles)

    def _names(self, words: Words, first: int) -> Iterator[Hit]:
        so_far = ""
        for at in range(first, min(first + self._longest, len(words.found))):
            so_far = _merged(so_far, words.frames[at])
            if so_far[:NEAR] not in self._beginnings or len(so_far) > LONGEST + NEAR:
                return
            if at > first and not words.joins(at):
                return
            for key in self._frames.get(so_far[:LONGEST], ()):
                if self._is_meant(key, words, first, at):
                    yield Hit(*words.between(first, at), key)

    def _is_meant(self, key: str, words: Words, first: int, last: int) -> bool:
        start, stop = words.between(first, last)
        written, needle = words.text[start:stop], self.needles[key][0]
        said = spelling(written)
        is_whole = words.frames[first] and words.frames[last]  # an article beside a name is no other spelling of it
        if said != key and not (is_whole and is_close(key, said)):
            return False
        if needle.kind == "surname" and not words.is_surname(first):
            return False
        return not written[0].islower() or (needle.is_name and " " in needle.words and last > first)


def is_close(one: str, other: str) -> bool:
    """Return whether two spellings with the same frame are of one name."""
    return len(frame(one)) >= SURE and _ratio(one, other) >= CLOSE


@lru_cache(maxsize=4096)
def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


@lru_cache(maxsize=1 << 16)
def _frame(word: str) -> str:
    return word if word.isdigit() else frame(word[:-2] if word.endswith(("’s", "'s")) else word)


def _joined(frames: Iterable[str]) -> str:
    whole = ""
    for one in frames:
        whole = _merged(whole, one)
    return whole


def _merged(before: str, one: str) -> str:
    return before + one[1:] if before[-1:] == one[:1] and not one.isdigit() else before + one
