"""Where the paragraphs, list items, headings and table cells of a Markdown field are."""

from __future__ import annotations

import re
from typing import NamedTuple

MARKER = re.compile(r"[ \t]*+(?:(>)|(?:[-*+]|([0-9]{1,9})[.)]|(#{1,6}))(?=[ \t\r]|\Z))[ \t]*+")
RULE = re.compile(r"\s*+(?:([-=*_])(?:[ \t]*+\1)*\s*+)?\Z")
DELIMITERS = re.compile(r"[ \t]*+\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*\|?\s*+\Z")
PIPE = re.compile(r"(?<!\\)\|")

NONE, TEXT, ITEM, HEADING, QUOTE, ROW = "", "text", "item", "heading", "quote", "row"
FLOWING = (TEXT, ITEM, QUOTE)


class Block(NamedTuple):
    """A stretch of text that no sentence leaves."""

    start: int
    stop: int
    quoted: bool = False


def blocks(text: str) -> list[Block]:
    """Return the blocks of *text*; between them are only line breaks and the marks of lists, headings and tables."""
    found: list[Block] = []
    kind, at = NONE, 0
    for line in text.split("\n"):
        kind = _read(text, at, line, kind, found)
        at += len(line) + 1
    return found


def _read(text: str, at: int, line: str, before: str, found: list[Block]) -> str:
    """Add *line* to the blocks *found* and return its kind; *before* is the kind of the line before it."""
    if "|" in line and _table(text, at, line, before, found):
        return ROW
    if RULE.match(line):
        return NONE
    offset, kind = _head(line, before)
    if not line[offset:].strip():
        return NONE
    if before in FLOWING and kind in (NONE, QUOTE if before == QUOTE else NONE):
        found[-1] = found[-1]._replace(stop=at + len(line))
        return before
    found.append(Block(at + offset, at + len(line), kind == QUOTE))
    return kind or TEXT


def _head(line: str, before: str) -> tuple[int, str]:
    """Return where the words of *line* begin, after its list marks, and what the marks say that it is."""
    offset, kind = 0, NONE
    while mark := MARKER.match(line, offset):
        quote, number, heading = mark.groups()
        # as in CommonMark: a line of a paragraph that happens to begin with "2024. " is no list
        if number and number != "1" and not offset and before in (TEXT, QUOTE):
            break
        offset = mark.end()
        kind = QUOTE if quote else HEADING if heading else ITEM
        if kind != ITEM:
            break
    return offset, kind


def _table(text: str, at: int, line: str, before: str, found: list[Block]) -> bool:
    """Add the cells of *line* to the blocks *found*, if it is a row of a table."""
    if before == TEXT and text.find("\n", found[-1].start, at - 1) < 0 and DELIMITERS.match(line):
        head = found.pop()
        found += _cells(text[head.start : head.stop], head.start)
    elif before == ROW or line.lstrip().startswith("|"):
        found += _cells(line, at)
    else:
        return False
    return True


def _cells(line: str, at: int) -> list[Block]:
    pipes = list(PIPE.finditer(line))
    starts = [0, *(pipe.end() for pipe in pipes)]
    stops = [*(pipe.start() for pipe in pipes), len(line)]
    return [Block(at + start, at + stop) for start, stop in zip(starts, stops, strict=True)]
