"""What cannot be read in a file: the first faults in full, of the others how many they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

from briefgen.sheet.dataset.cells import CellError
from briefgen.sheet.dataset.file import Fault

if TYPE_CHECKING:
    from _csv import Reader

MAX_FAULTS = 20
T = TypeVar("T")


class Faults:
    """The faults of the rows of *reader*, whose cells stand *at* their columns; *more* counts those after *first*."""

    def __init__(self, reader: Reader, at: Mapping[str, int]) -> None:
        self.reader, self.at, self.more = reader, at, 0
        self.first: list[Fault] = []

    def read(self, field: str, text: str, read: Callable[[str], T], otherwise: T, line: int = 0) -> T:
        """Return what *text* means as *field* of the row that ends on *line* (the last one), or note why it cannot."""
        try:
            return read(text)
        except CellError as error:
            self.add(self.at[field], error, line)
            return otherwise

    def add(self, column: int, error: CellError, line: int = 0) -> None:
        """Note what is wrong in *column* of the row that ends on *line* (the last one that was read)."""
        if len(self.first) < MAX_FAULTS:
            self.first.append(Fault(line or self.reader.line_num, column, error.code, str(error), error.remedy))
        else:
            self.more += 1
