"""Marks on a part of a text: ``[the figure was 23]{TLP:AMBER}``, a span with its marking behind it.

The form is that of a bracketed span (Pandoc), which CommonMark reads as plain text and no reference looks like.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

LABEL = r"\{([A-Z][A-Z0-9:+ /-]{0,80})\}"
_TOKEN = re.compile(rf"\\.|\[|\](?:{LABEL})?", re.S)
_LABEL = re.compile(LABEL)


class Span(NamedTuple):
    """A marked part of a text: from its bracket to its brace, what it says, and the label."""

    start: int
    stop: int
    inner: tuple[int, int]
    label: str


def find(text: str) -> Iterator[Span]:
    """Yield the marked parts of *text*, an inner one before the one around it."""
    opened: list[int] = []
    for token in _TOKEN.finditer(text):
        if token[0] == "[":
            opened.append(token.start())
        elif token[0].startswith("]") and opened:
            start = opened.pop()
            if token[1]:
                yield Span(start, token.end(), (start + 1, token.start()), token[1])


def malformed(text: str) -> Iterator[tuple[int, str]]:
    """Yield the offset and the wording of every label in braces that no bracketed text stands before."""
    behind = {span.stop for span in find(text)}
    for found in _LABEL.finditer(text):
        if found.end() not in behind and label(text, found.start()):
            yield found.start(), found[0]


def label(text: str, at: int) -> re.Match[str] | None:
    """Return the label in braces that begins at this offset, or None; without a bracket before it, one as TLP has."""
    found = _LABEL.match(text, at)
    return found if found and (text[at - 1 : at] == "]" or ":" in found[0]) else None


def keeping(text: str, withheld: Iterable[Span]) -> str:
    """Return *text* without the *withheld* parts and the spaces before them; of the others, only the marks go."""
    dropped = {span.start: span.stop for span in withheld}
    marks = {at for span in find(text) for at in (span.start, *range(span.inner[1], span.stop))}
    kept: list[str] = []
    at = 0
    while at < len(text):
        if at in dropped:
            while kept and kept[-1].isspace():
                kept.pop()
            at = dropped[at]
            continue
        if at not in marks:
            kept.append(text[at])
        at += 1
    return "".join(kept).strip()
