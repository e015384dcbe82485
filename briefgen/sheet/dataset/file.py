"""The CSV file of a dataset as rows of cells: streamed, with limits, and with the place of any cell when asked."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

from briefgen.findings import Finding, Mark, Severity
from briefgen.sheet import table, textfile
from briefgen.traces import look

if TYPE_CHECKING:
    from _csv import Reader

MAX_BYTES = 200 << 20
MAX_LINE = 1 << 20  # bytes


class Fault(NamedTuple):
    """What is wrong with the cell in *column* of the row that ends on *line*."""

    line: int
    column: int
    code: str
    message: str
    remedy: str
    severity: Severity = "error"


@dataclass(frozen=True)
class File:
    """A CSV file whose bytes are those of text, with what separates its cells."""

    path: Path
    shown: str
    delimiter: str

    def open(self) -> IO[str]:
        """Return the file, opened for `rows`."""
        return self.path.open(encoding="utf-8-sig", newline="")

    def rows(self, text: Iterable[str]) -> Reader:
        """Return the reader of its rows; the first is the header."""
        return csv.reader(text, delimiter=self.delimiter, strict=True)


def opened(path: Path) -> File | Finding:
    """Return the file at *path*, or why it is no text that could be read row by row."""
    shown = textfile.shown(path)
    look("file", path.absolute())
    try:
        if not path.is_file():
            raise OSError(0, "it is not a regular file")
        found = _refusal(path, shown)
    except OSError as error:
        reason = (error.strerror or "cannot be opened").lower()
        return Finding(Mark(shown, 1, 1), "YML001", f"the file cannot be read: {reason}", "check the path")
    if found:
        return found
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        head = file.readline(MAX_LINE)
    return File(path, shown, table.delimiter(head))


def _refusal(path: Path, shown: str) -> Finding | None:
    """Return what makes the file at *path* no text, or too much of it. Its bytes are looked at, not kept."""
    first = Mark(shown, 1, 1)
    if path.stat().st_size > MAX_BYTES:
        message = f"the file is over {MAX_BYTES >> 20} MiB"
        return Finding(first, "YML003", message, "keep only the rows that the figures are about")
    with path.open("rb") as file:
        while chunk := file.read(MAX_LINE):
            if file.tell() == len(chunk) and (chunk.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in chunk[:2]):
                return Finding(first, "YML002", "the file is UTF-16, not UTF-8", "save it as UTF-8")
            if b"\0" in chunk:
                return textfile.forbidden(_line(path, shown, file.tell() - len(chunk) + chunk.index(b"\0")), "\0")
            if len(chunk) == MAX_LINE and b"\n" not in chunk and b"\r" not in chunk:
                place = _line(path, shown, file.tell() - len(chunk))
                return Finding(place, "INC004", f"a line is over {MAX_LINE >> 20} MiB", "check what the file is")
    return None


def _line(path: Path, shown: str, offset: int) -> Mark:
    """Return the line on which the byte at *offset* stands."""
    with path.open("rb") as file:
        chunks = (file.read(min(MAX_LINE, offset - start)) for start in range(0, offset, MAX_LINE))
        return Mark(shown, 1 + sum(chunk.count(b"\n") for chunk in chunks), 1)


def not_utf8(file: File) -> Finding:
    """Return the finding on the first line of *file* that is not UTF-8."""
    with file.path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            try:
                line.decode("utf-8")
            except UnicodeDecodeError as error:
                mark = Mark(file.shown, number, len(line[: error.start].decode("utf-8", "replace")) + 1)
                message = f"byte 0x{line[error.start]:02X} is not UTF-8"
                return Finding(mark, "YML002", message, "save the file as UTF-8; it may be in Windows-1252 now")
    return Finding(Mark(file.shown, 1, 1), "YML002", "the file is not UTF-8", "save the file as UTF-8")


def located(file: File, faults: Iterable[Fault]) -> Iterator[Finding]:
    """Yield a finding, at its cell, for each of the *faults*; the file is read again for it, as far as the last."""
    waiting, lines, begun = sorted(faults), deque[str](), 1
    with file.path.open(encoding="utf-8-sig", errors="replace", newline="") as text:
        rows = file.rows(_remembered(text, lines))
        while waiting:
            next(rows)
            while waiting and waiting[0].line <= rows.line_num:
                fault = waiting.pop(0)
                line, column = _place(file, "".join(lines), fault.column)
                mark = Mark(file.shown, begun + line, column)
                yield Finding(mark, fault.code, fault.message, fault.remedy, fault.severity)
            lines.clear()
            begun = rows.line_num + 1


def _remembered(text: Iterable[str], lines: deque[str]) -> Iterator[str]:
    for line in text:
        lines.append(line)
        yield line


def _place(file: File, row: str, column: int) -> tuple[int, int]:
    """Return on which line of a *row*, from 0, and in which column of it, from 1, one of its cells begins."""
    row = row.replace("\r\n", "\n").replace("\r", "\n")
    cells = islice(table.cell_pattern(file.delimiter).finditer(row), column, None)
    start = next((found.start() for found in cells), 0)
    return row.count("\n", 0, start), start - row.rfind("\n", 0, start)
