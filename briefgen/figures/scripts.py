"""Words that a drawing cannot hold: in SVG the engine prints joined scripts letter by letter, and backwards.

So Arabic, Hebrew, Indic and other scripts that must be joined or reordered are drawn as a key, [a], and stand in full
in the words beside the drawing. Figures know nothing of this: they are given a sign for each such stretch of text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from briefgen.edition import Edition, Plain, Record
from briefgen.figures.figure import Figure
from briefgen.figures.telling import letters

_JOINED = (
    "\u0590-\u109f\u1100-\u11ff\u1700-\u18af\u1900-\u1cff\ua800-\uabff\ud7b0-\ud7ff"  # Hebrew to Myanmar, Khmer …
    "\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00011fff\U0001e800-\U0001efff"
    "\ue000-\uf8ff\U000f0000-\U0010ffff"  # private use: no font has them, and the signs are among them
)
_BETWEEN = r"\s0-9.,;:!?()\[\]'’‘“”\"–—-"
JOINED = re.compile(f"[{_JOINED}]++(?:[{_BETWEEN}]++[{_JOINED}]++)*")
FIRST, LAST = 0xF0000, 0x10FFFD
SIGN = re.compile(f"[{chr(FIRST)}-{chr(LAST)}]")
TITLE = re.compile("(<title>.*?</title>)", re.DOTALL)
#: As wide as any key that is drawn in place of a sign.
WIDEST_KEY = "[mm]"

ROWS = ("cells", "events", "top")


class Scripts:
    """The stretches of text of one edition that no drawing can hold, each with the sign that stands for it."""

    def __init__(self) -> None:
        self._signs: dict[str, str] = {}

    def edition(self, edition: Edition) -> Edition:
        """Return the edition with signs."""
        signed = {name: self.hidden(value) for name, value in vars(edition).items() if name != "datasets"}
        return replace(edition, **signed, datasets=tuple(map(self._dataset, edition.datasets)))

    def _dataset(self, data: Record) -> Record:
        """Return a dataset with signs, but for the rows of which no drawing says more than their numbers."""
        return {key: value if key in ROWS else self.hidden(value) for key, value in data.items()}

    def hidden(self, value: Plain) -> Any:
        """Return plain data with signs."""
        match value:
            case str():
                return value if value.isascii() else JOINED.sub(lambda found: self._sign(found[0]), value)
            case Mapping():
                return {key: self.hidden(one) for key, one in value.items()}
            case list() | tuple():
                return tuple(self.hidden(one) for one in value)
        return value

    def shown(self, figure: Figure) -> Figure:
        """Return the figure with words for its signs, but for what is drawn: there they become keys."""
        parts = TITLE.split(figure.svg)
        shapes = "".join(parts[::2])
        drawn = {sign: f"[{letters(index)}]" for index, sign in enumerate(dict.fromkeys(SIGN.findall(shapes)))}
        parts[::2] = (SIGN.sub(lambda found: drawn[found[0]], part) for part in parts[::2])
        parts[1::2] = map(self._words, parts[1::2])
        return replace(
            figure,
            svg="".join(parts),
            alt=self._words(figure.alt),
            caption=self._words(figure.caption),
            key=self._words(figure.key),
            table=(_row(figure.table[0], self), tuple(_row(row, self) for row in figure.table[1])),
            names=tuple((key, self._words(sign)) for sign, key in drawn.items()),
        )

    def _sign(self, words: str) -> str:
        return self._signs.setdefault(words, chr(min(FIRST + len(self._signs), LAST)))

    def _words(self, text: str) -> str:
        if text.isascii():
            return text
        words = {sign: words for words, sign in self._signs.items()} | {chr(LAST): "…"}  # there are not enough signs
        return SIGN.sub(lambda found: words[found[0]], text)


def _row(row: tuple[str, ...], scripts: Scripts) -> tuple[str, ...]:
    return tuple(scripts._words(cell) for cell in row)
