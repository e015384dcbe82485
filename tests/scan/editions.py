"""Clean editions: the real sheets, with some of their records marked RED by chance, for readers of GREEN."""

from __future__ import annotations

import copy
import functools
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefgen import issuing, sheet
from briefgen.edition import Edition
from briefgen.markings import tlp
from briefgen.markings.reader import Reader
from briefgen.markings.scheme import Marking
from briefgen.resources import templates_folder
from briefgen.scan import Canaries, wording
from briefgen.sheet.model.dataset import Dataset
from briefgen.sheet.model.fields import Ref
from briefgen.sheet.model.product import Product
from briefgen.sheet.model.record import Record

ROOT = Path(__file__).parents[2]
SHEETS = sorted(ROOT.glob("briefs/*.yaml"))
GREEN, RED = Marking(tlp.SCHEME.levels[1]), Marking(tlp.SCHEME.levels[-1])
OFFICE = "Example Desk"
WORDED = [f"briefgen.{name}" for name in ("compose", "figures", "tradecraft", "markings", "outputs", "theme", "pdf")]


@dataclass(frozen=True)
class Clean:
    """An edition, and the texts of the records of its sheet that it does not show and does."""

    edition: Edition
    withheld: tuple[str, ...]
    visible: tuple[str, ...]

    @functools.cached_property
    def canaries(self) -> Canaries:
        return Canaries.of(self.withheld, (*self.visible, *own()))


@functools.cache
def own() -> tuple[str, ...]:
    """Return what the products say of their own."""
    of_pages = wording.of_templates([templates_folder()])
    return (*of_pages, *wording.of_modules(WORDED), *wording.of_calendars("en"), OFFICE)


@functools.cache
def _sheet(path: Path) -> sheet.Sheet:
    made = sheet.load(path, ROOT / "briefs" / "registry", ROOT / "briefs").sheet
    assert made
    return made


@functools.lru_cache(8)
def clean(seed: int) -> Clean:
    """Return an edition of one of the real sheets, of whose records chance has marked a few or many."""
    chance = random.Random(seed)
    made = copy.deepcopy(_sheet(SHEETS[seed % len(SHEETS)]))
    share = chance.choice((0.02, 0.1, 0.3))
    for one, _ in _records(made):
        if "portion" in type(one).model_fields:
            one.__dict__["portion"] = RED if chance.random() < share else None
    made.product.__dict__["portion"] = None
    issued = issuing.release(made, Reader.of(GREEN), GREEN)
    assert issued, "its title is for all"
    texts: dict[bool, list[str]] = {True: [], False: []}
    for one, high in _records(made):
        texts[high or bool(_identified(one) - issued.names.keys())] += _texts(one)
    return Clean(issued.edition, tuple(texts[True]), tuple(texts[False]))


def _identified(record: Record) -> set[str]:
    named = getattr(record, "id", None)
    return {named} if named and not isinstance(record, Product) else set()


def _records(held: Any, high: bool = False) -> Iterator[tuple[Record, bool]]:
    """Yield all records in one, and whether they stand in one that is marked."""
    match held:
        case Record():
            high = high or getattr(held, "portion", None) is RED
            yield held, high
            for name in type(held).model_fields:
                yield from _records(getattr(held, name), high)
        case tuple():
            for one in held:
                yield from _records(one, high)
        case dict():
            for one in held.values():
                yield from _records(one, high)


def _texts(record: Record) -> list[str]:
    fields = [getattr(record, name) for name in type(record).model_fields]
    return list(_strings([*fields, *(vars(record.summed).values() if isinstance(record, Dataset) else ())]))


def _strings(held: Any) -> Iterator[str]:
    match held:
        case Ref():
            return
        case str():
            yield str(held)
        case dict():
            yield from _strings([*held, *held.values()])
        case tuple() | list():
            for one in held:
                yield from _strings(one)
