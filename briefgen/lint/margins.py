"""What stands beside a passage: the note in its margin, and the records that its paragraph or record rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from briefgen import citations
from briefgen.lint.passage import Passage
from briefgen.lint.review import Review
from briefgen.prose import Sentence


@dataclass(frozen=True)
class Margin:
    """The *note* beside a passage, and the *refs* of its paragraph or record."""

    note: str = ""
    refs: tuple[str, ...] = ()


class Margins:
    """The margins of all passages of a sheet."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._blocks = {id(block.written("text")): block for block in _blocks(review)}

    def of(self, passage: Passage) -> Margin:
        """Return the margin of a passage."""
        block = self._blocks.get(id(passage.node))
        if block is not None:
            return Margin(str(block.note or ""), tuple(block.refs))
        record = self._review.get(passage.record) if passage.record else None
        evidence = getattr(record, "evidence", None)
        refs = (*evidence.supporting, *evidence.opposing) if evidence else getattr(record, "refs", ())
        return Margin(str(getattr(record, "note", None) or ""), tuple(refs))


def cited(sentence: Sentence) -> tuple[str, ...]:
    """Return the ids that a sentence cites, each once."""
    return tuple(dict.fromkeys(found for _, found in citations.mentions(sentence.text)))


def _blocks(review: Review) -> Iterator[Any]:
    summary = review.sheet.summary
    for part in ("bluf", "narrative", "outlook") if summary else ():
        yield from getattr(summary, part)
