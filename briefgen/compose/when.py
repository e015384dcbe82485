"""Dates in print: precision and uncertainty as they were recorded, local time first, UTC in brackets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel import negotiate_locale
from babel.dates import format_date
from babel.localedata import locale_identifiers

from briefgen import dates
from briefgen.compose.library import together
from briefgen.dates import Edtf
from briefgen.edition import Record

PARTS = {"early": "early ", "mid": "mid-", "late": "late "}
#: From the coarsest to the finest.
FORMS = {"year": "y", "month": "MMMM y", "day": "d MMMM y"}
SHORT_FORMS = {"year": "y", "month": "MMMM", "day": "d MMMM"}


@dataclass(frozen=True)
class Calendar:
    """Prints dates in one *locale* and one time *zone*."""

    locale: str
    zone: str

    def when(self, value: Record | str | None) -> str:
        """Return a date, a When or a Period in words; empty for None."""
        return self._phrase(value, FORMS)

    def short(self, value: Record | str | None) -> str:
        """Return the same without the year."""
        return self._phrase(value, SHORT_FORMS)

    def cutoff(self, value: str) -> tuple[str, str | None]:
        """Return an information cut-off in local time, and its time of day in UTC when that is another."""
        moment = dates.parse(value).moment
        utc = moment and moment.astimezone(ZoneInfo("UTC"))
        return self.when(value), utc.strftime("%H:%M UTC") if utc and self.zone != "UTC" else None

    def _phrase(self, value: Record | str | None, forms: dict[str, str]) -> str:
        if value is None:
            return ""
        if isinstance(value, str):
            return self._edtf(dates.parse(value), forms)
        return self._recorded(value, forms)

    def _recorded(self, value: Record, forms: dict[str, str]) -> str:
        written = dates.parse(value.get("date") or value["start"])
        end = dates.parse(value["end"]) if value.get("end") else None
        known = SHORT_FORMS if end and _same_year(written, end) else forms
        text = PARTS.get(value["part"] or "", "") + self._edtf(written, known, value["precision"])
        if end:
            text = f"{text} – {self._edtf(end, forms)}"
        return f"{text} (inferred)" if value["inferred"] else text

    def _edtf(self, written: Edtf, forms: dict[str, str], precision: str | None = None) -> str:
        match written.kind:
            case "interval":
                return self._interval(written, forms)
            case "one-of":
                return together([self._choice(part, forms) for part in written.parts], "or")
            case "all-of":
                return together([self._edtf(part, forms) for part in written.parts])
        return self._qualified(written, self._single(written, forms, precision))

    def _choice(self, part: Edtf, forms: dict[str, str]) -> str:
        """Return one of several dates; an open stretch is a day somewhere in it."""
        open_end = "before" if part.open_start else "after" if part.open_end else None
        return f"on or {open_end} {self._edtf(part.parts[0], forms)}" if open_end else self._edtf(part, forms)

    def _interval(self, written: Edtf, forms: dict[str, str]) -> str:
        ends = written.parts
        if written.open_start:
            return f"until {self._edtf(ends[-1], forms)}{', start not known' * (written.open_start == 'unknown')}"
        if written.open_end == "open":
            return f"since {self._edtf(ends[0], forms)}"
        if written.open_end == "unknown":
            return f"from {self._edtf(ends[0], forms)}, end not known"
        known = SHORT_FORMS if _same_year(*ends) else forms
        return f"{self._edtf(ends[0], known)} – {self._edtf(ends[1], forms)}"

    def _qualified(self, written: Edtf, text: str) -> str:
        text = f"about {text}" if written.approximate else text
        return f"{text} (uncertain)" if written.uncertain else text

    def _single(self, written: Edtf, forms: dict[str, str], precision: str | None) -> str:
        if written.moment is not None:
            return self._moment(written.moment, forms, precision)
        if written.first is None or written.last is None:
            return written.text
        if "X" in written.text or written.precision not in FORMS:
            return self._coarse(written, written.first, written.last, forms)
        known = [one for one in forms if one in (precision, written.precision)]
        return self._date(written.first, forms[known[0]])

    def _coarse(self, written: Edtf, first: date, last: date, forms: dict[str, str]) -> str:
        if first.month == last.month and first.year == last.year:
            return f"{self._date(first, forms['month'])}, day not known"
        if first.year == last.year:
            return f"{self._date(first, SHORT_FORMS['month'])} – {self._date(last, forms['month'])}"
        return f"{first.year}–{last.year}"

    def _moment(self, moment: datetime, forms: dict[str, str], precision: str | None) -> str:
        local = moment.astimezone(ZoneInfo(self.zone))
        if precision in forms:
            return self._date(local.date(), forms[precision])
        day = self._date(local.date(), forms["day"])
        return f"{day}, {'about ' if precision == 'hour' else ''}{local:%H:%M}\u00a0{_zone_name(local)}"

    def _date(self, day: date, form: str) -> str:
        text: str = format_date(day, form, locale=self.locale)
        return text.replace(" ", "\u00a0", 1) if form.startswith("d") else text


def locale_of(language: str) -> str:
    """Return the locale nearest to a *language* (BCP 47); English where nobody has written one, as the labels are."""
    return negotiate_locale([language.replace("-", "_")], locale_identifiers()) or "en"


def _same_year(start: Edtf, end: Edtf) -> bool:
    return bool(start.first and end.last and start.first.year == end.last.year)


def in_order(events: Iterable[Record]) -> list[Record]:
    """Return *events* in order of the first day that each can mean; one of which only the end is known, of that."""
    return sorted(events, key=lambda event: _days(event["when"]))


def _days(when: Record) -> tuple[date, date]:
    start = dates.parse(when["start"])
    end = dates.parse(when["end"]) if when.get("end") else start
    return start.first or start.last or date.min, end.last or date.max


def _zone_name(local: datetime) -> str:
    """Return the zone's letters, or its offset where it has none (Kabul)."""
    return local.tzname() or local.strftime("%z")
