"""What fields are called in a sentence, and which of them hold what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from briefgen.edition import Plain

#: The way to a value from its section: names of fields, and between them the names of items in ``[brackets]``.
Path: TypeAlias = tuple[str, ...]

#: Fields whose text is a date (EDTF).
DATES = frozenset(
    {"as_of", "next_issue", "needed_by", "horizon", "checked", "accessed", "retrieved", "first", "last", "date"}
)
#: Fields that hold others and need no name of their own in a sentence.
SILENT = frozenset(
    {"time", "handling", "people", "evidence", "harm", "attribution", "actors", "external", "ratings", "in_force"}
    | {"resolve"}
)
#: Names of fields that say little to a reader, by the last two steps or the last step of the way to them.
LABELS: dict[Path, str] = {
    ("product", "id"): "product id",
    ("product", "title"): "title",
    ("product", "scale"): "likelihood scale",
    ("as_of",): "information cut-off",
    ("status", "as_of"): "status seen on",
    ("handling", "marking"): "marking",
    ("portion",): "marking of the record",
    ("marks",): "marks in the text",
    ("releasable",): "tear line",
    ("unmarked",): "marking by the desk’s settings",
    ("next_issue",): "next issue",
    ("source_summary",): "source summary",
    ("access",): "read",
    ("supporting",): "evidence for",
    ("opposing",): "evidence against",
    ("changed",): "why",
    ("answers",): "answers requirement",
    ("resolve", "test"): "decided by",
    ("resolve", "by"): "decided on",
    ("resolve", "outcome"): "outcome",
    ("key",): "key judgement",
    ("reader",): "for whom",
    ("supersedes",): "replaces issue",
    ("said_by",): "said by",
    ("dated",): "dated",
    ("about",): "places",
    ("or_more",): "open upwards",
    ("in_force", "start"): "in force from",
    ("in_force", "end"): "in force until",
    ("by_source",): "according to",
    ("alleged_breaches",): "alleged breach",
    ("undertakings",): "undertaking",
    ("parties",): "party",
    ("contradicts",): "contradicts",
    ("relations",): "relation",
    ("contradicts", "treatment"): "",
    ("history",): "earlier check",
    ("actors", "by"): "done, as reported, by",
    ("actors", "against"): "done to",
    ("claimed_by",): "claimed by",
    ("attribution", "note"): "note on the attribution",
    ("assessed",): "our assessment",
    ("if_wrong",): "judgements that fall with it",
    ("blocks",): "judgements that suffer",
    ("pir",): "requirement",
    ("refs",): "records it rests on",
    ("records",): "records drawn",
    ("part_of",): "part of",
    ("kept",): "events counted",
    ("rows",): "rows in the file",
    ("dateless",): "events without a day",
    ("numberless",): "events without a number of dead",
    ("derived_from",): "repeats",
    ("via",): "has it from",
    ("at",): "place in the source",
    ("ref",): "source",
    ("checked",): "last checked",
    ("every",): "check every",
    ("lang",): "language",
    ("lat",): "latitude",
    ("lon",): "longitude",
}
#: What items of a list are known by: names of their fields; an item of another list by all that it says.
KEYS: dict[str, tuple[str, ...]] = {
    "sources": ("ref",),
    "contradicts": ("claim",),
    "relations": ("type", "target"),
    "parties": ("actor",),
    "undertakings": ("id",),
    "alleged_breaches": ("event", "undertaking"),
    "history": ("date",),
    "dissent": ("by",),
    "disclosures": ("system",),
    "marks": ("marking",),
}


def key_of(path: Path, item: Plain) -> tuple[str, ...]:
    """Return the fields that an *item* of the list at *path* is known by; none where it is known by all of them."""
    names = KEYS.get(path[-1], ()) if isinstance(item, Mapping) else ()
    return tuple(name for name in names if item.get(name))


def member(name: str) -> str:
    """Return the step to the item of a list that is called *name*."""
    return f"[{name}]"


def label(path: Path) -> str:
    """Return what a reader calls the field at *path*, which begins with its section."""
    words: list[str] = []
    for place, step in enumerate(path[1:], 1):
        if step.startswith("["):
            words.append(f"{step[1:-1]}:" if place + 1 < len(path) else step[1:-1])
        elif (named := LABELS.get(path[place - 1 : place + 1], LABELS.get((step,)))) is not None:
            words += [named] * bool(named)
        elif step not in SILENT or place + 1 == len(path):
            words.append(step.replace("_", " "))
    return " ".join(words)
