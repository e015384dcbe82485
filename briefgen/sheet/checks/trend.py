"""A trend counts one kind of thing, by time, and compares stretches that begin somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Finding
from briefgen.sheet.model.census import Census
from briefgen.sheet.model.ids import kind_of
from briefgen.sheet.model.summary import Figure

OF_DATA = ("events", "killed")
BY_PLACE = ("province", "point")


def check(census: Census) -> Iterator[Finding]:
    """Yield a finding (SHT020) for everything that a trend is asked for and cannot draw."""
    for figure, owner in census.of(Figure):
        for field, message, remedy in _faults(figure) if figure.kind == "trend" else ():
            yield Finding(figure.mark(field), "SHT020", message, remedy, record=owner)


def _faults(figure: Figure) -> Iterator[tuple[str, str, str]]:
    kinds = {kind_of(one) for one in figure.records}
    if kinds >= {"event", "dataset"}:
        yield "from", "a trend of events and of a dataset would count twice what stands in both", "name one of the two"
    if "dataset" in kinds and figure.measure not in (None, *OF_DATA):
        yield "measure", f"a dataset has no number of {figure.measure}", f"use {' or '.join(OF_DATA)}"
    if figure.by in BY_PLACE:
        yield "by", f"a trend cannot count by {figure.by}", "use day, week or month"
    for field in ("baseline", "window"):
        stretch = getattr(figure, field)
        if stretch and stretch.date.first is None:
            yield field, f"nobody knows when the {field} begins", "give its first day, or its month"
