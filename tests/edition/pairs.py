"""Pairs of sheets that one reader cannot tell apart, as their writers would write them, and read as they are read."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

import yaml
from hypothesis import strategies as st

from briefgen import issuing, sheet
from briefgen.edition import Edition
from briefgen.markings import tlp
from briefgen.markings.reader import Reader
from briefgen.markings.scheme import Marking, Scheme
from briefgen.sheet import Parsed, Sheet, parser, reader, registry
from briefgen.sheet.assembly import Document
from briefgen.sheet.document import Source
from briefgen.sheet.model.dataset import Columns
from briefgen.sheet.model.record import Record
from briefgen.tradecraft import DEFAULT_SCALE
from tests.edition import values
from tests.edition.cast import LOTS, cast, drafts
from tests.edition.sides import SIDES, Fields, Side, Sides, long, short
from tests.edition.strategies import Writer

#: With caveats, as a desk may have them.
SCHEME = Scheme("tlp", tlp.TITLE, tlp.SCHEME.levels, {"LEGAL": "Legal privilege", "MEDICAL": "Medical secret"})

#: Records of a small sheet that others do not need.
MOST = 4


def markings(scheme: Scheme) -> list[Marking]:
    """Return every marking of a scheme; the last is what nobody may read who is not trusted with everything."""
    chosen = [some for size in range(len(scheme.caveats) + 1) for some in combinations(scheme.caveats, size)]
    return [Marking(level, some) for level in scheme.levels for some in chosen]


def _log(number: str, day: str, kind: str, place: str) -> str:
    cells = {"id": number, "date": day, "type": kind, "place": place, "killed": "2"}
    columns = Columns.model_fields
    rows = ([field.default for field in columns.values()], [cells.get(name, "") for name in columns])
    return "".join(",".join(row) + "\n" for row in rows)


#: Records that everybody may read, but that only those sheets have which name them.
REGISTRY = """\
sources:
  - {id: s-first, title: First, portion: TLP:CLEAR}
  - {id: s-shared, title: Shared, derived_from: s-first, party: a-shared, portion: TLP:CLEAR}
actors:
  - {id: a-shared, name: Shared, relations: {type: ally-of, target: a-first}, portion: TLP:CLEAR}
  - {id: a-first, name: First, relations: {type: ally-of, target: a-shared}, portion: TLP:CLEAR}
places:
  - {id: p-shared, name: Shared, portion: TLP:CLEAR}
