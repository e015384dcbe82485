"""What must not be in a file: twelve letters in a row that only what is withheld has, and short texts as whole words.

A withheld text is a canary by every run of twelve letters or digits (see folding.py) that no visible text has. One
that is shorter, such as a name or an id, is a canary as a whole, between the ends of words, if it has four letters or
digits and a letter is among them. What is shorter still, and bare numbers, are no canaries: they turn up by chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from briefgen.geodata import atlas
from briefgen.scan.folding import folded, words
from briefgen.scan.meeting import Lines, Visible, lines
from briefgen.scan.phrases import Phrases, key

#: Letters and digits of a canary; of one that stands alone as a whole text, at least.
LENGTH, SHORTEST = 12, 4
_NUMBER = re.compile(r"(?<![^\W_])\d+(?![^\W_])")
_REPLACED = re.compile(r"\[[^\[\]]*\]|\{[^{}]*\}")


@dataclass(frozen=True)
class Canaries:
    """What is *withheld* and what is *visible*, as texts. A canary is known by the place of its text in *withheld*."""

    withheld: tuple[str, ...]
    visible: tuple[str, ...]

    @classmethod
    def of(cls, withheld: Iterable[str], visible: Iterable[str]) -> Self:
        """Return the canaries of the *withheld* texts: what of them is in no *visible* text.

        What is visible has to be known from elsewhere than from the edition: a fault in the copy would be visible too.
        """
        return cls(tuple(withheld), tuple(dict.fromkeys(visible)))

    def found(self, text: str) -> frozenset[int]:
        """Return the places in *withheld* of the texts that *text* gives away."""
        return self.in_part(text) | {self._phrases.numbers[phrase] for phrase in self._phrases.found(text)}

    def in_part(self, text: str) -> frozenset[int]:
        """Return the places of those of which *text* has a run, be it text or bytes that only may be."""
        told: set[int] = set()
        if runs := set(_known(folded(text), self._runs)):
            page = Lines(map(words, lines(text)))
            for run in runs:
                if self._runs[run] not in told and self._tells(run, page):
                    told.add(self._runs[run])
        return frozenset(told)

    def _tells(self, run: str, page: Lines) -> bool:
        """Return whether *run* is more than what comes about where visible texts meet."""
        return any(not self._visible.explains(run, ends) for ends in page.places(run))

    @cached_property
    def _visible(self) -> Visible:
        # neighbours on a map; each alone is looked for as other words are
        on_maps = (country.name for country in atlas().countries)
        return Visible(words(part) for text in (*self.visible, *on_maps) for part in _parts(text))

    @cached_property
    def _runs(self) -> Mapping[str, int]:
        """The runs of letters that give a text away, each with the place of the first text that has it."""
        made: dict[str, int] = {}
        for place, text in enumerate(self.withheld):
            for run in _runs(text):
                made.setdefault(run, place)
        for text in self.visible:
            for part in _parts(text):
                for run in list(_known(folded(part), made)):
                    made.pop(run, None)
        return made

    @cached_property
    def _phrases(self) -> Phrases:
        every = Phrases({key(text): place for place, text in enumerate(self.withheld) if _stands_alone(text)})
        unnumbered = Phrases({_unnumbered(phrase): place for phrase, place in every.numbers.items()})
        seen = {phrase for text in self.visible for known in (every, unnumbered) for phrase in known.found(text)}
        return Phrases({one: place for one, place in every.numbers.items() if {one, _unnumbered(one)}.isdisjoint(seen)})


def _runs(text: str) -> Iterator[str]:
    for letters in map(folded, _parts(text)):
        yield from (letters[at : at + LENGTH] for at in range(len(letters) - LENGTH + 1))


def _known(letters: str, runs: Mapping[str, int]) -> Iterator[str]:
    """Yield those of *runs* that are in *letters*."""
    for at in range(len(letters) - LENGTH + 1):
        if (run := letters[at : at + LENGTH]) in runs:
            yield run


def _parts(text: str) -> Iterator[str]:
    """Yield a text as it is written, and without the citations and placeholders that a page puts other words for."""
    yield text
    if (bare := _REPLACED.sub("", text)) != text:
        yield bare


def _stands_alone(text: str) -> bool:
    return len(folded(_unnumbered(text))) >= SHORTEST and len(folded(text)) < LENGTH


def _unnumbered(text: str) -> str:
    """Return *text* without bare numbers: a page counts its tables and pages by itself."""
    return _NUMBER.sub("", text).strip(" -")
