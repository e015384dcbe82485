"""Pairs of sheets that one reader cannot tell apart, as their writers would write them, and read as they are read."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from briefgen import edition, sheet
from briefgen.sheet import parser, reader, registry
from briefgen.sheet.assembly import Document
from briefgen.sheet.document import Source
from briefgen.tradecraft import DEFAULT_SCALE
from briefgen.edition import Edition
from briefgen.markings import tlp
from briefgen.markings.scheme import Level
from briefgen.sheet import Parsed, Sheet
from briefgen.sheet.model.dataset import Columns
from briefgen.sheet.model.record import Record
from tests.edition import values
from tests.edition.cast import cast
from tests.edition.sides import SIDES, Fields, Side, Sides, long, short
from tests.edition.strategies import Writer

SCHEME = tlp.SCHEME


def _log(number: str, day: str, kind: str, place: str) -> str:
    cells = {"id": number, "date": day, "type": kind, "place": place, "killed": "2"}
    columns = Columns.model_fields
    rows = ([field.default for field in columns.values()], [cells.get(name, "") for name in columns])
    return "".join(",".join(row) + "\n" for row in rows)


#: Files that sheets may name; what is above the level in them is above every level that a reader is given.
FILES = {
    values.LOG: _log("X1", "2024-02-01", "Riots", "Kohat"),
    values.HIDDEN_LOG: _log(values.NEEDLE, "2021-01-05", values.NEEDLE, values.NEEDLE),
    values.ROWS: f"id,type,day,marking\ne-{values.NEEDLE}-row,attack,2020-02-02,TLP:RED\n",
    "registry/shared.yaml": "sources:\n- {id: s-first, title: First}\n"
    "- {id: s-shared, title: Shared, derived_from: s-first, party: a-shared}\n"
    "actors:\n- {id: a-shared, name: Shared, relations: {type: ally-of, target: a-first}}\n"
    "- {id: a-first, name: First, relations: {type: ally-of, target: a-shared}}\nplaces:\n- {id: p-shared, name: Shared}\n",
    values.MORE: f"claims: {{id: c-{values.NEEDLE}-more, text: The {values.NEEDLE}., portion: TLP:RED}}\n",
}


@dataclass(frozen=True)
class Pair:
    """A *tree* of two sheets, and the *level* up to which they are equal."""

    tree: Fields
    level: Level

    def text(self, side: Side) -> str:
        """Return the sheet of one side; the one on the left is written in short forms, and both are YAML."""
        form = {"left": short, "right": long}[side]
        return json.dumps(form(self.tree, side), ensure_ascii=False)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(repr(self))

    def __repr__(self) -> str:
        return "\n".join((f"for {self.level.label}", *map(self.text, SIDES)))


@st.composite
def pairs(draw: Callable[..., Any]) -> Pair:
    """Return pairs of sheets for any reader but the one who may read everything."""
    level = draw(st.sampled_from(SCHEME.levels[:-1]))
    return Pair(Writer(draw, cast(draw), SCHEME, level).sheet(), level)


def desk(folder: Path) -> Path:
    """Return *folder* with the files that sheets may name."""
    for name, text in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


class Desk:
    """Reads pairs in a *folder*, and makes editions of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = desk(folder)
        self._load, self._registry = sheet.loader(folder / "registry"), registry.read(folder / "registry")

    def parsed(self, pair: Pair, side: Side) -> Parsed:
        """Return what is read from one side."""
        path, text = self.folder / "sheet.yaml", pair.text(side)
        if '"include"' in text:
            path.write_text(text, encoding="utf-8")
            return self._load(path)
        root, findings = reader.read(Source(str(path), text))  # as the loader does, which takes longer by two files
        return parser.parse(Document(root, tuple(findings), True, self.folder), self._registry, DEFAULT_SCALE)

    def edition(self, sheet: Sheet, pair: Pair) -> Edition:
        """Return what the reader of the pair may see of a sheet."""
        return edition.make(sheet, pair.level)


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
