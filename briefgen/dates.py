"""Dates after ISO 8601-2 (EDTF): what was written, and the first and last day that it can mean.

The subset: day, month, year; ``~`` approximate, ``?`` uncertain, ``%`` both; ``X`` for unknown digits; seasons 21-24;
intervals with open (``..``) or unknown (empty) ends; ``[one of]``, ``{all of}``; date and time with zone. Common
forms are read here, without the edtf library, whose import alone takes longer than reading a sheet.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Literal

Kind = Literal["date", "interval", "one-of", "all-of"]
Precision = Literal["minute", "day", "month", "season", "year", "decade", "century"]
Unbounded = Literal["open", "unknown"]
Bounds = tuple[date, date, Precision]

POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)", re.ASCII)
UNSPECIFIED = re.compile(r"(\d{3}X|\d{2}XX|\d{4}-XX|\d{4}-\d\d-XX|\d{4}-XX-XX)([~?%]?)", re.ASCII)
MOMENT = re.compile(r"(\d{4})-(\d\d)-(\d\d)[T ](\d{1,2}):(\d\d)(?::(\d\d))?(Z|[+-]\d\d(?::?\d\d)?)?", re.ASCII)
YEARS = range(1500, 2200)
SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
#: How far “about” reaches beyond what is written; our own, because the library's is over a year for a day.
MARGINS: dict[Precision, timedelta] = {
    "day": timedelta(days=3),
    "month": timedelta(days=10),
    "season": timedelta(days=31),
    "year": timedelta(days=91),
    "decade": timedelta(days=731),
    "century": timedelta(days=3653),
}
USE = "write 2024-02-05, 2024-02 or 2024, with ~ for about and ? for uncertain"


class NotADateError(ValueError):
    """Raised for text that is no date; its text is the reason, ``remedy`` what to write instead."""

    def __init__(self, reason: str, remedy: str = USE) -> None:
        super().__init__(reason)
        self.remedy = remedy


@dataclass(frozen=True)
class Edtf:
    """One EDTF expression. *first* and *last* are the days that are written; None where an end is not bounded."""

    text: str
    kind: Kind
    first: date | None
    last: date | None
    precision: Precision
    approximate: bool = False
    uncertain: bool = False
    moment: datetime | None = None
    open_start: Unbounded | None = None
    open_end: Unbounded | None = None
    parts: tuple[Edtf, ...] = ()

    @property
    def earliest(self) -> date | None:
        """The first day that it can mean, “about” counted in."""
        if self.first is None:
            return None
        starts = self.parts[:1] if self.kind == "interval" else self.parts
        return min((day for part in starts if (day := part.earliest)), default=self.first - self._margin())

    @property
    def latest(self) -> date | None:
        """The last day that it can mean, “about” counted in."""
        if self.last is None:
            return None
        ends = self.parts[-1:] if self.kind == "interval" else self.parts
        return max((day for part in ends if (day := part.latest)), default=self.last + self._margin())

    def _margin(self) -> timedelta:
        return MARGINS[self.precision] if self.approximate else timedelta()


def parse(text: str) -> Edtf:
    """Return what *text* means in EDTF (ISO 8601-2). Raises NotADateError, which says why not and what to write."""
    text = text.strip()
    if text[:1] + text[-1:] in ("[]", "{}"):
        return _set(text)
    if "/" in text and not re.fullmatch(r"\d{1,4}/\d{1,2}(/\d{1,4})?", text):
        return _interval(text)
    return _single(text)


def _single(text: str) -> Edtf:
    if found := POINT.fullmatch(text):
        return _point(text, *found.groups())
    if found := MOMENT.fullmatch(text):
        return _moment(text, found)
    if found := UNSPECIFIED.fullmatch(text):
        return _unspecified(text, *found.groups())
    raise _refusal(text)


def _point(text: str, year: str, month: str | None, day: str | None, qualifier: str) -> Edtf:
    _check_year(year)
    bounds = _bounds(int(year), int(month) if month else None, int(day) if day else None)
    return _qualified(Edtf(text, "date", *bounds), qualifier)


def _bounds(year: int, month: int | None, day: int | None) -> Bounds:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31), "year"
    if day is None:
        return _month(year, month)
    exact = _day(year, month, day)
    return exact, exact, "day"


def _month(year: int, month: int) -> Bounds:
    if month in SEASONS:
        first, (last_year, last_month) = SEASONS[month], divmod(year * 12 + SEASONS[month] + 1, 12)
        return date(year, first, 1), _month_end(last_year, last_month + 1), "season"
    if not 1 <= month <= 12:
        raise NotADateError(f"there is no month {month:02}", "write 01 to 12")
    return date(year, month, 1), _month_end(year, month), "month"


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _day(year: int, month: int, day: int) -> date:
    first, last, precision = _month(year, month)
    if precision != "month":
        raise NotADateError(f"there is no month {month:02}", "write 01 to 12")
    if not 1 <= day <= last.day:
        raise NotADateError(f"{first:%B} {year} has {last.day} days, so there is no day {day:02}", "correct the day")
    return date(year, month, day)


def _check_year(year: str) -> None:
    if int(year) not in YEARS:
        remedy = "write the Gregorian date, and the other calendar's in the note"
        raise NotADateError(f"{year} looks like a year of another calendar, such as the Hijri one", remedy)


def _qualified(written: Edtf, qualifier: str) -> Edtf:
    return (
        written
        if not qualifier
        else replace(written, approximate=qualifier in ("~", "%"), uncertain=qualifier in ("?", "%"))
    )


def _unspecified(text: str, digits: str, qualifier: str) -> Edtf:
    """Read a date with unknown digits by the library, which prints or fails on any but these forms."""
    from edtf import parse_edtf

    _check_year(digits[:4].replace("X", "9"))
    if digits[5:7].isdigit():
        _day(2000, int(digits[5:7]), 1)
    written = parse_edtf(text)
    first, last = (date(*bound[:3]) for bound in (written.lower_strict(), written.upper_strict()))
    precision: Precision = "century" if "XX" in digits[:4] else "decade" if "X" in digits[:4] else "year"
    if digits[5:7].isdigit():
        precision = "month"
    return _qualified(Edtf(text, "date", first, last, precision), qualifier)


def _moment(text: str, found: re.Match[str]) -> Edtf:
    year, month, day, hour, minute, second = (int(group or 0) for group in found.groups()[:6])
    _check_year(found[1])
    exact = _day(year, month, day)
    if " " in text or len(found[4]) == 1:
        raise NotADateError("date and time are not joined as EDTF has it", f"write {exact}T{hour:02}:{minute:02}+05:00")
    if found[7] is None:
        remedy = f"add the offset, such as {text}Z for UTC or {text}+05:00 for Pakistan"
        raise NotADateError("a time without its zone can mean 27 different hours", remedy)
    if hour > 23 or minute > 59 or second > 59:
        raise NotADateError(f"there is no time {text[11:].removesuffix(found[7])}", "write 00:00 to 23:59")
    moment = datetime(year, month, day, hour, minute, second, tzinfo=_zone(found[7]))
    return Edtf(text, "date", exact, exact, "minute", moment=moment)


def _zone(offset: str) -> timezone:
    if offset == "Z":
        return UTC
    hours, minutes = int(offset[1:3]), int(offset[3:].lstrip(":") or 0)
    if hours > 14 or minutes > 59:
        raise NotADateError(f"no zone lies at {offset}", "write an offset from -12:00 to +14:00, or Z for UTC")
    return timezone((-1 if offset[0] == "-" else 1) * timedelta(hours=hours, minutes=minutes))


def _interval(text: str) -> Edtf:
    start, end = text.split("/", 1)
    open_start, open_end = UNBOUNDED.get(start), UNBOUNDED.get(end)
    parts = tuple(_single(side) for side in (start, end) if side not in UNBOUNDED)
    if not parts:
        raise NotADateError("neither end of the interval is a date", "write 2024-01-15/2024-02-20 or 2024-01-15/..")
    first = None if open_start else parts[0].first
    last = None if open_end else parts[-1].last
    if first and last and first > last:
        raise NotADateError(f"the interval ends ({end}) before it begins ({start})", "swap its ends")
    return replace(_joined(text, "interval", parts, first, last), open_start=open_start, open_end=open_end)


UNBOUNDED: dict[str, Unbounded] = {"..": "open", "": "unknown"}


def _set(text: str) -> Edtf:
    members = [member.strip() for member in text[1:-1].split(",")]
    parts = tuple(_range(member) if ".." in member else _single(member) for member in members)
    firsts, lasts = [part.first for part in parts if part.first], [part.last for part in parts if part.last]
    first = min(firsts) if len(firsts) == len(parts) else None
    last = max(lasts) if len(lasts) == len(parts) else None
    return _joined(text, "one-of" if text[0] == "[" else "all-of", parts, first, last)


def _range(member: str) -> Edtf:
    start, end = member.split("..", 1)
    return _interval(f"{start or '..'}/{end or '..'}")


def _joined(text: str, kind: Kind, parts: tuple[Edtf, ...], first: date | None, last: date | None) -> Edtf:
    approximate, uncertain = any(part.approximate for part in parts), any(part.uncertain for part in parts)
    return Edtf(text, kind, first, last, parts[0].precision, approximate, uncertain, parts=parts)


MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WRITE = "write year-month-day, such as 2024-02-05"
#: Mistakes that are worth a sentence of their own; the groups are what the remedy can be made of.
MISTAKES: tuple[tuple[str, str, str], ...] = (
    (
        r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})",
        "month and day have two digits, hyphens between",
        "write {0}-{1:0>2}-{2:0>2}",
    ),
    (r"(\d{4})(\d\d)(\d\d)", "a date has hyphens", "write {0}-{1}-{2}"),
    (r"\d{1,2}[-./]\d{1,2}[-./]\d{4}", "it can be read with the day or the month first", WRITE),
    (r"\d{1,2}[-./]\d{1,2}[-./]\d{2}", "a year of two digits can mean several centuries", WRITE),
    (r"\d{6}[A-Z] ?[A-Za-z]{3} ?\d{2}", "a date-time group is not EDTF", "write it as 2024-02-05T14:30Z"),
    (r"\d{1,2}:\d{2}(:\d{2})?\S*", "a time needs its day", "write it as 2024-02-05T14:30+05:00"),
    (r"[+-]?\d+", "a year has four digits", "write it as 2024"),
    (
        r"(?i)(about|around|circa|ca\.?|c\.) ?.*",
        "“about” is a sign in EDTF",
        "write 2024-02-05~ for about 5 February 2024",
    ),
    (
        r"(?i)(early|mid|late)[- ].*",
        "a part of the month is a field of its own",
        "write {{date: 2024-02, part: early}}",
    ),
    (
        r"(?i)(to(day|morrow)|yesterday|now|recently|(last|next|this) \w+|\d+ \w+ ago|since .*)",
        "it depends on the day that it is read",
        WRITE,
    ),
)


def _refusal(text: str) -> NotADateError:
    """Return the error that helps the most with *text*."""
    for pattern, reason, remedy in MISTAKES:
        if found := re.fullmatch(pattern, text):
            return NotADateError(f'"{text}" is no date: {reason}', remedy.format(*found.groups()))
    return NotADateError(f'"{text}" is no date (EDTF)', _in_words(text) or USE)


def _in_words(text: str) -> str | None:
    """Return the remedy for a date with the name of its month, such as 5 Feb 2024 or February 5, 2024."""
    words = re.findall(r"[A-Za-z]+|\d+", text)
    months = [MONTHS.index(word[:3].lower()) + 1 for word in words if word[:3].lower() in MONTHS]
    years = [word for word in words if len(word) == 4 and word.isdigit()]
    days = [word for word in words if len(word) < 3 and word.isdigit()]
    if len(months) != 1 or len(years) != 1 or len(days) > 1:
        return None
    return "write " + "-".join([years[0], f"{months[0]:02}", *(f"{int(day):02}" for day in days)])
