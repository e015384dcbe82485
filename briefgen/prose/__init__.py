"""English prose as a reader meets it: its sentences, its own words without the quoted ones, and how many there are."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.prose.blocks import Block, blocks
from briefgen.prose.masking import VISIBLE, masked, read
from briefgen.prose.splitting import ends


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as written, where it begins in its field, and its bare words: as long, with all else blank."""

    text: str
    start: int
    bare: str


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of the Markdown field *text*, in order."""
    found: list[Sentence] = []
    for block in blocks(text):
        found += _sentences(text, block)
    return tuple(found)


def words(text: str) -> int:
    """Return how many words of the Markdown field *text* a reader reads; references and marks are none."""
    parts = (read(text[block.start : block.stop]) for block in blocks(text))
    return sum(1 for part in parts for word in part.replace("—", " ").split() if any(map(str.isalnum, word)))


def _sentences(text: str, block: Block) -> list[Sentence]:
    piece = text[block.start : block.stop]
    bare, outline = masked(piece, block.quoted)
    found, start = [], 0
    for stop in ends(outline):
        if VISIBLE.search(outline, start, stop):
            part = piece[start:stop]
            written = part.lstrip()
            first = start + len(part) - len(written)
            written = written.rstrip()
            found.append(Sentence(written, block.start + first, bare[first : first + len(written)]))
        start = stop
    return found
