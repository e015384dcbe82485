"""CSV (RFC 4180): every event of the edition, one a row, for readers who want more than a table has room for.

A number is its low and its high end; one without a high end may be more. 0 with no high end is a data set's “none
reported”, which is not the same as none.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from briefgen.compose.library import Library
from briefgen.edition import Edition, Record
from briefgen.figures.amounts import known
from briefgen.outputs.made import Made

if TYPE_CHECKING:
    from briefgen.compose.page import Page
    from briefgen.pdf import Press

HARM = ("killed", "injured", "abducted", "missing", "displaced", "affected")
WHAT = ("data", "id", "date", "end", "type", "subtype", "title", "actors")
WHERE = ("country", "admin1", "place", "latitude", "longitude", "precision")
HEAD = (*WHAT, *WHERE, *(f"{kind}_{end}" for kind in HARM for end in ("low", "high")), "note", "sources", "marking")
FORMULA = tuple("=+-@\t\r＝＋－＠")  # what a spreadsheet would calculate
Cell: TypeAlias = str | int | float | None


def make(page: Page, press: Press) -> Made:
    """Return the events of the edition that *page* was made from."""
    return Made(table(page.edition) if page.edition else b"")


def table(edition: Edition) -> bytes:
    """Return the events of *edition* and the rows of its data sets as CSV in UTF-8."""
    data = io.BytesIO()
    with io.TextIOWrapper(data, encoding="utf-8", newline="", write_through=True) as text:
        out = csv.writer(text)
        out.writerow(HEAD)
        out.writerows(map(_safe, rows(edition)))
        return data.getvalue()


def _safe(row: Iterable[Cell]) -> Iterator[Cell]:
    for cell in row:
        yield f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def rows(edition: Edition) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for every event of the sheet, then for every one of a data set that may be passed on."""
    exercise = ("EXERCISE",) if edition.product.get("exercise") else ()
    marking, library = " ".join((edition.marking["label"], *exercise)), Library(edition)
    for event in edition.events:
        yield (*_event(event, library), marking)
    for data in edition.datasets:
        source = library.name(data["source"])
        for number, day, kind, where, killed, actors in data["events"]:
            what = (data["title"], number, day, None, *kind, None, "; ".join(filter(None, actors)))
            yield (*what, *where, killed, killed or None, *[None] * (2 * len(HARM) - 2), None, source, marking)


def _event(event: Record, library: Library) -> Iterator[Cell]:
    when, sides = event["when"], event["actors"] or {"by": (), "against": ()}
    yield from (None, (event["external"] or {}).get("acled"), when["start"], when["end"], event["type"], None)
    yield from (event["title"], "; ".join(map(library.name, (*sides["by"], *sides["against"]))))
    yield from _where([library.get(place) for place in event["where"]])
    for kind in HARM:
        yield from _ends((event["harm"] or {}).get(kind))
    claims = [library.get(claim) for claim in event["claims"]]
    sources = dict.fromkeys(one["ref"] for claim in claims for one in claim["sources"])
    yield from (event["note"], "; ".join(map(library.name, sources)))


def _where(places: list[Record]) -> Iterator[Cell]:
    """Yield country and province that all *places* share, their names, and what else is known of an only one."""
    for level in (0, 1):
        found = {place["admin"][level] for place in places if len(place["admin"]) > level}
        yield found.pop() if len(found) == 1 else None
    yield "; ".join(place["name"] for place in places)
    for field in ("lat", "lon", "precision"):
        yield places[0][field] if len(places) == 1 else None


def _ends(amount: Record | None) -> tuple[int | None, int | None]:
    if amount is None:
        return None, None
    found = known(amount)
    return found.low, None if found.open else found.high
