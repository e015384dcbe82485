"""Names in prose: recognised in every usual spelling, so that one of them can be kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

WORD = re.compile(r"[^\W\d_][\w’'.-]*")
#: Ways of transliterating that differ by school, not by name: “ee” is “i” then, and “ou” is “u”.
SAME = str.maketrans("qweo", "kviu")
DOUBLED = re.compile(r"(.)\1+", re.S)
CONSONANTS = str.maketrans("qw", "kv", "aeiouy" + "".join(one for one in map(chr, range(128)) if not one.isalpha()))
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
    plain = name.lower() if name.isascii() else unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(filter(str.isalpha, plain))
    return DOUBLED.sub(r"\1", letters.translate(SAME))


def frame(name: str) -> str:
    """Return the consonants of a *name* without its spelling: what Mohammad and Muhammed have in common."""
    plain = name.lower() if name.isascii() else fold(name)
    return DOUBLED.sub(r"\1", plain.translate(CONSONANTS))


def _plain(name: str) -> str:
    """Return *name* as a reader sees it: apostrophes, hyphens and spaces are alike, capitals do not matter."""
    return re.sub(r"\s+", " ", re.sub(r"[‐‑–-]", "-", name.replace("’", "'"))).casefold()
