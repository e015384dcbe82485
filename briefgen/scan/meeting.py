"""Where visible texts meet: what a page sets side by side gives nothing away, though a withheld text may read the same.

“12 killed in **Kohat**” is a number, words of a template and a name, and no visible text has all of it. Two texts can
meet between any two words, but then one has to end there and the other to begin. At the end of a line, a cell or an
element they may meet anywhere between words, because nothing says that what follows goes on with what came before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

#: Between two elements in one line: a format character, so that words stay whole.
SEAM = "\u2060"
_LINES = re.compile(f"[\\n\\r\\f\\v\x85\u2028\u2029{SEAM}]+")


class Lines:
    """The lines of a text, read on: *letters* are all of it, and each word and line ends at some place in them."""

    def __init__(self, rows: Iterable[str]) -> None:
        """Take the folded words of each line."""
        self.word_ends: list[int] = []
        self.line_ends: set[int] = set()
        letters: list[str] = []
        end = 0
        for row in rows:
            for word in row.split():
                end += len(word)
                letters.append(word)
                self.word_ends.append(end)
            self.line_ends.add(end)
        self.letters = "".join(letters)

    def places(self, run: str) -> Iterator[list[tuple[int, bool]]]:
        """Yield, for each place of *run*, where words end inside of it, and whether lines do."""
        at = self.letters.find(run)
        while at >= 0:
            inside = self.word_ends[bisect_left(self.word_ends, at + 1) : bisect_left(self.word_ends, at + len(run))]
            yield [(end - at, end in self.line_ends) for end in inside]
            at = self.letters.find(run, at + 1)


def lines(text: str) -> list[str]:
    """Return the lines of *text*."""
    return _LINES.split(text)


class Visible:
    """Texts that may be seen, by their folded words."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._words = "\n".join(texts)
        self._known: dict[str, bool] = {}

    def explains(self, run: str, ends: Sequence[tuple[int, bool]]) -> bool:
        """Return whether *run* is nothing but visible texts that meet where words end, and maybe lines."""
        reached = [(0, "")]
        for end, line in ends:
            if any(self._has(before, run[start:end], r"(?!\w)" if line else r"(?!.)") for start, before in reached):
                reached.append((end, r"(?<!\w)" if line else r"(?<!.)"))
        return any(start and self._has(before, run[start:], "") for start, before in reached)

    def _has(self, before: str, piece: str, after: str) -> bool:
        pattern = f"{before}{' ?'.join(piece)}{after}"
        if pattern not in self._known:
            self._known[pattern] = piece.isdigit() or re.search(pattern, self._words) is not None
        return self._known[pattern]
