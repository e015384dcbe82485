"""Names in prose: recognised in every usual spelling, so that one of them can be kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

WORD = re.compile(r"[^\W\d_][\w’'.-]*")
#: Ways of transliterating that differ by school, not by name.
SAME = (
    ("ee", "i"),
    ("oo", "u"),
    ("ou", "u"),
    ("ii", "i"),
    ("uu", "u"),
    ("aa", "a"),
    ("q", "k"),
    ("w", "v"),
    ("e", "i"),
    ("o", "u"),
)
SHORTEST = 4  # letters; shorter names have too many neighbours


class Names:
    """The names of some records, by what is left of each when spelling is taken away."""

    def __init__(self, records: Iterable[Any]) -> None:
        self._forms: dict[str, str] = {}
        self._printed: set[str] = set()
        self._longest = 1
        for record in records:
            self._printed |= {_plain(one) for one in (record.name, getattr(record, "short", None)) if one}
            for form in (record.name, *record.aliases):
                self._longest = max(self._longest, len(form.split()))
                if len(form) >= SHORTEST:
                    self._forms.setdefault(fold(form), record.name)

    def misspelt(self, text: str) -> Iterator[tuple[int, str, str]]:
        """Yield offset, wording and printed form of every name in *text* that has another spelling; longest first."""
        words = list(WORD.finditer(text))
        position = 0
        while position < len(words):
            taken = self._longest_name(text, words, position)
            if taken is None:
                position += 1
                continue
            count, written, name = taken
            if _plain(written) not in self._printed:
                yield words[position].start(), written, name
            position += count

    def _longest_name(self, text: str, words: list[re.Match[str]], first: int) -> tuple[int, str, str] | None:
        if not words[first][0][0].isupper():
            return None
        for count in range(min(self._longest, len(words) - first), 0, -1):
            written = text[words[first].start() : words[first + count - 1].end()].rstrip(".'’-")
            bare = re.sub(r"[’']s?$", "", written)
            name = self._forms.get(fold(bare))
            if name is not None:
                return count, bare, name
        return None


@cache
def fold(name: str) -> str:
    """Return what all usual spellings of a *name* have in common: letters without accents, doubles and hyphens."""
    letters = "".join(one for one in unicodedata.normalize("NFKD", name.casefold()) if one.isalpha())
    for one, other in SAME:
        letters = letters.replace(one, other)
    return re.sub(r"(.)\1+", r"\1", letters)


def _plain(name: str) -> str:
    """Return *name* as a reader sees it: apostrophes, hyphens and spaces are alike, capitals do not matter."""
    return re.sub(r"\s+", " ", re.sub(r"[‐‑–-]", "-", name.replace("’", "'"))).casefold()
