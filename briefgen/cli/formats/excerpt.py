"""The line of a file that a finding points at, cut and cleaned so that a terminal can show it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from briefgen.findings import Mark
from briefgen.folders import leads_out
from briefgen.sheet import textfile

TAB = "    "
CUT = "…"
REPLACEMENT = "\ufffd"


class Excerpt(NamedTuple):
    """A line to show, and how many cells stand before the place."""

    line: str
    indent: int


class Excerpts:
    """Lines of files, each read once; a file that cannot be read any more, or must not be, has none."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lines = cache(self._read)

    def at(self, mark: Mark, room: int) -> Excerpt | None:
        """Return the line at *mark* in at most *room* cells, or None."""
        lines = self._lines(mark.path)
        return cut(lines[mark.line - 1], mark.column - 1, room) if 0 < mark.line <= len(lines) else None

    def _read(self, path: str) -> list[str]:
        # the reader refuses a link out of the desk, and an excerpt must not show what the reader refuses to read
        source = None if leads_out(Path(path), self._root) else textfile.read_text(Path(path))[0]
        return source.text.split("\n") if source else []


def harmless(words: str) -> str:
    """Return *words* with a sign in the place of every character that steers a terminal, hides or reorders text."""
    return textfile.FORBIDDEN.sub(REPLACEMENT, words)


def cut(line: str, at: int, room: int) -> Excerpt:
    """Return *line* in at most *room* cells around the character *at*, whose own cell is among them."""
    at = min(at, len(line))
    before, after = _shown(line[max(0, at - room) : at]), _shown(line[at : at + room])
    share = max(room * 2 // 3, room - max(1, cell_len(after)))
    before = _ending(before, share, at > room)
    after = _beginning(after, room - cell_len(before), at + room < len(line))
    return Excerpt(before + after, cell_len(before))


def _shown(part: str) -> str:
    return harmless(part).replace("\t", TAB)


def _ending(words: str, room: int, more: bool) -> str:
    """Return as much of the end of *words* as fits into *room* cells; *more* words stand before them."""
    if cell_len(words) <= room and not more:
        return words
    start = next(start for start in range(len(words) + 1) if cell_len(words[start:]) < room)
    return CUT + words[start:]


def _beginning(words: str, room: int, more: bool) -> str:
    """Return as much of the beginning of *words* as fits into *room* cells; *more* words stand behind them."""
    if cell_len(words) <= room and not more:
        return words
    return set_cell_size(words, min(cell_len(words), room - 1)) + CUT
