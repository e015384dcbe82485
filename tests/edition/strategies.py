"""Trees of two sheets, made from the models: equal at or below a level, arbitrary above it.

Every field of every model is written, whatever fields there are: `shapes` says what may stand in one, `values` what
single values look like. What is above the level is

- a record, paragraph, list item or part of a sentence that is marked so, with all that it says;
- one without a mark, where the document's own marking is above the level;
- of a record that is released as a tear line, all but that line;
- one that cannot stand without a record above the level: a quotation of such a source, a figure of such events only;
- every reference to such a record, in a field, as a key, or in prose;
- what no edition holds: the names of a protected source, and fields that serve the desk alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from random import Random
from typing import Any

from briefgen.issuing.allow import KEPT_BACK, TORN
from briefgen.sheet.model import Sheet, dataset, evidence, product, summary
from briefgen.sheet.model.record import Record
from briefgen.sheet.references import CITABLE
from tests.edition import values
from tests.edition.cast import FALLING, MOST, SECTIONS, Member, falls_by, falls_with, ids, inner, marking, says
from tests.edition.fitting import FITTING, MENDED
from tests.edition.shapes import Choice, Either, Id, Keyed, Leaf, Many, Part, Reference, Shape, Slot, parts, slots
from tests.edition.sides import ABSENT, SIDES, Fields, Prose, Side, Sides, Where, only

#: What puts a record above the level: its marking or having none, a record that it needs, or that nothing else is said.
MARKED, UNMARKED, FALLEN, EMPTIED = "marked", "unmarked", "fallen", "emptied"

#: Lists that say something by being empty: what is above the level never decides whether they are.
TELLING = {(evidence.Citation, "via"), (evidence.Source, "derived_from"), (summary.Figure, "records")}
#: Fields that no edition holds, but that decide what is made, and from what.
DECIDING = {
    (product.Product, "kind"),
    *((model, "releasable") for model in TORN),
    (evidence.Source, "protect"),
    (evidence.Protection, "descriptor"),
    (product.Handling, "general"),
    (product.Handling, "tlp"),
    *((dataset.Dataset, name) for name in KEPT_BACK[dataset.Dataset]),
    *((dataset.Columns, name) for name in dataset.Columns.model_fields),
}
#: Fields whose contents reach no edition; included files hold nothing but what is above every level.
PRIVATE = {
    (Sheet, "include"),
    *((model, name) for model, names in KEPT_BACK.items() for name in names if (model, name) not in DECIDING),
}
#: What would name a protected source.
NAMES = {
    *("title", "author", "publisher", "url", "archived", "original_title"),
    *("note", "basis", "attribution", "published"),
}
#: What bears the marking of the document if it has none of its own: sections, and what stands in those without one.
OUTER = {
    outer
    for slot in slots(Sheet)
    for inside in parts(slot.shape)
    for outer in ([inside] if marking(inside) else [part for slot in slots(inside) for part in parts(slot.shape)])
}
SINKING = (MARKED, FALLEN, EMPTIED)

_MAYBE = (False, True)
_SELDOM = (False, False, False, True)
_FEW = (1, 2)
_SOME_SIDES = (SIDES, SIDES[:1], SIDES[1:])


class Writer:
    """Writes a tree of two sheets that have these *members* and are the same to a reader.

    *low* are the markings that the reader may read, *high* the others; what has none bears the marking *plain*.
    """

    def __init__(
        self, chance: Random, members: Sequence[Member], low: Sequence[str], high: Sequence[str], plain: str
    ) -> None:
        self._chance, self._members, self._most = chance, members, MOST
        self._low, self._high = low, high
        self._plain = plain
        self._options: dict[Any, list[Any]] = {}

    def sheet(self) -> Fields:
        """Return the tree."""
        written: dict[Any, Any] = {}
        for slot in slots(Sheet):
            if slot.key in SECTIONS:
                written[slot.key] = [self._member(one) for one in self._members if one.section == slot.key]
            elif slot.required or self._pick(_MAYBE):
                written[slot.key] = self._field(Sheet, slot, None)
        return Fields(Sheet, written)

    def _member(self, one: Member) -> Any:
        self._chance, self._most = Random(one.lot), one.most
        if not one.above:
            is_torn = one.model in TORN and self._pick(_MAYBE)
            return self._torn(one.model, one) if is_torn else self._record(one.model, None, one)
        return Sides(**{side: self._above(one.model, side, one) for side in one.above})

    def _above(self, model: type[Record], side: Side, member: Member | None = None) -> Any:
        """Return a record that is above the level, in whatever way it can be; ABSENT if there is none."""
        ways = [
            *((MARKED,) if marking(model) else ()),
            *((UNMARKED,) if model in OUTER and self._plain in self._high else ()),
            *((FALLEN,) if self._pillars(falls_with(model), side, member) else ()),
            *((EMPTIED,) if says(model) else ()),
        ]
        if member and MARKED in ways and (member.marked or len(ways) == 1):
            return self._record(model, side, member, MARKED)
        return self._record(model, side, member, self._pick(ways)) if ways else ABSENT

    def _one_sided(self, model: type[Record]) -> Sides:
        side = self._pick(SIDES)
        return only(side, self._above(model, side))

    def _record(self, model: type[Record], where: Where, member: Member | None = None, sunk: str | None = None) -> Any:
        """Return a record of *model*, or ABSENT if it lacks another that it needs."""
        written: dict[Any, Any] = {}
        for slot in self._chosen(model, where, member, sunk):
            if isinstance(slot.shape, Id):
                value: Any = member.id(slot.shape.kind) if member else ABSENT
            elif sunk == MARKED and slot == marking(model):
                value = self._pick(self._high)
            elif sunk == FALLEN and where and slot == falls_by(model):
                value = self._fallen(model, slot, where, member)
            elif sunk == EMPTIED and where and slot == says(model):
                value = self._one(self._telling(self._pillars(CITABLE, where, member)))
            elif slot in inner(model):
                value = [self._record(inner(model)[slot], where, member)]
            else:
                value = self._field(model, slot, where)
            if value is not ABSENT:
                written[slot.key] = value
            elif slot.required:
                return ABSENT
        return Fields(model, self._mended(model, where, written))

    def _chosen(self, model: type[Record], where: Where, member: Member | None, sunk: str | None) -> list[Slot]:
        """Return the fields that a record is to have."""
        due = self._due(model, where, sunk)
        chosen = self._some(_optional(model), self._most)

        def has(slot: Slot) -> bool:
            if isinstance(slot.shape, Id):
                return slot.required or (member is not None and member.is_named)
            if sunk == UNMARKED and slot == marking(model):
                return False
            return slot.required or slot == due or slot in chosen or (member is not None and slot in inner(model))

        return [slot for slot in slots(model) if has(slot)]

    def _due(self, model: type[Record], where: Where, sunk: str | None) -> Any:
        """Return the optional field that puts a record where it belongs: above the level, or not there."""
        if where is None and model in OUTER and self._plain in self._high:
            return marking(model)
        return {MARKED: marking, FALLEN: falls_by, EMPTIED: says}[sunk](model) if sunk in SINKING else None

    def _torn(self, model: type[Record], member: Member | None = None) -> Fields:
        """Return a record above the level that leaves its tear line below it: the rest is different on the sides."""
        written: dict[Any, Any] = {}
        for slot in self._chosen(model, None, member, None):
            if isinstance(slot.shape, Id) and member:
                written[slot.key] = member.id(slot.shape.kind)
            elif slot.name in TORN[model]:
                written[slot.key] = self._field(model, slot, None)
            elif slot not in (marking(model), _tear(model)):
                written[slot.key] = self._hidden(model, slot)
        marks = Sides(**{side: self._pick(self._high) for side in SIDES})
        lines = self._lines(_tear(model).shape.item, None)
        return Fields(model, written | {marking(model).key: marks, _tear(model).key: lines})

    def _lines(self, prose: Shape, where: Where) -> dict[Any, Any]:
        """Return tear lines by marking; those for readers above this one are not the same on both sides."""
        if where is not None:
            return {self._pick(self._high): self._value(prose, where)}
        side = self._pick(SIDES)
        high = only(side, self._pick(self._high))
        return {self._pick(self._low): self._value(prose, None), high: self._value(prose, side)}

    def _mended(self, model: type[Record], where: Where, written: dict[Any, Any]) -> dict[Any, Any]:
        mended = MENDED[model](self._pick, written) if model in MENDED else written
        if model is product.Handling:
            others = {key: value for key, value in mended.items() if key not in ("marking", "tlp")}
            return others | {self._pick(("marking", "tlp")): self._plain}
        if model is evidence.Source and "protect" in mended and where is None:
            names = [slot for slot in slots(model) if slot.name in NAMES and slot.key in mended]
            mended |= {slot.key: self._hidden(model, slot) for slot in names}
        return mended

    def _field(self, model: type[Record], slot: Slot, where: Where) -> Any:
        """Return what stands in a field of both sheets, or of one side."""
        key = model, slot.name
        if where is None and key in PRIVATE:
            return self._hidden(model, slot)
        if key in FITTING:
            return self._pick(FITTING[key].at(where))
        shape = Many(Reference(FALLING[key])) if key in FALLING else slot.shape
        value = self._value(shape, where, required=slot.required)
        if where is None and key in TELLING:
            return value if any(isinstance(one, str) for one in value) else ABSENT
        if where is None and key in FALLING:
            return [one for one in value if isinstance(one, str)]
        return value

    def _hidden(self, model: type[Record], slot: Slot) -> Sides:
        """Return a field that is not the same on the two sides."""
        sides = SIDES if slot.required else self._pick(_SOME_SIDES)
        return Sides(**{side: self._field(model, slot, side) for side in sides})

    def _value(self, shape: Shape, where: Where, *, required: bool = True) -> Any:
        match shape:
            case Reference(kinds):
                return self._reference(kinds, where, required=required)
            case Many(Reference(kinds)):
                return self._some(self._references(kinds, where), 3)
            case Many(Part(model)):
                return [self._item(model, where) for _ in range(self._pick(_FEW))]
            case Many(item):
                return [self._value(item, where) for _ in range(self._pick(_FEW))]
            case Keyed(Leaf(values.MARKING), item):
                return self._lines(item, where)
            case Keyed(key, item):
                return {one: self._value(item, _side(one) or where) for one in self._value(Many(key), where)}
            case Part(model) if where is None and not required and falls_by(model) and self._pick(_MAYBE):
                return self._one_sided(model)
            case Part(model) if where is None and not required and self._pick(_SELDOM):
                return self._hollow(model)
            case Part(model):
                return self._record(model, where)
            case Either(options):
                return self._value(self._pick(options), where, required=required)
            case Choice(words):
                return self._pick(words)
        return self._leaf(getattr(shape, "scalar", None), where, required=required)

    def _leaf(self, scalar: object, where: Where, *, required: bool) -> Any:
        if scalar == values.MARKING:
            return self._plain if required else self._pick(self._low)
        if scalar in values.PROSE and where is None and not required and self._pick(_SELDOM):
            return Sides(**{side: self._one(self._telling(self._over(CITABLE, side))) for side in SIDES})
        if scalar in values.PROSE:
            return self._text(where, wording=scalar == values.WORDING)
        return self._pick(values.LEAVES[scalar].at(where))

    def _item(self, model: type[Record], where: Where) -> Any:
        """Return an item of a list, which may be above the level where the list is not."""
        if where is None and model in TORN and self._pick(_SELDOM):
            return self._torn(model)
        sinks = where is None and (marking(model) or falls_by(model))
        return self._one_sided(model) if sinks and self._pick(_MAYBE) else self._record(model, where)

    def _hollow(self, model: type[Record]) -> Any:
        """Return a record of one side that says nothing but what is above the level."""
        if any(slot.required for slot in slots(model)):
            return self._record(model, None)
        side = self._pick(SIDES)
        hollow = dict(self._hollows(model, side))
        return only(side, Fields(model, hollow)) if hollow else ABSENT

    def _hollows(self, model: type[Record], side: Side) -> Iterator[tuple[str, Any]]:
        for slot in slots(model):
            match slot.shape:
                case Reference(kinds) if over := self._over(kinds, side):
                    yield slot.key, over[0]
                case Many(Reference(kinds)) if over := self._over(kinds, side):
                    yield slot.key, over[:2]
                case Many(Part(part)) if marking(part):
                    yield slot.key, [self._above(part, side)]

    def _pick(self, options: Sequence[Any]) -> Any:
        return self._chance.choice(options)

    def _some(self, options: Sequence[Any], most: int) -> list[Any]:
        return self._chance.sample(options, self._chance.randint(0, min(most, len(options))))

    # references

    def _reference(self, kinds: tuple[str, ...], where: Where, *, required: bool) -> Any:
        if where is None and not required and self._pick(_SELDOM):
            return Sides(**{side: self._one(self._over(kinds, side)) for side in SIDES})
        return self._one(self._ids(kinds, where))

    def _one(self, ids: Sequence[str]) -> Any:
        return self._pick(ids) if ids else ABSENT

    def _references(self, kinds: tuple[str, ...], where: Where) -> list[Any]:
        """Return what a list can refer to; one of both sheets, also to what is above the level in one of them."""
        if (kinds, where) not in self._options:
            over = () if where else self._one_sided_references(kinds)
            self._options[kinds, where] = [*self._ids(kinds, where), *over]
        return self._options[kinds, where]

    def _one_sided_references(self, kinds: Collection[str]) -> Iterator[Sides]:
        return (only(side, one) for side in SIDES for one in self._over(kinds, side))

    def _ids(self, kinds: Collection[str], where: Where) -> list[str]:
        """Return the ids of these kinds that both sheets may name, or that of one side."""
        return [one for kind, one in (*ids(self._members, where), *values.SHARED) if kind in kinds]

    def _over(self, kinds: Collection[str], side: Side) -> list[str]:
        """Return the ids of these kinds that are above the level on one side."""
        return [one for kind, one in ids(filter(Member.is_above, self._members), side) if kind in kinds]

    def _pillars(self, kinds: Collection[str], side: Side, member: Member | None) -> list[str]:
        """Return the ids of these kinds with which a record may fall: of what is marked, or falls before it does."""
        last = member.number if member else len(self._members) + 1
        firm = [one for one in self._members if side in one.above and (one.marked or one.number < last)]
        return [name for kind, name in ids(firm, side) if kind in kinds] if kinds else []

    def _fallen(self, model: type[Record], slot: Slot, side: Side, member: Member | None) -> Any:
        """Return the value of the field by which a record falls."""
        if isinstance(slot.shape, Part):
            return self._record(slot.shape.model, side, member, FALLEN)
        pillar = self._pick(self._pillars(falls_with(model), side, member))
        return [pillar] if isinstance(slot.shape, Many) else pillar

    # prose

    def _text(self, where: Where, *, wording: bool) -> Prose:
        """Return Markdown: words, and what is cited after them, which need not be the same on both sides."""
        words = values.WORDS if where is None else values.HIDDEN_WORDS
        if (where, wording) not in self._options:
            pieces = [*self._cited(where, wording=wording), *(f" {word}" for word in words)]
            self._options[where, wording] = pieces
        return Prose((self._pick(words), *self._some(self._options[where, wording], 3)))

    def _cited(self, where: Where, *, wording: bool) -> Iterator[Any]:
        """Yield what may stand after words, with the space before it.

        Whatever else prose can hold that is above the level is added here, as what only one side says.
        """
        yield from self._spans(where)
        printed = () if wording else ("judgement",)
        cited = self._ids(CITABLE, where)
        yield from (f" [@{one}]" for one in cited)
        yield from (f" {{{one}}}" for one in self._ids(printed, where))
        if wording:
            yield " {likelihood}"
        for side in SIDES if where is None else ():
            over = self._over(CITABLE, side)
            yield from (only(side, f"{space}[@{one}, p. 3]") for one in over for space in ("", " ", "\n"))
            yield from (only(side, f" {{{one}}}") for one in self._over(printed, side))
            if cited and over:
                yield Prose((f" [@{cited[0]}", only(side, f"; @{over[0]}"), "]"))

    def _spans(self, where: Where) -> Iterator[Any]:
        """Yield parts of sentences with marks of their own."""
        low, high = self._low[-1], self._high[0]
        cited = "".join(f" [@{one}]" for one in self._ids(CITABLE, where)[-1:])
        yield f" [a part{cited}]{{{low}}}"
        for side in SIDES if where is None else ():
            hidden = only(side, f" [the {values.NEEDLE} [as said]{{{low}}}{cited}]{{{high}}}")
            yield from (hidden, Prose((" [with", hidden, f"]{{{low}}}")))

    def _telling(self, cited: Sequence[str]) -> list[str]:
        """Return prose of which nothing is left below the level; *cited* are records above it."""
        return [*(f"[@{one}]" for one in cited), f"[The {values.NEEDLE}]{{{self._high[0]}}}"]


def _tear(model: type[Record]) -> Any:
    return next(slot for slot in slots(model) if slot.name == "releasable")


@cache
def _optional(model: type[Record]) -> list[Slot]:
    return [slot for slot in slots(model) if not slot.required and not isinstance(slot.shape, Id)]


def _side(value: Any) -> Where:
    """Return the side that alone says *value*."""
    return next((side for side in SIDES if isinstance(value, Sides) and getattr(value, side) is not ABSENT), None)
