"""The prose of a sheet: every field that a reader reads as sentences, with its place in the document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from briefgen.findings import Mark
from briefgen.prose import Sentence, sentences
from briefgen.sheet.document import Text
from briefgen.sheet.model import Sheet
from briefgen.sheet.model.record import Record

#: What is printed in our own analytic voice, what assesses, and what only reports.
OURS = ("bluf", "narrative", "outlook", "judgement", "basis", "impact")
ASSESSED = ("bluf", "outlook", "judgement")
REPORTED = ("claim", "event", "event_note", "agreement")

Path = tuple[str, str, str]
#: Section, field of its records (dotted for a record inside), place: what stands before the narrative, and behind it.
FRONT: tuple[Path, ...] = (
    ("judgements", "text", "judgement"),
    ("judgements", "basis", "basis"),
    ("judgements", "would_change", "would_change"),
    ("judgements", "changed.why", "change"),
    ("judgements", "dissent.text", "dissent"),
    ("judgements", "resolve.test", "resolution"),
)
BACK: tuple[Path, ...] = (
    ("impact", "text", "impact"),
    ("scenarios", "text", "scenario"),
    ("scenarios", "impact", "scenario_impact"),
    ("scenarios", "response", "scenario_response"),
    ("actions", "text", "action"),
    ("indicators", "text", "indicator"),
    ("gaps", "text", "gap"),
    ("gaps", "ask", "gap_ask"),
    ("hypotheses", "text", "hypothesis"),
    ("assumptions", "text", "assumption"),
    ("assumptions", "basis", "assumption_basis"),
    ("agreements", "title", "agreement"),
    ("agreements", "note", "agreement"),
    ("agreements", "undertakings.text", "agreement"),
    ("events", "title", "event"),
    ("events", "note", "event_note"),
    ("figures", "caption", "caption"),
    ("quotes", "text", "quote"),
    ("claims", "text", "claim"),
    ("claims", "note", "claim_note"),
    ("claims", "contradicts.treatment", "treatment"),
    ("requirements", "text", "requirement"),
)
#: The frame of the document: field of the product, place.
FRAME: tuple[tuple[str, str], ...] = (
    ("scope", "scope"),
    ("source_summary", "source_summary"),
    ("people.dissent.text", "dissent"),
    ("handling.notice", "notice"),
)


@dataclass(frozen=True, eq=False)
class Passage:
    """One field of prose: its *place* in the document, the id of its record, and the text as it was written."""

    place: str
    record: str | None
    node: Text

    @property
    def text(self) -> str:
        """The text as it was written, references and Markdown included."""
        return self.node

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences, in order."""
        return sentences(self.node)

    def mark(self, offset: int) -> Mark:
        """Return the place in the file of the character at *offset*, which is not white space."""
        return self.node.place(offset)


def passages(sheet: Sheet) -> Iterator[Passage]:
    """Yield all prose of *sheet* in reading order: the front page, the body, the annexes."""
    yield from _in(sheet.product, "title", "title", None)
    yield from _blocks(sheet.summary, "bluf")
    yield from _sections(sheet, FRONT)
    yield from _blocks(sheet.summary, "narrative")
    yield from _blocks(sheet.summary, "outlook")
    yield from _sections(sheet, BACK)
    for path, place in FRAME:
        yield from _in(sheet.product, path, place, None)


def _sections(sheet: Sheet, paths: tuple[Path, ...]) -> Iterator[Passage]:
    for section, path, place in paths:
        for record in getattr(sheet, section):
            yield from _in(record, path, place, record.id)


def _blocks(summary: Record | None, part: str) -> Iterator[Passage]:
    for block in getattr(summary, part, ()):
        for field, place in (("heading", "heading"), ("text", part), ("note", "note")):
            yield from _in(block, field, place, None)


def _in(record: Any, path: str, place: str, owner: str | None) -> Iterator[Passage]:
    """Yield the texts at *path* under *record*, of every item where a list lies on the way."""
    step, _, rest = path.partition(".")
    if rest:
        inner = getattr(record, step)
        for one in inner if isinstance(inner, tuple) else filter(None, [inner]):
            yield from _in(one, rest, place, owner)
    elif isinstance(text := record.written(step), Text) and getattr(record, step):
        yield Passage(place, owner, text)
