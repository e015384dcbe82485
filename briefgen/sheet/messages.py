"""What pydantic finds wrong, as findings in plain words; chosen by the type of an error, never by its English."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from briefgen.findings import Finding
from briefgen.sheet.document import Mapping, Node, Text, mark_of, trail
from briefgen.sheet.model.ids import kind_of
from briefgen.sheet.model.lookup import fields_of, model_at
from briefgen.sheet.model.record import Record
from briefgen.sheet.model.scalar import is_blank

SHAPES = {
    "text_expected": ("one value is expected here", "write it behind the colon, or delete the key"),
    "model_type": ("keys are expected here", "write `key: value` lines under it"),
    "dict_type": ("keys are expected here", "write `key: value` lines under it"),
    "tuple_type": ("a list is expected here", "write items that begin with `- `"),
}
CUSTOM = {
    "number": "SHT006",
    "yes_no": "SHT007",
    "date": "SHT008",
    "id": "SHT009",
    "form": "SHT010",
    "marking": "SHT011",
    "one_line": "SHT012",
    "amount": "SHT013",
    "plain": "REF006",
}
Loc = tuple[str | int, ...]
MAX_COMPARED = 500
MAX_FINDINGS = 500


@dataclass(frozen=True)
class Place:
    """A place in a sheet as a writer would name it: the nearest record, and the way from there."""

    record: str | None
    way: str

    def __str__(self) -> str:
        """Return ``event e-1, harm.killed: `` or as much of it as there is."""
        subject = f"{kind_of(self.record) or 'record'} {self.record}" if self.record else ""
        words = ", ".join(filter(None, (subject, self.way)))
        return f"{words}: " if words else ""


def findings(error: ValidationError, model: type[Record], root: Node) -> list[Finding]:
    """Return the findings of an *error* that *model* raised over *root*, as far as anybody would read them."""
    return [_finding(one, model, root) for one in error.errors(include_url=False)[:MAX_FINDINGS]]


def _finding(error: ErrorDetails, model: type[Record], root: Node) -> Finding:
    loc, value = error["loc"], error["input"]
    match error["type"]:
        case "extra_forbidden":
            return _unknown_key(loc, model_at(model, loc[:-1]), root)
        case "missing":
            return _missing(loc, model_at(model, loc[:-1]), root)
    place = place_of(root, loc)
    mark = value.mark if hasattr(value, "mark") else mark_of(root, loc)
    code, words, remedy = _value(error)
    return Finding(mark, code, f"{place}{words}", remedy, record=place.record)


def _value(error: ErrorDetails) -> tuple[str, str, str]:
    """Return code, words and remedy for a value that cannot stand where it does."""
    kind, value = error["type"], error["input"]
    if is_blank(value):
        return "SHT003", "nothing stands here", "fill it in, or delete the key"
    if kind == "literal_error":
        options = re.findall("'(.*?)'", error["ctx"]["expected"])
        return "SHT005", f'"{value}" is not allowed here', suggest(str(value), options)
    if kind in SHAPES:
        return "SHT004", *SHAPES[kind]
    return CUSTOM[kind], error["ctx"]["message"], error["ctx"]["remedy"]


def _unknown_key(loc: Loc, model: type[Record], root: Node) -> Finding:
    *_, parent = trail(root, loc[:-1])
    key = parent.key(str(loc[-1])) if isinstance(parent, Mapping) else None
    place = place_of(root, loc[:-1])
    if key is not None and key.source.path != parent.mark.path:  # named once for all rows of a table
        place = Place(None, "columns")
    known = fields_of(model)
    remedy = suggest(str(loc[-1]), known, f"use {alternatives([name for name in known if name not in parent])}")
    return Finding((key or parent).mark, "SHT001", f'{place}unknown key "{loc[-1]}"', remedy, record=place.record)


def _missing(loc: Loc, model: type[Record], root: Node) -> Finding:
    place, name = place_of(root, loc[:-1]), str(loc[-1])
    message = f"{place}{name} is missing"
    return Finding(mark_of(root, loc), "SHT002", message, adding(model, name), record=place.record)


def adding(model: type[Record], name: str) -> str:
    """Return the remedy for a field that is not there."""
    description = fields_of(model)[name].description or ""
    return f"add {name} ({description.rstrip('.')})"


def suggest(word: str, options: Iterable[str], otherwise: str | None = None) -> str:
    """Return the remedy for a *word* that is none of the *options*: the nearest one, or else all of them."""
    options = list(options)
    folded = {option.casefold(): option for option in reversed(options)}
    close = difflib.get_close_matches(word.casefold(), folded, 1) if len(folded) < MAX_COMPARED else []
    if close:
        return f'did you mean "{folded[close[0]]}"?'
    return otherwise or f"use {alternatives(options)}"


def alternatives(options: Sequence[str]) -> str:
    """Return *options* as words: a, b or c."""
    if not options:
        return "nothing"
    *most, last = options
    return f"{', '.join(most)} or {last}" if most else last


def place_of(root: Node, loc: Loc) -> Place:
    """Return how a writer would name the place *loc* under *root*."""
    record: str | None = None
    way: list[str] = []
    nodes = list(trail(root, loc))
    for depth, node in enumerate(nodes):
        own = node.get("id") if isinstance(node, Mapping) else None
        if isinstance(own, Text) and kind_of(own):
            record, way = str(own), []
        if depth < len(loc):
            way += _step(node, loc[depth])
    return Place(record, ".".join(way))


def _step(node: Node, step: str | int) -> list[str]:
    """Return how to name *step*; an only item, and a field whose value stands alone, need no name."""
    if isinstance(step, int):
        return [str(step + 1)] if isinstance(node, list) and len(node) > 1 else []
    return [] if isinstance(node, Text) else [step]
