"""What the models of the sheet say of their fields, in the few words that something to write needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from briefgen.sheet.document import Text
from briefgen.sheet.model.fields import RecordId
from briefgen.sheet.model.ids import KINDS, PREFIXES, IdOf, RefTo
from briefgen.sheet.model.record import Record
from briefgen.sheet.model.scalar import OneOrMany

#: The type of a reference whose record nobody looks for.
RECORD_ID = get_args(RecordId)[1]


@dataclass(frozen=True)
class Leaf:
    """One value, typed by *scalar*: the object that the annotation names."""

    scalar: object


@dataclass(frozen=True)
class Id:
    """The id of a record of this *kind*."""

    kind: str


@dataclass(frozen=True)
class Reference:
    """The id of another record, of one of these *kinds*."""

    kinds: tuple[str, ...]


@dataclass(frozen=True)
class Choice:
    """One of several words."""

    words: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """A record inside another."""

    model: type[Record]


@dataclass(frozen=True)
class Many:
    """A list of the same shape."""

    item: Shape


@dataclass(frozen=True)
class Keyed:
    """A mapping of one shape to another."""

    key: Shape
    item: Shape


@dataclass(frozen=True)
class Either:
    """One of several shapes."""

    options: tuple[Shape, ...]


Shape = Leaf | Id | Reference | Choice | Part | Many | Keyed | Either


@dataclass(frozen=True)
class Slot:
    """A field of a record: its *name* in the class, its *key* in the file, and whether it must be there."""

    name: str
    key: str
    required: bool
    shape: Shape


@cache
def slots(model: type[Record]) -> tuple[Slot, ...]:
    """Return the fields of *model*, in their order."""
    return tuple(
        Slot(name, one.alias or name, one.is_required(), shape(one.annotation, tuple(one.metadata)))
        for name, one in model.model_fields.items()
    )


def shape(annotation: Any, metadata: tuple[Any, ...] = ()) -> Shape:
    """Return the shape of what *annotation* allows. Raises TypeError for one that no sheet has had yet."""
    if get_origin(annotation) is Annotated:
        bare, *more = get_args(annotation)
        return shape(bare, (*more, *metadata))
    typing = [
        one for one in metadata if hasattr(one, "__get_pydantic_core_schema__") and not isinstance(one, OneOrMany)
    ]
    return _scalar(typing[0]) if typing else _structure(annotation)


def _scalar(scalar: Any) -> Shape:
    match scalar:
        case IdOf():
            return Id(KINDS[scalar.schema["pattern"][1:].partition("-")[0]])
        case RefTo():
            return Reference(scalar.check(Text("s-1")).kinds)
        case _ if scalar is RECORD_ID:
            return Reference(tuple(PREFIXES))
    return Leaf(scalar)


def _structure(annotation: Any) -> Shape:
    arguments = get_args(annotation)
    match get_origin(annotation):
        case origin if origin is Union or origin is UnionType:
            options = tuple(shape(one) for one in arguments if one is not NoneType)
            return options[0] if len(options) == 1 else Either(options)
        case origin if origin is Literal:
            return Choice(arguments)
        case origin if origin is tuple:
            return Many(shape(arguments[0]))
        case origin if origin is dict:
            return Keyed(shape(arguments[0]), shape(arguments[1]))
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return Part(annotation)
    if annotation is str:
        return Leaf(str)
    raise TypeError(f"{annotation}: say in shapes.py what a sheet holds there")


@cache
def models(top: type[Record]) -> tuple[type[Record], ...]:
    """Return a model and all below it."""
    found: dict[type[Record], None] = {}
    waiting = [top]
    while waiting:
        if (model := waiting.pop()) not in found:
            found[model] = None
            waiting += (part for slot in slots(model) for part in parts(slot.shape))
    return tuple(found)


def parts(shape: Shape) -> Iterator[type[Record]]:
    """Yield the models that stand in a *shape*."""
    match shape:
        case Part(model):
            yield model
        case Many(item) | Keyed(_, item):
            yield from parts(item)
        case Either(options):
            for one in options:
                yield from parts(one)