"""


def files(top: str) -> dict[str, str]:
    """Return the files of a desk that sheets may name; the records in those that are included are marked *top*."""
    return {
        values.LOG: _log("X1", "2024-02-01", "Riots", "Kohat"),
        values.HIDDEN_LOG: _log(values.NEEDLE, "2021-01-05", values.NEEDLE, values.NEEDLE),
        values.ROWS: f"id,type,day,marking\ne-{values.NEEDLE}-row,attack,2020-02-02,{top}\n",
        values.MORE: f"claims: {{id: c-{values.NEEDLE}-more, text: The {values.NEEDLE}., portion: {top}}}\n",
        "registry/shared.yaml": REGISTRY,
    }


@dataclass(frozen=True)
class Pair:
    """A *tree* of two sheets that are equal to a *reader*; what bears no mark in them has the marking *plain*."""

    tree: Fields
    reader: Reader
    plain: Marking

    def text(self, side: Side, default: Marking | None = None, **product: Any) -> str:
        """Return the sheet of one side; the one on the left is written in short forms, and both are YAML.

        It names its marking where the *default* is another; fields of its *product* are changed so.
        """
        plain = {"left": short, "right": long}[side](self.tree, side)
        if default and default != self.plain:
            plain["product"].setdefault("handling", self.plain.label)
        plain["product"] |= product
        return "{\n" + json.dumps(plain, ensure_ascii=False)[1:]  # a key of a sheet stands where a line begins

    def yaml(self, side: Side, **handling: Any) -> str:
        """Return the sheet of one side as people write one, its own *handling* changed so."""
        plain = long(self.tree, side)
        told = plain["product"].setdefault("handling", {})
        plain["product"]["handling"] = {key: value for key, value in told.items() if key not in ("marking", "tlp")}
        plain["product"]["handling"] |= {"marking": self.plain.label} | handling
        return yaml.safe_dump(plain, allow_unicode=True, sort_keys=False)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(repr(self))

    def __repr__(self) -> str:
        return "\n".join(
            (
                f"for {self.reader.level.label} {sorted(self.reader.caveats)}, unmarked is {self.plain.label}",
                *map(self.text, SIDES),
            )
        )


@st.composite
def pairs(
    draw: Callable[..., Any], scheme: Scheme = SCHEME, *, marking: Marking | None = None, own: bool = False
) -> Pair:
    """Return pairs of sheets for the reader of a *marking*, or for any reader but the one who may read everything.

    *own* are those whose reader is whom the desk itself makes an edition for: the reader of the document's marking.
    """
    return made(draw(st.integers(0, LOTS)), draw(drafts(MOST)), scheme, marking, own=own)


def many(count: int, marking: Marking, *, own: bool = False) -> Iterator[Pair]:
    """Yield so many pairs, others in every run: drawn as `pairs` are, but in a third of the time, as none is shrunk."""
    chance = Random()
    for _ in range(count):
        drafted = [(chance.randint(0, LOTS), chance.random() < 0.5) for _ in range(chance.randint(1, MOST))]
        yield made(chance.randint(0, LOTS), drafted, SCHEME, marking, own=own)


def corpus(count: int, scheme: Scheme = SCHEME, *, marking: Marking | None = None, own: bool = False) -> Iterator[Pair]:
    """Yield so many pairs, the same in every run and larger than most."""
    for number in range(count):
        chance = Random(number)
        drafted = [(chance.randint(0, LOTS), True) for _ in range(8)]
        yield made(number, drafted, scheme, marking, own=own)


def made(
    lot: int, drafts: Sequence[tuple[int, bool]], scheme: Scheme, marking: Marking | None = None, *, own: bool
) -> Pair:
    """Return the pair that is drawn by *lot* and has records by *drafts*; *marking* is that of its reader."""
    known, chance = markings(scheme), Random(lot)
    marking = marking or chance.choice(known[:-1])
    reader, plain = Reader.of(marking), chance.choice([marking] if own else [marking, marking, chance.choice(known)])
    low = [one.label for one in known if reader.may_read(one)]
    high = [one.label for one in known if not reader.may_read(one)]
    return Pair(Writer(chance, cast(drafts), low, high, plain.label).sheet(), reader, plain)


class Desk:
    """Reads pairs in a *folder*, by the markings of a *scheme*, and makes editions of them."""

    def __init__(self, folder: Path, scheme: Scheme = SCHEME) -> None:
        self.folder, self._scheme = folder, scheme
        for name, text in files(markings(scheme)[-1].label).items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        self._load = sheet.loader(folder / "registry", scheme=scheme)
        self._registry = registry.read(folder / "registry", scheme)

    def parsed(self, pair: Pair, side: Side) -> Parsed:
        """Return what is read from one side."""
        path, text = self.folder / "sheet.yaml", pair.text(side)
        if '"include"' in text:
            path.write_text(text, encoding="utf-8")
            return self._load(path)
        root, findings = reader.read(Source(str(path), text))  # as the loader does, which takes longer by two files
        return parser.parse(
            Document(root, tuple(findings), True, self.folder), self._registry, DEFAULT_SCALE, self._scheme
        )

    def editions(self, sheet: Sheet, pair: Pair) -> Iterator[Edition | None]:
        """Yield what the reader of the pair may see of a sheet, and what the desk itself makes for such a reader."""
        issued = issuing.release(sheet, pair.reader, pair.plain)
        yield issued.edition if issued else None
        if Reader.of(pair.plain) == pair.reader:
            yield issuing.make(sheet, pair.plain)


def written(tree: Any) -> Iterator[tuple[type[Record], str]]:
    """Yield model and key of every field that is written in a tree."""
    match tree:
        case Sides(left, right):
            yield from (*written(left), *written(right))
        case Fields(model, found):
            yield from ((model, key) for key in found)
            yield from written(found)
        case dict():
            for value in tree.values():
                yield from written(value)
        case list():
            for one in tree:
                yield from written(one)
