"""Leaks that somebody could make, each a few lines: what the tests of non-interference must find.

A mutant plants itself with a ``monkeypatch``. Those of an edition change how it is copied, or add to it what they see
of the sheet; the others carry the sheet past the edition, to where a page, a file or a cache is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from types import SimpleNamespace
from typing import Any

import pytest

from briefgen import citations, issuing, portions, stages
from briefgen.build import job
from briefgen.build.cache import Memory
from briefgen.compose import composing
from briefgen.issuing import Issued, allow, copying, issued
from briefgen.markings import tlp
from briefgen.markings.reader import Reader
from briefgen.markings.scheme import Level, Marking
from briefgen.outputs import csv
from briefgen.sheet import Sheet
from briefgen.sheet.model.assessment import Judgement
from briefgen.sheet.model.evidence import Source
from briefgen.sheet.model.waiver import Waiver

Patch = pytest.MonkeyPatch
Plant = Callable[[Patch], None]


@dataclass(frozen=True)
class Mutant:
    """A leak by its *name*, and what plants it."""

    name: str
    plant: Plant

    def __str__(self) -> str:
        return self.name.replace(" ", "-")


# leaks in the making of an edition


def adding(section: str, change: Callable[[Any, Sheet, Issued], Any]) -> Plant:
    """Return what lets a section of every edition be what *change* makes of it, and of the sheet."""

    def plant(patch: Patch) -> None:
        for name in ("own", "release"):
            patch.setattr(issued, name, _changed(getattr(issued, name), section, change))
        patch.setattr(issuing, "release", issued.release)
        patch.setattr(issuing, "own", issued.own)

    return plant


def _changed(made: Callable[..., Issued | None], section: str, change: Callable[[Any, Sheet, Issued], Any]) -> Any:
    def make(sheet: Sheet, *more: Any) -> Issued | None:
        issued = made(sheet, *more)
        if issued is None:
            return None
        told = change(getattr(issued.edition, section), sheet, issued)
        return replace(issued, edition=replace(issued.edition, **{section: told}))

    return make


def product(name: str, value: Callable[[Sheet], Any]) -> Plant:
    """Return what adds to the document something that is worked out from the sheet."""
    return adding("product", lambda section, sheet, issued: section | {name: value(sheet)})


def setting(owner: Any, name: str, value: Any) -> Plant:
    """Return what puts *value* in place of what *owner* has under that name."""
    return lambda patch: patch.setattr(owner, name, value)


def _days(sheet: Sheet) -> list[str]:
    return sorted(event.when.start.text for event in sheet.events)


def _marks(sheet: Sheet) -> Iterator[Marking]:
    return (record.portion for record in sheet.records() if getattr(record, "portion", None))


def _numbered(sources: Any, sheet: Sheet, issued: Issued) -> Any:
    numbers = {issued.names.get(one.id): number for number, one in enumerate(sheet.sources, 1)}
    return tuple({**one, "number": numbers[one["id"]]} for one in sources)


def _most_cited(sources: Any, sheet: Sheet, issued: Issued) -> Any:
    names = [issued.names.get(one.ref) for claim in sheet.claims for one in claim.sources]
    return tuple(sorted(sources, key=lambda one: -names.count(one["id"])))


def _banner(marking: Any, sheet: Sheet, issued: Issued) -> Any:
    return marking | {"label": max([marking["label"], *(one.label for one in _marks(sheet))])}


def _promises(agreements: Any, sheet: Sheet, issued: Issued) -> Any:
    promised = tuple({"text": one.text} for agreement in sheet.agreements for one in agreement.undertakings)
    return tuple({**one, "undertakings": promised} for one in agreements)


def _rows(datasets: Any, sheet: Sheet, issued: Issued) -> Any:
    rows = tuple(row for one in sheet.datasets for row in one.summed.events)
    return tuple({**one, "events": rows} for one in datasets)


def _dangling(copier: Any, value: str) -> Any:
    return copier._names.get(value, str(value))


def _merged(level: Level) -> int:
    return 2 if level.label == "TLP:AMBER+STRICT" else level.rank


def _once(sheet: Sheet, reader: Reader, plain: Marking, led: frozenset[str], fallen: Any) -> Any:
    names = {one.id: one.id for one in sheet.records()}
    first = copying.copy(sheet, reader, plain, names, frozenset())
    return copying.copy(sheet, reader, plain, {one: one for one in first.ids}, frozenset())


def _with_keys(made: Callable[..., Any]) -> Any:
    def copy(copier: Any, value: Any) -> Any:
        kept = made(copier, value)
        return kept | {str(key): made(copier, one) for key, one in value.items()} if isinstance(value, dict) else kept

    return copy


def _more(table: dict[Any, tuple[str, ...]], model: Any, *names: str) -> Plant:
    return lambda patch: patch.setitem(table, model, (*table[model], *names))


def _not_the_waivers(gone: Callable[..., bool]) -> Any:
    return lambda copier, record: not isinstance(record, Waiver) and gone(copier, record)


def _matrix(rows: Any, sheet: Sheet, issued: Issued) -> Any:
    return (*rows, *({"note": one.note} for one in sheet.ach[len(rows) :]))


def _backwards(claims: Any, sheet: Sheet, issued: Issued) -> Any:
    return claims[:: -1 if len(sheet.claims) % 2 else 1]


def _contents(sheet: Sheet) -> int:
    return len(sheet.summary.narrative) if sheet.summary else 0


def _caveats(sheet: Sheet) -> list[str]:
    return sorted({name for one in _marks(sheet) for name in one.caveats})


def _reading(may: Callable[[Reader, Marking], bool]) -> Plant:
    return setting(Reader, "may_read", may)


def _is_cleared(reader: Reader, marking: Marking) -> bool:
    return marking.level.rank <= reader.level.rank


def _holds_all(reader: Reader, marking: Marking) -> bool:
    return reader.caveats.issuperset(marking.caveats)


def _holds_one(reader: Reader, marking: Marking) -> bool:
    return _is_cleared(reader, marking) and (not marking.caveats or not reader.caveats.isdisjoint(marking.caveats))


def _strict_is_not(reader: Reader, marking: Marking) -> bool:
    return _merged(marking.level) <= reader.level.rank and _holds_all(reader, marking)


def _brackets(text: str, names: Any) -> str:
    return citations.CITATION.sub("[]", text)


def _open(sheet: Sheet, default: Marking) -> Marking:
    return Marking(tlp.SCHEME.levels[0])


def _around(owner: Any, name: str, wrap: Callable[[Any], Any]) -> Plant:
    return lambda patch: patch.setattr(owner, name, wrap(getattr(owner, name)))


IN_EDITIONS = [
    Mutant("axis from all events", product("axis", lambda sheet: (_days(sheet)[:1], _days(sheet)[-1:]))),
    Mutant("numbers over all sources", adding("sources", _numbered)),
    Mutant("order of sources by all citations", adding("sources", _most_cited)),
    Mutant("order by what is withheld", adding("claims", _backwards)),
    Mutant("total of all records", product("total", lambda sheet: len(list(sheet.records())))),
    Mutant("count of figures", product("drawn", lambda sheet: len(sheet.figures))),
    Mutant("extent of all places", product("extent", lambda sheet: sorted(one.lat or 0 for one in sheet.places))),
    Mutant("names of all places", product("index", lambda sheet: [one.name for one in sheet.places])),
    Mutant("glossary of all actors", product("glossary", lambda sheet: [one.short for one in sheet.actors])),
    Mutant("contents of all paragraphs", product("contents", _contents)),
    Mutant("date of the last event", product("updated", lambda sheet: _days(sheet)[-1:])),
    Mutant("id with a count", product("id", lambda sheet: f"{sheet.product.id}-{len(sheet.claims)}")),
    Mutant("banner of all records", adding("marking", _banner)),
    Mutant("caveats of all records", product("caveats", _caveats)),
    Mutant("hash of the sheet", product("hash", lambda sheet: sha256(repr(sheet).encode()).hexdigest())),
    Mutant("undertakings of all agreements", adding("agreements", _promises)),
    Mutant("rows of all data sets", adding("datasets", _rows)),
    Mutant("all rows of the matrix", adding("ach", _matrix)),
    Mutant("references in fields kept", setting(copying._Copier, "_reference", _dangling)),
    Mutant("references in prose kept", setting(citations, "keeping", lambda text, names: text)),
    Mutant("empty brackets kept", setting(citations, "keeping", _brackets)),
    Mutant("keys kept", _around(copying._Copier, "copy", _with_keys)),
    Mutant("levels not looked at", _reading(_holds_all)),
    Mutant("caveats not looked at", _reading(_is_cleared)),
    Mutant("one caveat is enough", _reading(_holds_one)),
    Mutant("AMBER+STRICT taken for AMBER", _reading(_strict_is_not)),
    Mutant("unmarked taken for open", setting(issued, "unmarked", _open)),
    Mutant("parts of sentences kept", _around(portions, "keeping", lambda keep: lambda text, gone: keep(text, ()))),
    Mutant("references to what fell kept", setting(issued, "_settled", _once)),
    Mutant("figure of what is withheld drawn from all", setting(copying, "Figure", SimpleNamespace)),
    Mutant("waivers kept", _around(copying._Copier, "_is_gone", _not_the_waivers)),
    Mutant("protected names kept", setting(copying, "_protected", lambda descriptor: {})),
    Mutant("field of the desk allowed", _more(allow.ALLOWED, Source, "aliases", "snapshot")),
    Mutant("basis below the tear line", _more(allow.TORN, Judgement, "basis")),
    Mutant("shared records not asked for kept", setting(issued, "_reached", lambda copied, shared: copied.ids)),
    Mutant("hollow records kept", setting(copying, "NOTHING", ())),
    Mutant("marks of what fell kept", setting(copying._Noted, "__delitem__", lambda noted, key: None)),
]


# leaks past the edition


class Stash:
    """The last sheet that an edition was made of, where it should not be."""

    sheet: Sheet
    before: Sheet

    @property
    def count(self) -> int:
        """How many records the sheet has."""
        return len(list(self.sheet.records()))

    @property
    def names(self) -> str:
        """The names of all actors and places of the sheet."""
        return ", ".join([*(one.name for one in self.sheet.actors), *(one.name for one in self.sheet.places)])

    @property
    def days(self) -> str:
        """The days of all events of the sheet."""
        return " ".join(_days(self.sheet))


def past(owner: Any, name: str, leak: Callable[[Stash, Any], Any]) -> Plant:
    """Return what lets *leak* change what a function gives, knowing the sheet."""

    def plant(patch: Patch) -> None:
        stash = Stash()

        def keep(section: Any, sheet: Sheet, issued: Issued) -> Any:
            stash.before = getattr(stash, "sheet", sheet)
            stash.sheet = sheet
            return section

        adding("product", keep)(patch)
        made = getattr(owner, name)
        patch.setattr(owner, name, lambda *given: leak(stash, made(*given)))

    return plant


def page(markup: Callable[[Stash], str]) -> Plant:
    """Return what puts *markup* at the end of every page."""
    return past(composing, "settled", lambda stash, html: html.replace("</body>", f"{markup(stash)}</body>"))


def _extra(stash: Stash, rows: Iterator[Any]) -> Iterator[Any]:
    return iter([*rows, *((None, one.title) for one in stash.sheet.events)])


IN_PAGES = [
    Mutant("bookmark", page(lambda stash: f'<h6 style="bookmark-label: {stash.count!r}; visibility: hidden">x</h6>')),
    Mutant("alternative text", page(lambda stash: f'<svg role="img" aria-label="Events: {stash.days}"></svg>')),
    Mutant("metadata", page(lambda stash: f'<meta name="keywords" content="{stash.names}">')),
    Mutant("image metadata", page(lambda stash: f"<svg><metadata>{stash.names}</metadata></svg>")),
    Mutant("figure's table", page(lambda stash: f"<table><tr><td>{stash.days}</td></tr></table>")),
    Mutant("hidden text", page(lambda stash: f'<p style="opacity: 0">{stash.names}</p>')),
    Mutant("white space", page(lambda stash: " " * stash.count)),
    Mutant("names of anchors", page(lambda stash: "".join(f'<a id="{one.id}"></a>' for one in stash.sheet.claims))),
    Mutant("rows of the CSV file", past(csv, "rows", _extra)),
]


def _keyed(memory: Memory, task: Any) -> str:
    return sha256(repr((task.product, task.formats, task.stem)).encode()).hexdigest()


def _all_named(stash: Stash, issued: Issued) -> Issued:
    return replace(issued, names={one.id: one.id for one in stash.sheet.records()})


def _renamed(stash: Stash, tasks: Iterator[Any]) -> Iterator[Any]:
    return (replace(one, stem=f"{one.stem}-{stash.count}") for one in tasks)


def _hashed(stash: Stash, entry: Any) -> Any:
    return replace(entry, sha256=sha256(f"{stash.names} {stash.count}".encode()).hexdigest())


def _marked(stash: Stash, entry: Any) -> Any:
    return replace(entry, marking=max([entry.marking, *(one.label for one in _marks(stash.sheet))]))


IN_BUILDS = [
    Mutant("file name", past(stages.Stages, "_tasks", _renamed)),
    Mutant("hash in the manifest", past(job, "_entry", _hashed)),
    Mutant("page count of the whole", past(job, "_entry", lambda stash, entry: replace(entry, pages=stash.count))),
    Mutant("marking in the manifest", past(job, "_entry", _marked)),
    Mutant("log line", past(issuing, "own", _all_named)),
]
#: Into what an audience gets.
IN_AUDIENCES = [
    *IN_BUILDS[:-1],  # its log names no record
    Mutant("what is left of the sheet before", page(lambda stash: f"<!-- {len(list(stash.before.records()))} -->")),
]
#: What a reader gets who comes after another one.
IN_CACHES = [Mutant("cache hit across audiences", setting(Memory, "key", _keyed))]
