"""What a sheet says, field by field, and the marking under which it says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple, get_args, get_type_hints

from briefgen.citations import CITATION
from briefgen.findings import Mark
from briefgen.issuing.allow import ALLOWED, TELLING
from briefgen.markings.scheme import Marking, highest
from briefgen.sheet.document import Text, walk
from briefgen.sheet.model import Sheet
from briefgen.sheet.model.evidence import Source
from briefgen.sheet.model.fields import Line, Markdown, Prose, Ref, Wording
from briefgen.sheet.model.ids import kind_of
from briefgen.sheet.model.record import Record
from briefgen.sheet.model.specification import Specification
from briefgen.sheet.model.waiver import Waiver

TORN = "releasable"


@dataclass(frozen=True, eq=False)
class Stretch:
    """A text, or the part of one that bears a marking of its own; its *marking* is None where nobody may read it.

    Its *words* begin at *start* of the *node* and are blank where something is not of them, so that what is left out
    joins what stands around it. *owner* is the id of the innermost record that has one.
    """

    record: Record
    owner: str | None
    field: str
    marking: Marking | None
    node: Text
    words: str
    start: int = 0
    is_part: bool = False

    @property
    def is_printed(self) -> bool:
        """Whether any reader may get to see it."""
        return self.marking is not None and not (isinstance(self.record, Source) and self.field == "aliases")

    @property
    def is_prose(self) -> bool:
        """Whether words in it can bear marks of their own."""
        return self.is_tear_line or isinstance(getattr(self.record, self.field), Prose)

    @property
    def is_tear_line(self) -> bool:
        """Whether it is what the writer has released of a record to lower readers."""
        return self.field == TORN

    @property
    def whole(self) -> object:
        """What it is of: the same for a text and its tear line."""
        return self.owner or id(self.record)

    @property
    def name(self) -> str:
        """What to call it: the record, a part of it, or the line of the file where it has no id."""
        whole = self.owner or f"the text at line {self.node.mark.line}"
        return f"a part of {whole}" if self.is_part else whole

    def mark(self, offset: int) -> Mark:
        """Return the place in the file of the character at *offset* of its words."""
        return self.node.place(self.start + offset)


@dataclass(frozen=True)
class Around:
    """What a record stands in: the id of that, and the marking that it was given; None where it was given none."""

    owner: str | None = None
    marking: Marking | None = None


class Stretches:
    """All texts that an edition of *sheet* can hold, and all that are written to stand in none.

    *plain* is the marking of what bears none; *records* are all records, those inside others too, each with the id of
    the innermost that has one, and its marking.
    """

    def __init__(self, sheet: Sheet, plain: Marking) -> None:
        self._plain = plain
        self._markings = {record.id: record.portion or plain for record in sheet.records()}
        sections = [getattr(sheet, name) for name in type(sheet).model_fields]
        self.records = [
            (record, around.owner, around.marking or plain)
            for section in sections
            for record, around in self._below(section, Around())
        ]

    def __iter__(self) -> Iterator[Stretch]:
        """Yield them in the order of the sections."""
        for record, owner, marking in self.records:
            for field in _texts(type(record)):
                yield from _in(record, owner, field, marking)

    def _below(self, value: Any, around: Around) -> Iterator[tuple[Record, Around]]:
        if isinstance(value, Record):
            here = self._around(value, around)
            yield value, here
            for name, one in vars(value).items():
                if not _is_hidden(value, name):
                    yield from self._below(one, here)
        elif isinstance(value, tuple | dict):
            for one in value.values() if isinstance(value, dict) else value:
                yield from self._below(one, around)

    def _around(self, record: Record, around: Around) -> Around:
        """Return the id and marking of a record; it goes with what it stands in and with what it cannot do without."""
        own, portion = getattr(record, "id", None), getattr(record, "portion", None)
        bearing = [one for one in (around.marking, portion) if one]
        needed = [self._markings[one] for one in _needed(record) if one in self._markings]
        if needed:
            bearing = [*(bearing or [self._plain]), *needed]
        return Around(own if own and kind_of(own) else around.owner, highest(bearing) if bearing else None)


def _in(record: Record, owner: str | None, field: str, marking: Marking) -> Iterator[Stretch]:
    """Yield the texts of one field."""
    value = getattr(record, field)
    if _is_hidden(record, field):
        yield from _whole(record, owner, field, None)
    elif isinstance(value, Prose):
        yield from _parts(record, owner, field, marking, value)
    elif field == TORN:
        for one, torn in value.items():
            yield from _parts(record, owner, field, one, torn)
    elif value:
        yield from _whole(record, owner, field, marking)


def _is_hidden(record: Record, field: str) -> bool:
    """Return whether a field would name a source whose name is protected."""
    return isinstance(record, Source) and record.protect is not None and field in (*TELLING, "title", "aliases")


def _needed(record: Record) -> Iterator[str]:
    """Yield the ids of the records without which no edition can hold this one."""
    if isinstance(record, Waiver):
        yield from record.record
    for name in _required(type(record)):
        value = getattr(record, name)
        if isinstance(value, Ref):
            yield value
        elif isinstance(value, Record):
            yield from _needed(value)


@cache
def _required(record: type[Record]) -> tuple[str, ...]:
    return tuple(name for name, field in record.model_fields.items() if field.is_required())


def _whole(record: Record, owner: str | None, field: str, marking: Marking | None) -> Iterator[Stretch]:
    written = record.written(field)
    for node in walk(written) if written is not None else ():
        if isinstance(node, Text) and node.strip():
            yield Stretch(record, owner, field, marking, node, str(node))


def _parts(record: Record, owner: str | None, field: str, marking: Marking, prose: Prose) -> Iterator[Stretch]:
    """Yield the text without its marked parts, and each of these, in pieces where another stands inside it."""
    lead = len(prose.node) - len(prose.node.lstrip())
    text = CITATION.sub(lambda found: " " * len(found[0]), prose)
    rest, at = [], 0
    for run in _runs(prose, marking):
        words = text[run.start : run.stop]
        if run.is_part and words.strip():
            yield Stretch(record, owner, field, run.marking, prose.node, words, lead + run.start, True)
        elif not run.is_part:
            rest += [" " * (run.start - at), words]
            at = run.stop
    yield Stretch(record, owner, field, marking, prose.node, "".join(rest), lead)


class _Run(NamedTuple):
    """Characters of a text that stand in the same marked part, or in none."""

    start: int
    stop: int
    marking: Marking | None
    is_part: bool


def _runs(prose: Prose, marking: Marking) -> Iterator[_Run]:
    edges = [(span.inner[0], 0, span, one) for span, one in prose.portions]
    edges += [(span.inner[1], 1, span, one) for span, one in prose.portions]
    around: list[Marking | None] = [marking]
    at = 0
    for place, closes, span, own in sorted(edges, key=lambda edge: edge[:2]):
        stop = place if closes else span.start
        if at < stop:
            yield _Run(at, stop, around[-1], len(around) > 1)
        if closes:
            around.pop()
        else:
            outer = around[-1]
            around.append(highest([outer, own]) if outer and own else None)
        at = span.stop if closes else place
    if at < len(prose):
        yield _Run(at, len(prose), marking, False)


@cache
def _texts(record: type[Record]) -> tuple[str, ...]:
    """Return the fields of a record that hold words, and that a reader may get to see or that name it."""
    hints = get_type_hints(record, include_extras=True)
    fields = dict.fromkeys((*ALLOWED.get(record, ()), TORN, "descriptor", "aliases"))
    return tuple(name for name in fields if name in hints and _holds_words(hints[name]))


def _holds_words(hint: Any) -> bool:
    return hint in (Line, Markdown, Wording, Specification) or any(map(_holds_words, get_args(hint)))
