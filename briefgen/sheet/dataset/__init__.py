"""The file of a dataset to what it adds up to, and what is wrong with it; nothing here raises, whatever the file is."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.findings import Finding, Mark
from briefgen.sheet import paths
from briefgen.sheet.dataset.cells import Wanted
from briefgen.sheet.dataset.file import File, located, not_utf8, opened
from briefgen.sheet.dataset.plan import plan
from briefgen.sheet.dataset.provinces import unknown
from briefgen.sheet.dataset.summing import EVER, span_of, summed
from briefgen.sheet.dataset.tally import MAX_ROWS, Tally
from briefgen.sheet.dataset.top import Top
from briefgen.sheet.document import Text
from briefgen.sheet.messages import suggest
from briefgen.sheet.model.dataset import Dataset

if TYPE_CHECKING:
    from _csv import Reader

MAX_TOP = 500


def read_all(datasets: Iterable[Dataset], folder: Path, *, invented: bool) -> Iterator[Finding]:
    """Let each of *datasets* hold what its file adds up to; yield what is wrong. Files lie in *folder*, the desk's.

    Where countries are *invented*, no map need know them.
    """
    for dataset in datasets:
        name = dataset.written("file")
        assert isinstance(name, Text), "the model has seen to it"
        found, findings = paths.find(name, Path(name.source.path).parent, folder)
        if len(found) > 1:
            findings = [Finding(name.mark, "INC001", f"{name} means {len(found)} files", "name one of them")]
        yield from findings or _read(dataset, found[0], invented)


def _read(dataset: Dataset, path: Path, invented: bool) -> Iterator[Finding]:
    file = opened(path)
    if isinstance(file, Finding):
        yield file
        return
    with file.open() as text:
        rows = file.rows(text)
        try:
            tally = _tally(dataset, rows)
            if isinstance(tally, Tally):
                tally.add_all()
                yield from _cut(file, tally)
        except UnicodeDecodeError:
            yield not_utf8(file)
        except csv.Error as error:
            yield _broken(Mark(file.shown, max(1, rows.line_num), 1), error)
        else:
            yield from _said(dataset, file, tally, invented) if isinstance(tally, Tally) else tally


def _tally(dataset: Dataset, rows: Reader) -> Tally | list[Finding]:
    """Return what will add up the *rows* under their header, or why it cannot."""
    laid, findings = plan(dataset, next(rows, []))
    filters = {name: Wanted(values) for name, values in dataset.filters.items()}
    if findings:
        return findings
    span = span_of(dataset.period) if dataset.period else EVER
    return Tally(rows, laid, filters, span, Top(min(dataset.top, MAX_TOP)), listing=dataset.pass_on)


def _cut(file: File, tally: Tally) -> Iterator[Finding]:
    if tally.is_cut:
        message = f"the file has more than {MAX_ROWS:,} rows"
        yield Finding(Mark(file.shown, 1, 1), "INC004", message, "keep only the rows that are needed")


def _broken(mark: Mark, error: csv.Error) -> Finding:
    if "limit" in str(error):
        return Finding(mark, "INC004", f"a cell is over {csv.field_size_limit():,} characters", "shorten it")
    message = "from here on the cells cannot be told apart: a quotation mark stands alone"
    return Finding(
        mark, "INC004", message, "put cells with quotation marks in quotation marks, and double those inside"
    )


def _said(dataset: Dataset, file: File, tally: Tally, invented: bool) -> Iterator[Finding]:
    """Let *dataset* hold the sums and yield what there is to say of the rows."""
    dataset.hold(summed(tally, dataset.period))
    unmapped = [] if tally.faults.first else unknown(tally, invented)
    yield from located(file, [*tally.faults.first, *unmapped])
    if more := tally.faults.more:
        last = Mark(file.shown, tally.faults.first[-1].line, 1)
        yield Finding(last, "INC004", f"and {more} more cells that cannot be read", "mend their columns as a whole")
    if not tally.faults.first:
        yield from _left_empty(dataset, tally)


def _left_empty(dataset: Dataset, tally: Tally) -> Iterator[Finding]:
    """Yield a finding (INC006) for every value of a filter that no row has, and where no row is left."""
    unmet = False
    for name, wanted in tally.wanted.items():
        for value in wanted.unmet:
            unmet = True
            message = f'dataset {dataset.id}: no row has "{value}" in {name}'
            remedy = suggest(value, sorted(filter(None, wanted)), "correct the value, or leave it out")
            yield Finding(dataset.mark("filters", name), "INC006", message, remedy, "warning", dataset.id)
    if not tally.kept and not unmet:
        message = f"dataset {dataset.id}: none of its {tally.rows:,} rows is kept"
        remedy = "widen its filters or its period"
        yield Finding(dataset.mark("file"), "INC006", message, remedy, "warning", dataset.id)
