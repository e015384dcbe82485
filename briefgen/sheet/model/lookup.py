"""What the models say about a place in a sheet: the keys that may stand there, and what a key means."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, get_args

from pydantic.fields import FieldInfo

from briefgen.sheet.model.record import Record

Loc = Iterable[str | int]


@cache
def fields_of(model: type[Record]) -> dict[str, FieldInfo]:
    """Return the fields of *model* by the key that a sheet uses."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def model_at(model: type[Record], loc: Loc) -> type[Record]:
    """Return the model of the mapping at *loc* under *model*, or that of its nearest parent that is a record."""
    for step in loc:
        field = fields_of(model).get(str(step))
        model = (field and _record_in(field.annotation)) or model
    return model


def _record_in(annotation: Any) -> type[Record] | None:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next(filter(None, map(_record_in, get_args(annotation))), None)
