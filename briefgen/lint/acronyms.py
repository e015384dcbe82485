"""Acronyms in the order in which a reader meets them, and whether each use explains itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from briefgen import citations
from briefgen.findings import Mark
from briefgen.lint.passage import Passage
from briefgen.lint.review import Review
from briefgen.markings.scheme import Scheme

# longer words in capitals are shouted, not abbreviated
ACRONYM = re.compile(r"(?<![\w./@-])(?=[A-Z&-]{2,7}s?(?![\w@/-]))[A-Z]+(?:[-&][A-Z]+)?(?=s?(?![\w@/-]))")
ROMAN = re.compile(r"[IVXLC]+")
EXEMPT = ("title", "heading", "quote", "caption", "requirement", "notice")
BEFORE = re.compile(r"\(\s*$")
WORDS = re.compile(r"[\w’'-]+")


@dataclass(frozen=True)
class Use:
    """One use of an acronym; *name* is what it is said to stand for, *is_explained* whether it is explained at all."""

    acronym: str
    passage: Passage
    offset: int
    name: str | None
    is_explained: bool

    @property
    def mark(self) -> Mark:
        """Where it stands."""
        return self.passage.mark(self.offset)


def uses(review: Review) -> Iterator[Use]:
    """Yield the uses of all acronyms that a reader may not know, in reading order.

    Where a paragraph prints a judgement, the judgement's own words are read there.
    """
    known = _known() | set(review.settings.acronyms) | set(_marking(review.sheet.scheme))
    judged = {passage.record: passage for passage in review.passages_in("judgement")}
    read: set[int] = set()
    for passage in review.passages:
        if passage.place not in EXEMPT:
            for use in _in(passage, judged, read):
                if use.acronym not in known and not ROMAN.fullmatch(use.acronym):
                    yield use


@cache
def _known() -> frozenset[str]:
    """Return the acronyms that every reader knows, and the labels that are none."""
    return frozenset(Path(__file__).with_name("data").joinpath("acronyms.txt").read_text("utf-8").split())


def _marking(scheme: Scheme) -> Iterator[str]:
    """Yield the words in capitals that mark a part of a text, and stand for nothing else."""
    for label in (*(level.label for level in scheme.levels), *scheme.caveats):
        yield from re.findall("[A-Z]+", label)


def _in(passage: Passage, judged: dict[str | None, Passage], read: set[int]) -> Iterator[Use]:
    """Yield the uses in a passage that has not been read yet, with those of the judgements that it prints."""
    if id(passage) in read:
        return
    read.add(id(passage))
    printed = [(offset, judged[name]) for offset, name in citations.judgements(passage.text) if name in judged]
    for sentence in passage.sentences:
        while printed and printed[0][0] < sentence.start + len(sentence.text):
            yield from _in(printed.pop(0)[1], {}, read)
        if sentence.bare.upper() == sentence.bare:
            continue
        for found in ACRONYM.finditer(sentence.bare):
            yield _use(passage, sentence.start, sentence.bare, found)


def _use(passage: Passage, start: int, bare: str, found: re.Match[str]) -> Use:
    in_brackets = BEFORE.search(bare, 0, found.start())
    name = _name(bare[: in_brackets.start()], found[0]) if in_brackets else None
    follows = re.match(r"s?\s*\(\s*[A-Za-z]", bare[found.end() :])
    explained = bool(in_brackets and WORDS.search(bare, 0, in_brackets.start())) or bool(follows)
    return Use(found[0], passage, start + found.start(), name, explained)


def _name(before: str, acronym: str) -> str | None:
    """Return the words at the end of *before* whose initials make the acronym, or None if they do not."""
    letters = [one for one in acronym.casefold() if one.isalpha()]
    words = list(WORDS.finditer(before))[-3 * len(letters) :]
    initials = [
        (part.start() + word.start(), part[0][0].casefold()) for word in words for part in re.finditer("[^-]+", word[0])
    ]
    position = len(initials)
    for letter in reversed(letters):
        position = next((index for index in range(position - 1, -1, -1) if initials[index][1] == letter), -1)
        if position < 0:
            return None
    return " ".join(before[initials[position][0] :].split())
