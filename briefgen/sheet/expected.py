"""Fields that may be left out, but that a reader will miss."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from briefgen.sheet.messages import adding
from briefgen.sheet.model.ids import kind_of
from briefgen.sheet.model.record import Expected, Record

#: Keys that are no words of a sentence.
WORDS = {"published": "date of publication", "source_summary": "source summary"}


def missing(record: Record, rule: str) -> Iterator[tuple[str, str]]:
    """Yield a sentence and its remedy for every field of *record* that *rule* asks for and that is not there."""
    for name, key, reason in _expected(type(record), rule):
        if not getattr(record, name):
            yield f"{_subject(record)} has no {WORDS.get(key, key)}: {reason}", adding(type(record), key)


@cache
def _expected(model: type[Record], rule: str) -> list[tuple[str, str, str]]:
    """Return field name, key and reason for the fields of *model* that *rule* asks for."""
    return [
        (name, field.alias or name, one.reason)
        for name, field in model.model_fields.items()
        for one in field.metadata
        if isinstance(one, Expected) and one.rule == rule
    ]


def _subject(record: Record) -> str:
    noun, own = type(record).__name__.lower(), getattr(record, "id", None)
    return f"{noun} {own}" if own and kind_of(own) else f"the {noun}"
