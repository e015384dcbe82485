"""What the cells of a dataset mean. Each text is read once: most of them stand in many rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeVar

from briefgen.dates import MONTHS

ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
NAMED = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3,9})[ -](\d{4}|\d\d)", re.ASCII)
OLDEST = 97  # of the years with two digits: ACLED begins in 1997
SLASHED = re.compile(r"\d{1,4}[/.]\d{1,2}[/.]\d{1,4}", re.ASCII)
MAX_LENGTH = 300
T = TypeVar("T")


class CellError(ValueError):
    """Raised for a cell that cannot be used; *code* is that of the finding, *remedy* what to write."""

    def __init__(self, code: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.code, self.remedy = code, remedy


class Read(dict[Any, T]):
    """What texts mean, read by *read* when they are first met."""

    def __init__(self, read: Callable[[Any], T]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: Any) -> T:
        value = self[text] = self._read(text)
        return value


class Wanted(dict[str, bool]):
    """Whether a cell has one of the *chosen* values of a filter; *unmet* are those that no cell had so far."""

    KEPT = 10_000  # texts; a column with more is no list of kinds

    def __init__(self, chosen: Iterable[str]) -> None:
        super().__init__()
        self.unmet = {words(value): None for value in chosen}
        self._chosen = frozenset(self.unmet)

    def __missing__(self, text: str) -> bool:
        value = words(text)
        found = value in self._chosen
        if found:
            self.unmet.pop(value, None)
        if len(self) < self.KEPT:
            self[text] = found
        return found


def words(text: str) -> str:
    """Return *text* with one space between words and none around them."""
    return " ".join(text.split())


def label(text: str) -> str:
    """Return a short text as it may stand on a page. Raises CellError for one that is long or hides something."""
    label = words(text)
    if not label.isprintable():
        hidden = next(character for character in label if not character.isprintable())
        message = f"character U+{ord(hidden):04X} is not allowed: it cannot be seen"
        raise CellError("YML004", message, "delete it; an editor that shows invisible characters helps to find it")
    if len(label) > MAX_LENGTH:
        message = f"the cell has {len(label):,} characters"
        raise CellError("INC004", message, f"shorten it to {MAX_LENGTH}, or name another column")
    return label


def note(text: str) -> str:
    """Return what is recorded of an event, on one line and not too long. Raises CellError for what cannot be seen."""
    text = words(text)
    return label(text if len(text) <= MAX_LENGTH else f"{text[: MAX_LENGTH - 2].rsplit(' ', 1)[0]} …")


def day(text: str) -> str:
    """Return a day as ISO 8601 text, nothing for an empty cell. Raises CellError."""
    text = text.strip()
    if not text:
        return ""
    try:
        if found := ISO.fullmatch(text):
            return date(*map(int, found.groups())).isoformat()
        if (found := NAMED.fullmatch(text)) and found[2][:3].lower() in MONTHS:
            return date(_year(found[3]), MONTHS.index(found[2][:3].lower()) + 1, int(found[1])).isoformat()
    except ValueError:
        raise CellError("SHT008", f'"{text[:40]}" is no date: there is no such day', "correct it in the file") from None
    reason = ": it can be read with the day or the month first" if SLASHED.fullmatch(text) else ""
    raise CellError("SHT008", f'"{text[:40]}" is no date{reason}', "write 2024-02-07, 07 February 2024 or 07-Feb-24")


def _year(digits: str) -> int:
    year = int(digits)
    return year if len(digits) == 4 else year + (1900 if year >= OLDEST else 2000)


def number(text: str) -> int | None:
    """Return a whole number, None for an empty cell. Raises CellError."""
    text = text.strip()
    if not text:
        return None
    if not re.fullmatch("[0-9]{1,7}", text):
        raise CellError("SHT006", f'"{text[:40]}" is not a whole number', "write digits only, or leave the cell empty")
    return int(text)


def latitude(text: str) -> float | None:
    """Return a latitude in degrees, None for an empty cell. Raises CellError."""
    return _degrees(text, 90)


def longitude(text: str) -> float | None:
    """Return a longitude in degrees, None for an empty cell. Raises CellError."""
    return _degrees(text, 180)


def _degrees(text: str, limit: int) -> float | None:
    text = text.strip()
    if not text:
        return None
    if not re.fullmatch(r"-?[0-9]{1,3}(\.[0-9]{1,12})?", text) or abs(float(text)) > limit:
        remedy = f"write decimal degrees from -{limit} to {limit}"
        raise CellError("SHT006", f'"{text[:40]}" is not a number of degrees up to {limit}', remedy)
    return float(text)
