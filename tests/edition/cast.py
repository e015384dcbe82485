"""Which records two sheets have, what these are called, and which of them are above the level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any

from hypothesis import strategies as st

from briefgen.sheet.checks.figures import DRAWN
from briefgen.sheet.model import Sheet, summary, waiver
from briefgen.sheet.model.ids import PREFIXES
from briefgen.sheet.model.record import Record
from tests.edition.shapes import Id, Leaf, Many, Part, Reference, Slot, models, slots
from tests.edition.sides import SIDES, Side, Where
from tests.edition.values import MARKING, NEEDLE, PROSE

#: Lists of records, and of which kinds, that take their owner along: one of them, or all, above the level is enough.
FALLING: dict[tuple[type[Record], str], tuple[str, ...]] = {
    (waiver.Waiver, "record"): tuple(PREFIXES),
    (summary.Figure, "records"): tuple(dict.fromkeys(kind for kinds in DRAWN.values() for kind in kinds)),
}


@cache
def identity(model: type[Record]) -> Slot | None:
    """Return the field that holds the ids of a model's records."""
    return next((slot for slot in slots(model) if isinstance(slot.shape, Id)), None)


@cache
def marking(model: type[Record]) -> Any:
    """Return the field that marks a record of *model* as a portion."""
    return next((slot for slot in slots(model) if slot.shape == Leaf(MARKING) and not slot.required), None)


@cache
def says(model: type[Record]) -> Slot | None:
    """Return the field of prose that a record of *model* must have."""
    return next((slot for slot in slots(model) if slot.required and slot.shape in [Leaf(one) for one in PROSE]), None)


@cache
def falls_by(model: type[Record]) -> Slot | None:
    """Return the field by which a record of *model* falls with another one that is above the level."""
    return next((slot for slot in slots(model) if _kinds(model, slot)), None)


@cache
def falls_with(model: type[Record]) -> tuple[str, ...]:
    """Return the kinds of record that one of *model* falls with."""
    slot = falls_by(model)
    return _kinds(model, slot) if slot else ()


def _kinds(model: type[Record], slot: Slot) -> tuple[str, ...]:
    match slot.shape:
        case Reference(kinds) if slot.required:
            return kinds
        case Part(part) if slot.required:
            return falls_with(part)
    return FALLING.get((model, slot.name), ())


def part(slot: Slot) -> type[Record] | None:
    """Return the model of the records that a field lists."""
    return slot.shape.item.model if isinstance(slot.shape, Many) and isinstance(slot.shape.item, Part) else None


#: The model of the records of every section.
SECTIONS: dict[str, type[Record]] = {slot.key: model for slot in slots(Sheet) if (model := part(slot))}


@cache
def inner(model: type[Record]) -> dict[Slot, type[Record]]:
    """Return the fields of *model* that list records with ids of their own."""
    return {slot: one for slot in slots(model) if (one := part(slot)) and identity(one)}


@dataclass(frozen=True)
class Member:
    """A record of a *section*, the same in both sheets; or another one above the level in each of the sheets *above*.

    What is above the level is *marked* so, or falls with another record if it can. What it says is drawn by *lot*; it
    has so many optional fields at *most*.
    """

    section: str
    number: int
    above: tuple[Side, ...] = ()
    marked: bool = False
    lot: int = 0
    most: int = 0

    @property
    def model(self) -> type[Record]:
        """The model of its section."""
        return SECTIONS[self.section]

    def id(self, kind: str) -> str:
        """Return the id of the member, or of the record of that *kind* inside it."""
        return f"{PREFIXES[kind]}-{NEEDLE if self.above else ''}{self.number}"

    def is_above(self) -> bool:
        """Return whether it is above the level."""
        return bool(self.above)

    @property
    def is_named(self) -> bool:
        """Whether it has an id: it must, or its number is odd."""
        slot = identity(self.model)
        return slot is not None and (slot.required or self.number % 2 == 1)

    def ids(self) -> Iterator[tuple[str, str]]:
        """Yield kind and id of all that can be referred to."""
        for slot in (identity(self.model) if self.is_named else None, *map(identity, inner(self.model).values())):
            if slot and isinstance(slot.shape, Id):
                yield slot.shape.kind, self.id(slot.shape.kind)


#: The section in which there are records of a kind.
HOMES = {kind: section for section in SECTIONS for kind, _ in Member(section, 1).ids()}
#: So many of what may be left out is written at most.
MOST = 6
_ABOVE: tuple[tuple[Side, ...], ...] = ((), (), (), SIDES[:1], SIDES[1:], SIDES)


def _weight(section: str) -> int:
    """Return how often a section is drawn: the more often, the more fields its records can have."""
    return 2 + sum(len(slots(model)) for model in models(SECTIONS[section])) // 20


_SECTIONS = [section for section in sorted(SECTIONS) for _ in range(_weight(section))]
#: Numbers by which things are drawn go so far.
LOTS = 2**32 - 1
#: What a record is like, and how much it says. One number decides the first: Hypothesis prefers small numbers, and an
#: early one of many options to a late one, but shrinks a list of records well.
_DRAFTS = st.tuples(st.integers(0, LOTS), st.booleans())


def cast(drafts: Sequence[tuple[int, bool]]) -> list[Member]:
    """Return the records of two sheets by *drafts*, those included that others below the level cannot do without."""
    found = [_drafted(number, *draft) for number, draft in enumerate(drafts, 1)]
    found += [_hidden(one, number) for number, one in enumerate(found, len(found) + 1) if not one.above]
    for one in found:  # which grows
        for kinds in needs(one.model):
            if not any(kind in kinds for kind, _ in ids(found, None)):
                found.append(Member(HOMES[kinds[0]], len(found) + 1, (), False, one.lot + len(found), one.most))
    return found


def drafts(most: int) -> st.SearchStrategy[list[tuple[int, bool]]]:
    """Return what is drawn for so many records at *most*."""
    return st.lists(_DRAFTS, min_size=1, max_size=most)


def _drafted(number: int, lot: int, rich: bool) -> Member:
    chance = Random(lot)
    section, above = chance.choice(_SECTIONS), chance.choice(_ABOVE)
    return Member(section, number, above, chance.random() < 0.5, lot, MOST if rich else 1)


def _hidden(owner: Member, number: int) -> Member:
    """Return a record above the level that *owner* can name."""
    chance = Random(owner.lot + 1)
    kinds = [kind for shape in references(owner.model) for kind in shape.kinds] or ["claim"]
    return Member(
        HOMES[chance.choice(kinds)], number, chance.choice(_ABOVE[-3:]), chance.random() < 0.5, owner.lot + 2, 1
    )


@cache
def references(model: type[Record]) -> list[Reference]:
    """Return the references to records of few kinds that a record of *model* can have."""
    shapes = [slot.shape for one in models(model) for slot in slots(one)]
    found = [item for shape in shapes for item in (shape, *vars(shape).values()) if isinstance(item, Reference)]
    return [one for one in found if len(one.kinds) < len(PREFIXES)]


@cache
def needs(model: type[Record]) -> list[tuple[str, ...]]:
    """Return of which kinds there must be a record, so that everything in one of *model* can be written."""
    found = [(slot, slot.shape) for one in models(model) for slot in slots(one)]
    return [shape.kinds for slot, shape in found if slot.required and isinstance(shape, Reference)]


def ids(members: Iterable[Member], where: Where) -> Iterator[tuple[str, str]]:
    """Yield kind and id of the records that are in both sheets, or in the sheet of one side."""
    for one in members:
        if not one.above or where in one.above:
            yield from one.ids()
