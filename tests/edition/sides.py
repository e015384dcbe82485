"""Two sheets in one tree: what both say stands in it plainly, what they say differently as `Sides`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from briefgen.sheet.model.record import Record

Side = Literal["left", "right"]
SIDES: tuple[Side, Side] = ("left", "right")
#: In which sheet something stands; None is for both of them.
Where = Side | None
#: What stands where a sheet says nothing.
ABSENT: Any = type("Absent", (), {"__repr__": lambda self: "ABSENT"})()


@dataclass(frozen=True)
class Sides:
    """What stands in one place of the *left* sheet and of the *right* one."""

    left: Any = ABSENT
    right: Any = ABSENT


@dataclass(frozen=True)
class Prose:
    """A text of *pieces*, each of which may have sides."""

    pieces: tuple[Any, ...]


@dataclass(frozen=True)
class Fields:
    """A record of a *model*: its values by key."""

    model: type[Record]
    values: dict[Any, Any]


def only(side: Side, value: Any) -> Sides:
    """Return what one *side* says and the other does not."""
    return Sides(**{side: value})


def long(tree: Any, side: Side) -> Any:
    """Return one *side* of *tree* as plain data, every record and list of it written out."""
    return _plain(tree, side, lambda model, values: values, lambda items: items)


def short(tree: Any, side: Side) -> Any:
    """Return one *side* of *tree* as plain data, in the short forms wherever there is one."""
    return _plain(tree, side, _short, lambda items: items[0] if len(items) == 1 else items)


def _short(model: type[Record], values: dict[str, Any]) -> Any:
    if model.SHORT and list(values) == [model.SHORT] and not isinstance(values[model.SHORT], dict):
        return values[model.SHORT]
    return values


def _plain(
    tree: Any, side: Side, record: Callable[[type[Record], dict[str, Any]], Any], listed: Callable[[list[Any]], Any]
) -> Any:
    def plain(tree: Any) -> Any:
        match tree:
            case Sides():
                return plain(getattr(tree, side))
            case Prose(pieces):
                return "".join(one for one in map(plain, pieces) if one is not ABSENT)
            case Fields(model, values):
                return record(model, mapping(values))
            case dict():
                return mapping(tree)
            case list():
                return listed([one for one in map(plain, tree) if one is not ABSENT])
        return tree

    def mapping(values: dict[Any, Any]) -> dict[str, Any]:
        found = {plain(key): plain(value) for key, value in values.items()}
        return {key: value for key, value in found.items() if key is not ABSENT and value is not ABSENT}

    return plain(tree)
