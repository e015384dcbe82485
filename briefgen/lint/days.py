"""Days in prose: “5 February 2024”, “February 5”, “2024-02-05”, and whether they are told as exact."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from briefgen.dates import MONTHS, Edtf
from briefgen.lint.pattern import compiled, found

NAMES = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "Sept", "October"),
    *("November", "December"),
)
#: “The second of February”, “the second day of February”.
ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
    *("twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth"),
    *("twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first"),
)
HINT = r"\d|th\s+(?:day\s+)?of\s|(?:first|second|third)\s+(?:day\s+)?of\s"
MASK = "¤"
BEFORE, AFTER = 32, 24
#: Part of a stretch or of a list: “5–7 February”, “5 and 7 February”, “between 9 February and 8 March”.
JOINED_BEFORE = r"(?:\d(?:st|nd|rd|th)?|¤)\s?(?:[-–—]|\b(?:to|and|or|through|until)\b|,)\s?\Z"
JOINED_AFTER = r"\s?(?:[-–—]|\b(?:to|and|or|through|until)\b|,)\s?(?:\d|¤)"
ON = r"(?:(?:\A|[.:;,(]\s*)|\b[Oo]n\s+(?:the\s+(?:(?:\w+\s+)?of\s+)?)?(?:\w+day,?\s+)?)\Z"
HEDGED_BEFORE = (
    r"(?i)\b(?:about|around|circa|approximately|roughly|some ?time|ca?\.|near|likely|probably|presumably|apparently"
    r"|perhaps|possibly|inferred)\W+(?:on\s+)?\Z"
)
BOUND_BEFORE = r"(?i)\b(?:by|before|after|until|till|since|from|through|as of|up to|than)\W+(?:about\s+)?\Z"
HEDGED_AFTER = r"\W{0,3}(?:\w+ )?(?:inferred|uncertain|probabl|likely|estimated|approximate|or so|or thereabouts)"


@dataclass(frozen=True)
class Day:
    """A day named in a text from *start* to *end*; *year* is None where the text does not give it.

    *joined*: it is an end of a stretch or one of several; *on*: something is said to be on it, and not by or before
    it; *hedged*: the writer says that it is not exact; *bounding*: it only limits, as in “until 5 February”.
    """

    year: int | None
    month: int
    day: int
    start: int
    end: int
    joined: bool
    on: bool
    hedged: bool
    bounding: bool

    def within(self, first: date | None, last: date | None) -> bool:
        """Return whether it can lie between two days; None is no limit."""
        if first is None and last is None:
            return True
        return any((first is None or first <= one) and (last is None or one <= last) for one in self.dates(first, last))

    def dates(self, *near: date | None) -> tuple[date, ...]:
        """Return the dates that it can be: one, or without a year one in each year that *near* spans."""
        known = [self.year] if self.year else sorted(one.year for one in near if one)
        years = range(known[0], known[-1] + 1) if known else ()
        return tuple(one for year in years if (one := _date(year, self.month, self.day)))


@lru_cache(maxsize=8192)
def days(text: str) -> tuple[Day, ...]:
    """Return the days that *text* names, in order."""
    if not found(HINT, text):
        return ()
    named = [match for match in _pattern().finditer(text) if _is_day(match)]
    blank = _blanked(text, named)
    return tuple(_day(match, blank) for match in named)


def masked(text: str) -> str:
    """Return *text*, as long, with every day that it names made unreadable as a number."""
    if not found(HINT, text):
        return text
    return _blanked(text, [match for match in _pattern().finditer(text) if _is_day(match)])


def is_exact(when: Edtf) -> bool:
    """Return whether *when* is one day, neither approximate nor uncertain."""
    return when.kind == "date" and when.precision in ("minute", "day") and not (when.approximate or when.uncertain)


def _blanked(text: str, named: list[re.Match[str]]) -> str:
    for match in named:
        text = text[: match.start()] + MASK * (match.end() - match.start()) + text[match.end() :]
    return text


def _day(match: re.Match[str], blank: str) -> Day:
    year, month, day = _parts(match)
    before, after = blank[max(0, match.start() - BEFORE) : match.start()], blank[match.end() : match.end() + AFTER]
    hedged = found(HEDGED_BEFORE, before) or compiled(HEDGED_AFTER).match(after)
    return Day(
        year,
        month,
        day,
        match.start(),
        match.end(),
        joined=bool(found(JOINED_BEFORE, before) or compiled(JOINED_AFTER).match(after)),
        on=bool(found(ON, before)),
        hedged=bool(hedged),
        bounding=bool(found(BOUND_BEFORE, before)),
    )


def _parts(match: re.Match[str]) -> tuple[int | None, int, int]:
    if match["iso"]:
        year, month, day = match["iso"].split("-")
        return int(year), int(month), int(day)
    name = match["month"] or match["month_first"]
    day = ORDINALS.index(match["word"]) + 1 if match["word"] else int(match["day"] or match["day_last"])
    return int(match["year"]) if match["year"] else None, _month(name), day


def _is_day(match: re.Match[str]) -> bool:
    year, month, day = _parts(match)
    return _date(year or 2000, month, day) is not None


def _month(name: str) -> int:
    return MONTHS.index(name[:3].lower()) + 1


def _date(year: int | None, month: int, day: int) -> date | None:
    try:
        return date(year or 2000, month, day)
    except ValueError:
        return None


@cache
def _pattern() -> re.Pattern[str]:
    short = "|".join(f"{name[:3]}\\.?" for name in NAMES if name != "May")
    month = f"(?:{'|'.join(sorted(NAMES, key=len, reverse=True))}|Sept\\.|{short})"
    ordinal, words = r"(?:st|nd|rd|th)?", "|".join(ORDINALS)
    return re.compile(
        rf"(?<![\w.,:/-])(?:(?P<iso>\d{{4}}-\d\d-\d\d)(?!\d)|"
        rf"(?:(?:(?P<day>\d{{1,2}}){ordinal}(?:\s+of)?|(?P<word>{words})(?:\s+day)?\s+of)\s+(?P<month>{month}(?![a-z]))|"
        rf"(?P<month_first>{month}(?![a-z]))\s+(?P<day_last>\d{{1,2}}){ordinal}(?![\w:%]|[.,]\d|\s?per\s?cent))"
        r"(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?)"
    )
