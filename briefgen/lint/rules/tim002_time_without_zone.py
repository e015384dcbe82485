"""A time of day without its zone

“At 14:30” can mean 27 different hours, and readers of one brief sit in several zones. A zone named once in a
paragraph, in its note, or for all times in the scope note is enough. So is a record's own date where it has time and
zone. Date-time groups end with the letter of the zone, and Kabul (UTC+4:30) has none.

Bad:

```yaml bad
summary:
  narrative:
    - text: Crews at Umeå walked out at 14:30 on 30 January [@c-1].
```

Good:

```yaml good
summary:
  narrative:
    - text: Crews at Umeå walked out at 14:30 CET on 30 January [@c-1].
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.margins import Margins
from briefgen.lint.passage import Passage
from briefgen.lint.pattern import compiled, found
from briefgen.lint.places import where
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "TIM002"
SEVERITY: Severity = "warning"
STANDARD = "DTG; ISO 8601"
HOUR, MINUTE = r"(?:[01]?\d|2[0-3])", r"[0-5]\d"
SPOKEN = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
#: “half past nine”, “a quarter to six”, “nine o’clock”
IN_WORDS = (
    rf"(?i:\b(?:half\spast|(?:a\s)?quarter\s(?:past|to)|(?:five|ten|twenty)\s(?:past|minutes\s(?:past|to)))\s(?:{SPOKEN})\b"
    rf"|\b(?:{SPOKEN}|1[0-2]|[1-9])\s(?:o[’']clock\b|in\sthe\s(?:morning|afternoon|evening)\b))"
)
#: What stands in front of a time that is written without a mark.
AT = "".join(f"|(?<=\\b{word}\\s)" for word in ("by", "from", "until", "before", "after", "since", "between", "around"))
#: After “at” and the like “5:30” is a time; elsewhere it is a ratio, a verse or a score.
TIME = (
    rf"(?<![\w:.,/+-])(?:(?:[01]\d|2[0-3]|(?<=\b(?:at|by)\s){HOUR}):{MINUTE}(?::{MINUTE})?(?![\w:/]|[.,]\d)"
    rf"|(?:[01]\d|2[0-3]){MINUTE}\s?(?:hours|hrs|h)\b|(?:0?\d|1[0-2])(?:[.:]{MINUTE})?\s?(?:[ap]\.m\.|[ap]m\b|[AP]M\b)"
    rf"|(?<=\bat\s)(?:[01]\d|2[0-3])\.{MINUTE}\b(?:(?!\s?[%a-z])|(?=\son\s\d))|(?:[01]?\d|2[0-3])h{MINUTE}\b"
    # without a mark it may be a number: a leading zero or a day behind it tells
    rf"|(?:(?<=\b[Aa]t\s){AT})(?:0\d{MINUTE}\b(?!\s?[%m])|(?:1\d|2[0-3]){MINUTE}(?=\s+on\s+\d)))|{IN_WORDS}"
)
#: What every time or date-time group has, to look closely only where it may be worth it.
HINT = (
    r"\d:[0-5]\d|\d\s?(?:[aApP]\.?[mM]|[hH])|\d{6}|\dh[0-5]\d|o[’']clock"
    r"|\b(?:[Aa]t|by|from|until|before|after|since|between|around)\s[0-2]\d(?:\.|\d\d\b)"
    rf"|\b(?:past|to)\s(?:{SPOKEN})\b|\sin\sthe\s(?:morning|afternoon|evening)"
)
NO_TIME = r"(?i)\b(?:minutes?|verses?|version|ratio|score|odds|pages?|paras?|chapter|won|lost|beat)\s+\Z"
RECORDING = (
    r"(?i)\s+(?:of|in|into) (?:the|a) (?:video|recording|clip|footage|film)"
    r"|\s+(?:majority|ratio|win|vote|odds|in favour|against)\b"
)
ZONE = (
    r"\b(?:UTC|GMT|PKT|AFT|CES?T|EES?T|WES?T|MSK|BST|[IEACPMJKNG][SD]?T|WAT|CAT|SAST|IRST|HKT|SGT|AE[SD]T|[Zz]ulu)\b|\d\s?Z\b"
    r"|\b[Ll]ocal(?:ly|\stime)?\b|\b[A-Z][\w.]+\s(?:[Ss]tandard\s|[Ss]ummer\s|[Dd]aylight\s)?time\b|[+±−-]\d\d:?\d\d\b"
)
ALL_TIMES = r"(?i)\btimes?\b"
DTG = (
    r"(?<![\w:.,/+-])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d\s?(?P<zone>[A-Z]\*?)?\s?"
    r"(?P<month>JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(?:\d\d)?\b"
)


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every paragraph with a time of day of which the zone is not named."""
    frame = [one.text for one in review.passages_in("scope", "notice", "source_summary")]
    zone_of_all = any(found(ALL_TIMES, text) and found(ZONE, text) for text in frame)
    margins = Margins(review)
    for passage in review.passages:
        if passage.place != "quote" and found(HINT, passage.text):
            yield from _groups(review, passage)
            if not zone_of_all and not _names_zone(review, margins, passage):
                yield from _times(passage)


def _times(passage: Passage) -> Iterator[Remark]:
    for sentence in passage.sentences:
        for time in compiled(TIME).finditer(sentence.bare):
            before, after = sentence.bare[: time.start()], sentence.bare[time.end() :]
            if found(NO_TIME, before) or compiled(RECORDING).match(after):
                continue
            yield Remark(
                passage.mark(sentence.start + time.start()),
                f"{where(passage)} gives {time[0]} without a zone: it can mean 27 different hours",
                f"name the zone, such as “{time[0]} UTC” or “{time[0]} local time”",
                passage.record,
            )
            break


def _names_zone(review: Review, margins: Margins, passage: Passage) -> bool:
    if found(ZONE, " ".join((*(one.bare for one in passage.sentences), margins.of(passage).note))):
        return True
    record = review.get(passage.record) if passage.record else None
    when = getattr(record, "dated", None) or getattr(record, "when", None)
    written = getattr(when, "date", None) or getattr(when, "start", None)
    return bool(written and written.moment)


def _groups(review: Review, passage: Passage) -> Iterator[Remark]:
    """Yield a remark for every date-time group whose zone is missing, or is that of no Afghan clock."""
    is_kabul = review.sheet.product.time.zone == "Asia/Kabul"
    for sentence in passage.sentences:
        for group in compiled(DTG).finditer(sentence.bare):
            if not group["zone"]:
                yield _group(passage, sentence.start + group.start(), group, "has no letter for its zone", "Z for UTC")
            elif group["zone"] == "D" and is_kabul:
                yield _group(
                    passage, sentence.start + group.start(), group, "has D (UTC+4), but Kabul is at UTC+4:30", "Z"
                )


def _group(passage: Passage, at: int, group: re.Match[str], fault: str, letter: str) -> Remark:
    written = f"{group[0][:6]}Z {group['month']}"
    return Remark(
        passage.mark(at),
        f"{where(passage)}: the date-time group {group[0]} {fault}, so it is another hour for every reader",
        f"give it in UTC with {letter}, as in {written}",
        passage.record,
    )
