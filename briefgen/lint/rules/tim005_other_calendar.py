"""A Hijri date without its Gregorian one

“24 Rajab 1445” tells most readers nothing, and converted without a word it may be off by a day or two, because months
begin with the sighting of the moon. Print the date as the source has it and the Gregorian date beside it. A festival or
a month without day or year (“during Ramadan”) is left alone, and so is a record that has a date of its own.

Bad:

```yaml bad
summary:
  narrative:
    - text: The decree is dated 24 Rajab 1445 AH [@c-3].
```

Good:

```yaml good
summary:
  narrative:
    - text: The decree is dated 24 Rajab 1445 AH (about 5 February 2024) [@c-3].
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.days import days
from briefgen.lint.pattern import found
from briefgen.lint.places import where
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "TIM005"
SEVERITY: Severity = "warning"
STANDARD = "EDTF (ISO 8601-2), calendars"
LUNAR = (
    r"(?:Muharram|Moharram|Safar|Rabi[ʿ'’]? ?(?:al|ul|as|us)?[- ]?(?:Aww?al|Th?ani|Sani|Akhir)"
    r"|Jum[aā]d[aā]h?[- ](?:al|ul|as|us)?[- ]?(?:Aww?al|Ul[aā]|Th?ani(?:ya)?|Sani|Akhir(?:a|ah)?)"
    r"|Rajab|Sha[ʿ'’]?b[aā]n|Rama[dz][aā]n|Shaww[aā]l"
    r"|(?:Dhu|Zu|Zil|Dh[uū])[ʿ'’]?[- ]?(?:al|ul|l)?[- ]?(?:Qa[ʿ'’]?dah?|Qi[ʿ'’]?dah|Hijjah?|Hajj?|Hij))"
)
SOLAR_MONTHS = (
    *("Hamal", "Sawr", "Saur", "Jawza", "Saratan", "Asad", "Sunbula", "Sonbola", "Mizan", "Aqrab", "Qaws", "Qaus"),
    *("Jadi", "Jaddi", "Dalw", "Dalwa", "Hut", "Hoot", "Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad"),
    *("Shahrivar", "Mehr", "Aban", "Azar", "Dey", "Bahman", "Esfand"),
)
SOLAR = f"(?:{'|'.join(SOLAR_MONTHS)})"
YEAR = r"1[34]\d\d"
DATE = (
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{LUNAR}|{SOLAR})\b|(?:{LUNAR}|{SOLAR}) (?:\d{{1,2}},? )?{YEAR}\b"
    rf"|{LUNAR} \d{{1,2}}\b|{YEAR} ?(?:A\.?H\.?|H\.?S\.?|S\.?H\.?|Hijri|Qamari|Shamsi)(?!\w)|(?:AH|SH) {YEAR}\b)"
)
#: A sentence without one of these has no such date.
CUES = (
    *("harram", "Safar", "Rabi", "Jum", "Rajab", "Sha", "Rama", "Dhu", "Dhū", "Zu", "Zil"),
    *SOLAR_MONTHS,
    *("AH", "A.H", "HS", "H.S", "SH", "S.H", "Hijri", "Qamari", "Shamsi"),
)
GREGORIAN = (
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December) (?:19|20)\d\d\b"
    r"|\b(?:CE|AD) ?(?:19|20)\d\d|[(/] ?(?:19|20)\d\d"
)


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every date of the Hijri calendars that has no Gregorian one in its sentence."""
    for passage in review.passages:
        record = review.get(passage.record) if passage.record else None
        is_dated = bool(getattr(record, "dated", None) or getattr(record, "when", None))
        for sentence in passage.sentences if passage.place != "quote" and not is_dated else ():
            said = found(DATE, sentence.bare) if any(cue in sentence.bare for cue in CUES) else None
            if said and not days(sentence.bare) and not found(GREGORIAN, sentence.bare):
                yield Remark(
                    passage.mark(sentence.start + said.start()),
                    f"{where(passage)} has “{said[0]}” without a Gregorian date: most readers cannot place it, and a "
                    "conversion may be off by a day or two",
                    f"add the Gregorian date, as in “{said[0]} (about 5 February 2024)”",
                    passage.record,
                )
