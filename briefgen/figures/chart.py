"""A chart of the analyst's own: a Vega-Lite specification in the sheet, drawn in the theme's colours and fonts.

Its data stand in it as ``values``, or are the events of the sheet: ``data: {name: events}``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from briefgen import dates
from briefgen.edition import Edition, Record
from briefgen.errors import FigureError
from briefgen.figures import vega
from briefgen.figures.cases import KINDS
from briefgen.figures.figure import Figure

Datum: TypeAlias = Mapping[str, Any]
EVENTS = "events"
ROWS = 1_000


def draw(edition: Edition, record: Record) -> Figure:
    """Return the chart of ``spec``, with the text alternative ``alt`` that its writer owes it, and its data as a table.

    ``records`` narrows the events, where the specification takes its data from them. Raises FigureError; see vega.py.
    """
    spec, alt = dict(record["spec"]), str(record["alt"])
    events = tuple(rows(edition, record.get("records") or ()))
    used = EVENTS in _names(spec)
    if used:
        spec["datasets"] = {**spec.get("datasets", {}), EVENTS: events}
    found = list(_values(spec))
    if not any(found):
        if used:
            return Figure("", alt)
        raise FigureError(record.get("id"), "FIG002", "it has no rows of data — write them as a list under `values`")
    if max(map(len, found)) > ROWS:
        raise FigureError(record.get("id"), "FIG003", f"it has over {ROWS:,} rows of data — add them up first")
    sources = tuple(row["id"] for row in events) if used else ()
    svg = vega.draw(spec, alt, record.get("id"))
    return Figure(svg, alt, record.get("caption") or "Chart", _table(found), "", sources)


def rows(edition: Edition, chosen: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Yield the *chosen* events, all when empty, as rows: what is not known stays out of a row, and is never nought.

    ``date`` is the first day that the event can have begun on; of a number, ``killed`` is the best figure, and
    ``killed_low`` and ``killed_high`` are its ends.
    """
    wanted, places = set(chosen), {place["id"]: place for place in edition.places}
    for event in edition.events:
        if not wanted or event["id"] in wanted:
            first = dates.parse(event["when"]["start"]).first
            where = [places[one]["name"] for one in event["where"]]
            row = {"id": event["id"], "title": event["title"], "type": event["type"], "date": first and str(first)}
            row |= {"place": where[0] if where else None, **_harm(event["harm"] or {})}
            yield {name: value for name, value in row.items() if value is not None}


def _harm(harm: Record) -> dict[str, int | None]:
    tolls = {kind: harm[kind] for kind in KINDS if harm.get(kind)}
    ends = {f"{kind}_{end}": toll[end] for kind, toll in tolls.items() for end in ("low", "high")}
    return {kind: toll["best"] for kind, toll in tolls.items()} | ends


def _names(node: Any) -> Iterator[str]:
    """Yield the names of all data that a specification takes from elsewhere."""
    if isinstance(node, Mapping):
        data = node.get("data")
        if isinstance(data, Mapping) and isinstance(data.get("name"), str) and "values" not in data:
            yield data["name"]
        for below in node.values():
            yield from _names(below)
    elif isinstance(node, list | tuple):
        for below in node:
            yield from _names(below)


def _values(node: Any) -> Iterator[list[Datum]]:
    """Yield the rows of all data that stand in a specification."""
    if isinstance(node, Mapping):
        for name, below in node.items():
            if name == "values" and isinstance(below, list | tuple):
                yield [one if isinstance(one, Mapping) else {"data": one} for one in below]
            elif name == "datasets" and isinstance(below, Mapping):
                yield from ([one for one in rows if isinstance(one, Mapping)] for rows in below.values())
            elif name != "encoding":
                yield from _values(below)
    elif isinstance(node, list | tuple):
        for below in node:
            yield from _values(below)


def _table(found: list[list[Datum]]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    data = [row for part in found for row in part]
    head = tuple(name for name in dict.fromkeys(name for row in data for name in row) if name != "id")
    return head, tuple(tuple(_cell(row.get(name)) for name in head) for row in data)


def _cell(value: Any) -> str:
    return "" if value is None else f"{value:,}" if isinstance(value, int) and abs(value) >= 10_000 else str(value)
