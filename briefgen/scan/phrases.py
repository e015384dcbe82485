"""Short texts, to be found as whole words in a row; one without a space, such as an id, by its hyphens too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from briefgen.scan.folding import compounds, rejoined, words


class Phrases:
    """Short texts by their keys, each with a number."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        self.numbers = numbers
        self._lengths: dict[str, set[int]] = defaultdict(set)
        for key in numbers:
            row = key.replace("-", " ").split()
            self._lengths[row[0]].add(len(row))

    def found(self, text: str) -> Iterator[str]:
        """Yield the keys of those that are in *text*."""
        whole = words(text)
        yield from self._within(whole.split(), " ")
        if (other := words(rejoined(text))) != whole:
            yield from self._within(other.split(), " ")
        for row in compounds(text):
            yield from self._within(row, "-")

    def _within(self, row: Sequence[str], between: str) -> Iterator[str]:
        for at, word in enumerate(row):
            for length in self._lengths.get(word, ()):
                if (phrase := between.join(row[at : at + length])) in self.numbers:
                    yield phrase


def key(text: str) -> str:
    """Return what a short text is known by."""
    return ("-" if len(text.split()) == 1 else " ").join(words(text).split())
