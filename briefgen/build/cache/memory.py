"""What a build need not do again: sheets whose inputs are the same, and products of the same edition."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Self

from briefgen.build.answer import Outcome
from briefgen.build.cache.files import Files
from briefgen.build.cache.ledger import MARKED, Ledger
from briefgen.build.cache.store import Store
from briefgen.build.cache.things import PATHS, SETTINGS, Things, named, told
from briefgen.build.manifest import Entry
from briefgen.build.order import Order
from briefgen.build.report import Report
from briefgen.build.write import write
from briefgen.desk import Desk
from briefgen.errors import OutputError
from briefgen.outputs.made import Made
from briefgen.traces import Digest, Thing

if TYPE_CHECKING:
    from briefgen.build.task import Task

#: What every product is made from, besides what is looked at for it.
ALWAYS: tuple[Thing, ...] = (("briefgen", ""), *(("settings", name) for name in SETTINGS), ("theme", ""))
NAMED = 3  # changes
ROWS = 2000  # of a table, whose text is made at once
NEW = "first build of the sheet, or with these options"
SAID = {
    "briefgen": "briefgen or a library",
    "folder": "what is in {}",
    "pattern": "the files {}",
    "place": "the place of {}",
    "record": "{} in the registry",
    "registry": "the registry",
    "settings": "the setting {}",
    "templates": "a template of {}, or which products there are",
    "theme": "the theme",
    "today": "the day",
}


class Memory:
    """What the rows of a *ledger* say of earlier builds of a *desk* to the same *order*.

    *record* says what a shared record is like.
    """

    def __init__(self, ledger: Ledger, desk: Desk, order: Order, record: Callable[[str], str]) -> None:
        self._ledger, self._root, self._out = ledger, desk.root, order.out
        self._files, self._store = Files(ledger), Store(ledger)
        self._has_made = False
        self._things = Things(self._files, desk, order, record)
        here = "" if Path.cwd() == desk.root else str(Path.cwd())  # findings name their files from there
        self._options = repr((order.products, order.formats, order.strict, order.audience, order.isolated, here))

    @property
    def digest(self) -> Digest:
        """What says what a thing is like now."""
        return self._things.digest

    def recall(self, path: Path) -> Report | str:
        """Return the report on a sheet that need not be made again if its files can be restored; else why it must."""
        key = (os.fsencode(path), self._options)
        what = "registry, inputs, records, report, seal, ifnull(CAST(used AS INTEGER), 0)"
        query = f"SELECT {what} FROM sheets WHERE path = ? AND options = ?"
        for registry, inputs, records, report, seal, used in self._ledger.read(query, *key):
            if seal != _sealed(str(path), self._options, registry, inputs, records, report):
                break
            self._mark(key, used)
            try:
                shared = [] if registry == self._things.shared else json.loads(records)
                changed = list(self._changed((*json.loads(inputs), *shared)))
                return self._changes(changed) if changed else _recalled(Report.of(report))
            except (KeyError, TypeError, ValueError):
                break
        return NEW

    def restore(self, report: Report) -> Report | str:
        """Return a recalled report once its files are where they belong; else why the sheet must be made again."""
        results = []
        for one in report.results:
            if one.entry and Path(one.entry.file).name != one.entry.file:
                return f"{one.entry.file} is no file of a build"
            left = one.entry is None or self._is_left(one.entry)
            if one.entry and not left and not self._put_back(one.entry):
                return f"{one.entry.file} is not as it was made"
            results.append(one if left else replace(one, kept=False, why="its file was gone or not as it was made"))
        return replace(report, results=tuple(results))

    def keep(self, path: Path, seen: Mapping[Thing, str], report: Report) -> None:
        """Keep what became of a sheet, and what was *seen* for it; not of one that may fare better next time.

        If something has changed since it was seen, what was made may be made of either, and nothing of it is kept.
        """
        where = (os.fsencode(path), self._options)  # a name may be no text
        self._files.forget()
        if not (same := self._things.still(seen)):
            self._ledger.forget()
        if same and all(one.status in ("built", "refused") for one in report.results):
            row = (self._things.shared, *self._inputs(seen), report.text())
            values = (*where, *row, _sealed(str(path), self._options, *row), self._ledger.build)
            self._ledger.write("REPLACE INTO sheets VALUES (?, ?, ?, ?, ?, ?, ?, ?)", *values)
        else:
            self._ledger.write("DELETE FROM sheets WHERE path = ? AND options = ?", *where)
        self._ledger.commit()

    def key(self, task: Task) -> str:
        """Return what tells the products of a task from all others: the edition, and what it is made with."""
        made_from = (task.edition, task.product, task.formats, task.stem, task.house, task.lint, task.isolated)
        made_with = [self._things.digest(thing) for thing in (("briefgen", ""), ("templates", task.product))]
        told = sha256()
        for part in _parts((vars(task.edition), made_from[1:], made_with)):
            told.update(part.encode(errors="surrogatepass"))
        return told.hexdigest()

    def made(self, key: str) -> list[Outcome] | None:
        """Return the products of the task with this *key*, if they are kept whole."""
        for text, seal in self._ledger.read("SELECT outcomes, seal FROM products WHERE key = ?", key):
            if seal != _sealed(key, text):
                break
            kept = [(kind, self._store.get(digest), pages) for kind, digest, pages in json.loads(text)]
            if all(data is not None for _, data, _ in kept):
                self._ledger.write("UPDATE products SET used = ? WHERE key = ?", self._ledger.build, key)
                return [Outcome(kind, Made(data or b"", pages)) for kind, data, pages in kept]
        return None

    def keep_made(self, key: str, outcomes: Sequence[Outcome]) -> None:
        """Keep the products of the task with this *key*, if nothing is missing."""
        self._has_made = True
        files = [(one.format, one.result) for one in outcomes if isinstance(one.result, Made)]
        if len(files) == len(outcomes):
            row = (key, json.dumps([(kind, self._store.put(made.data), made.pages) for kind, made in files]))
            self._ledger.write("REPLACE INTO products VALUES (?, ?, ?, ?)", *row, _sealed(*row), self._ledger.build)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        """Bring the kept files back to their limit; look whether what was made will be found again."""
        self._store.trim()
        if self._has_made:
            self._ledger.check()

    def _mark(self, key: tuple[bytes, str], used: int) -> None:
        """Mark the row with this *key* as used, unless one of the last builds has."""
        if used + MARKED < self._ledger.build:
            self._ledger.write("UPDATE sheets SET used = ? WHERE path = ? AND options = ?", self._ledger.build, *key)

    def _inputs(self, seen: Mapping[Thing, str]) -> tuple[str, str]:
        """Return what was *seen*, and apart from it the records: they are the same while the registry is."""
        told = [(kind, self._portable(kind, name), digest) for (kind, name), digest in seen.items()]
        records = [one for one in told if one[0] == "record"]
        return json.dumps([one for one in told if one[0] != "record"]), json.dumps(records)

    def _changed(self, inputs: Iterable[Sequence[str]]) -> Iterator[Thing]:
        """Yield what is no longer as it was."""
        for kind, name, digest in inputs:
            here = named(name, self._root) if kind in PATHS else name
            if self._things.digest((kind, here)) != digest:
                yield kind, name

    def _changes(self, changed: Sequence[Thing]) -> str:
        shown = (SAID.get(kind, "{}").format(name.replace("//", "/")) for kind, name in changed)
        said = list(dict.fromkeys(shown))
        more = [f"{len(said) - NAMED} more"] if len(said) > NAMED else []
        return f"changed: {', '.join((*said[:NAMED], *more))}"

    def _is_left(self, entry: Entry) -> bool:
        target = f"{self._out}{os.sep}{entry.file}"
        return not os.path.islink(target) and self._files.digest(target).partition(" ")[0] == entry.sha256

    def _put_back(self, entry: Entry) -> bool:
        data = self._store.get(entry.sha256)
        if data is None:
            return False
        try:
            write(self._out / entry.file, data)
        except OutputError:  # whoever makes it anew says so
            return False
        return True

    def _portable(self, kind: str, name: str) -> str:
        """Return a name that holds wherever the desk is."""
        return told(name, self._root) if kind in PATHS else name


class Forced(Memory):
    """A memory that keeps what is made and recalls nothing."""

    def recall(self, path: Path) -> Report | str:
        """Return that the sheet must be made again."""
        return "forced"

    def made(self, key: str) -> list[Outcome] | None:
        """Return nothing."""
        return None


def _parts(value: object) -> Iterator[str]:
    """Yield the parts of the text of a value: of one with very many rows, no more than some thousand at a time."""
    match value:
        case dict():
            for name, one in value.items():
                yield f"{name!r}:"
                yield from _parts(one)
        case tuple() | list():
            yield f"{type(value).__name__} of {len(value)}:"
            if len(value) <= ROWS:
                for one in value:
                    yield from _parts(one) if isinstance(one, (dict, tuple, list)) else (repr(one), ",")
            else:
                for start in range(0, len(value), ROWS):
                    yield repr(value[start : start + ROWS])
        case _:
            yield repr(value)


def _recalled(report: Report) -> Report:
    """Return a report as it is told again."""
    results = []
    for one in report.results:
        built = one.status == "built"
        results.append(replace(one, cached=built, kept=built, why="nothing has changed", seconds=0.0))
    return replace(report, results=tuple(results))


def _sealed(*values: object) -> str:
    """Return a digest of the values of a row: a disk that fails may change them, and what they are."""
    told = "".join(f"{type(value).__name__} {len(text := str(value))}:{text}" for value in values)
    return sha256(told.encode(errors="surrogatepass")).hexdigest()
