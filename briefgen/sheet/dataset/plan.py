"""Where a file has what a dataset is made from, and what is wrong with the names that the sheet gives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.findings import Finding
from briefgen.sheet.dataset.cells import words
from briefgen.sheet.messages import suggest
from briefgen.sheet.model.dataset import Columns, Dataset


@dataclass(frozen=True)
class Plan:
    """The index of the column of each field, and of each filter; a field without a column points past the last one."""

    width: int
    fields: dict[str, int]
    filters: dict[str, int]

    @property
    def is_whole(self) -> bool:
        """Whether every field has a column."""
        return self.width not in self.fields.values()


def plan(dataset: Dataset, header: list[str]) -> tuple[Plan, list[Finding]]:
    """Return where the file with this *header* has what *dataset* needs, and a finding for every name it has not."""
    names = [words(name) for name in header]
    chosen = dataset.columns or Columns.model_construct()
    fields = {field: getattr(chosen, field) for field in Columns.model_fields}
    at = {field: names.index(name) if name in names else len(names) for field, name in fields.items()}
    filters = {name: names.index(name) for name in dataset.filters if name in names}
    return Plan(len(names), at, filters), list(_missing(dataset, names, fields))


def _missing(dataset: Dataset, names: list[str], fields: dict[str, str]) -> Iterator[Finding]:
    named = dataset.columns.model_fields_set if dataset.columns else ()
    for field, name in fields.items():
        if name not in names and field in named:
            yield _no_column(dataset, name, names, "columns", field)
        elif name not in names and field == "date":
            remedy = suggest(name, filter(None, names), f"name it: `columns: {{date: …}}`, {_one_of(names)}")
            yield _finding(dataset, f'the file has no column "{name}"', remedy, "file")
    for name in dataset.filters:
        if name not in names:
            yield _no_column(dataset, name, names, "filters", name)


def _no_column(dataset: Dataset, name: str, names: list[str], *place: str) -> Finding:
    return _finding(dataset, f'the file has no column "{name}"', suggest(name, filter(None, names)), *place)


def _finding(dataset: Dataset, message: str, remedy: str, *place: str) -> Finding:
    return Finding(dataset.mark(*place), "INC004", f"dataset {dataset.id}: {message}", remedy, record=dataset.id)


def _one_of(names: list[str]) -> str:
    return f"one of {', '.join(filter(None, names[:20]))}"
