"""A CSV file (RFC 4180) to records: rows become mappings whose values know their line and column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from briefgen.findings import Finding
from briefgen.sheet.document import Mapping, Node, Sequence, Source, Text
from briefgen.sheet.messages import suggest

DELIMITERS = ",;\t"
MAX_ROWS = 20_000
IDS = re.compile(r"[a-z]+-[a-z0-9-]+(\s*;\s*[a-z]+-[a-z0-9-]+)+")


@dataclass(frozen=True)
class _Field:
    """One field of a record, as the steps of its dotted path, and the column that fills it."""

    steps: tuple[Text, ...]
    column: int


def rows(source: Source, columns: Mapping) -> tuple[Sequence, list[Finding]]:
    """Return one mapping for each row of *source*, and what is wrong with the table.

    *columns* says which column fills which field; a field is a dotted path. An empty cell is no value, and ids with
    semicolons between them are a list.
    """
    lines = _lines(source)
    header = next(lines)
    fields, findings = _fields(columns, header)
    records = Sequence(mark=source.mark(1, 1))
    for cells in islice(lines, MAX_ROWS):
        findings += _misshapen(cells, len(header))
        if any(cells):
            records.append(_record(cells, fields))
    if any(map(any, lines)):
        message = f"the table has more than {MAX_ROWS} rows"
        findings.append(Finding(records.mark, "INC004", message, "split the table, or sum rows up"))
    return records, findings


def _lines(source: Source) -> Iterator[list[Text]]:
    cells: list[Text] = []
    line, line_start = 1, 0
    for found in cell_pattern(delimiter(source.text)).finditer(source.text):
        cells.append(_cell(source, found, line, found.start() - line_start + 1))
        if breaks := found[0].count("\n"):
            line, line_start = line + breaks, source.text.rfind("\n", 0, found.end()) + 1
        if found[2] in ("\n", ""):
            yield cells
            cells = []


def delimiter(text: str) -> str:
    """Return what separates the cells of a table that begins with *text*: its first line shows it."""
    return max(DELIMITERS, key=text.partition("\n")[0].count)


def cell_pattern(delimiter: str) -> re.Pattern[str]:
    """Return a pattern that matches one cell and what ends it, at any place."""
    return re.compile(rf'("[^"]*+(?:""[^"]*+)*"(?=[{delimiter}\n]|\Z)|[^{delimiter}\n]*)([{delimiter}\n]|\Z)')


def _cell(source: Source, found: re.Match[str], line: int, column: int) -> Text:
    raw = found[1]
    closed = len(raw) > 1 and raw[0] == raw[-1] == '"'
    cell = Text((raw[1:-1].replace('""', '"') if closed else raw).strip())
    cell.source, cell.line, cell.column, cell.quoted = source, line, column, closed
    cell.start, cell.end = found.span(1)
    return cell


def _misshapen(cells: list[Text], width: int) -> Iterator[Finding]:
    if len(cells) > width:
        message = f"this row has {len(cells)} cells, the header {width}"
        yield Finding(cells[width].mark, "INC004", message, "put cells that hold the delimiter in quotation marks")
    for cell in cells:
        if cell.source.text.startswith('"', cell.start) and not cell.quoted:
            yield Finding(cell.mark, "INC004", "the quotation mark is never closed", "close it at the end of the cell")


def _fields(columns: Mapping, header: list[Text]) -> tuple[list[_Field], list[Finding]]:
    fields, findings = [], []
    for path, name in columns.items():
        if isinstance(path, Text) and isinstance(name, Text) and name in header:
            fields.append(_Field(_steps(path), header.index(name)))
        elif isinstance(name, Text):
            remedy = suggest(name, [column for column in header if column])
            findings.append(Finding(name.mark, "INC004", f'the table has no column "{name}"', remedy))
    return fields, findings


def _steps(path: Text) -> tuple[Text, ...]:
    return tuple(path.like(step) for step in path.split("."))


def _record(cells: list[Text], fields: list[_Field]) -> Mapping:
    record = Mapping(mark=cells[0].mark)
    for field in fields:
        cell = cells[field.column] if field.column < len(cells) else None
        if cell:
            _fill(record, field.steps, cell)
    return record


def _fill(record: Mapping, steps: tuple[Text, ...], cell: Text) -> None:
    *parents, last = steps
    for step in parents:
        below = record.setdefault(step, Mapping(mark=cell.mark))
        if not isinstance(below, Mapping):
            return
        record = below
    record[last] = _value(cell)


def _value(cell: Text) -> Node:
    if not IDS.fullmatch(cell):
        return cell
    return Sequence((cell.like(one.strip()) for one in cell.split(";")), mark=cell.mark)
