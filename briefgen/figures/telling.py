"""Dates and prose in the words of labels and text alternatives."""

from __future__ import annotations

import re
from datetime import date
from string import ascii_lowercase

from briefgen import citations, dates
from briefgen.dates import Edtf
from briefgen.edition import Record

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def told(when: Record) -> str:
    """Return a When or a Period in words: ``29 January 2024 (inferred)``, ``early February 2024``."""
    text = _date(dates.parse(when.get("date") or when["start"]), when.get("precision"))
    if when.get("end"):
        text = f"{text} to {_date(dates.parse(when['end']))}"
    part = f"{when['part']} " if when.get("part") else ""
    return f"{part}{text}{' (inferred)' if when['inferred'] else ''}"


def _date(written: Edtf, precision: str | None = None) -> str:
    if written.kind == "interval":
        ends = [_date(part) for part in written.parts]
        return f"{'until' if written.open_start else 'since'} {ends[0]}" if len(ends) == 1 else " to ".join(ends)
    if written.kind != "date":
        return (" or " if written.kind == "one-of" else " and ").join(_date(part) for part in written.parts)
    if written.first is None:
        return written.text
    about = "about " if written.approximate else ""
    year, month = str(written.first.year), MONTHS[written.first.month - 1]
    match precision or written.precision:
        case "year" | "decade" | "century":
            return about + written.text.rstrip("~?%")
        case "month" | "season":
            return f"{about}{month} {year}"
    return f"{about}{written.first.day} {month} {year}"


def day(ordinal: int) -> str:
    """Return a day in words: ``5 February 2024``."""
    found = date.fromordinal(ordinal)
    return f"{found.day} {MONTHS[found.month - 1]} {found.year}"


def day_told(written: str) -> str:
    """Return a date in words: ``8 February 2024``."""
    return _date(dates.parse(written))


def letters(index: int) -> str:
    """Return the letter of a number from 0: a … z, aa, ab …"""
    high, low = divmod(index, len(ascii_lowercase))
    return (letters(high - 1) if high else "") + ascii_lowercase[low]


def plain(markdown: str) -> str:
    """Return prose as a label: without citations, emphasis and addresses."""
    text = _LINK.sub(r"\1", citations.CITATION.sub("", markdown))
    return " ".join(_MARKS.sub("", text).split())


_LINK = re.compile(r"\[([^\[\]]++)\]\([^()]*+\)")
_MARKS = re.compile(r"\*++|~~|`++|(?<!\w)_++(?=\w)|(?<=\w)_++(?!\w)| (?=[.,;:])")
