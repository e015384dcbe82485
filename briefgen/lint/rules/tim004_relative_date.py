"""A date that depends on the day of reading

“Yesterday” in a brief that is read a week later is wrong, and “recently” is never right. Write the day. Quotations are
left alone, and so are actions, tasks and a relative date beside its own date (“yesterday, 5 February”).

Bad:

```yaml bad
summary:
  narrative:
    - text: Crews at Umeå walked out last week [@c-1].
```

Good:

```yaml good
summary:
  narrative:
    - text: Crews at Umeå walked out on 30 January, in the last week of the month [@c-1].
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.days import days
from briefgen.lint.pattern import compiled, found
from briefgen.lint.places import where
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "TIM004"
SEVERITY: Severity = "warning"
STANDARD = "OCHA situation report guidelines"
LEFT_ALONE = ("quote", "gap_ask", "action", "requirement", "scenario_response")
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
STRETCH = rf"(?:week(?:end)?|fortnight|month|year(?!['’]s)|{WEEKDAY}|spring|summer|autumn|winter)\b"
COUNT = (
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|few|several|some|many|couple of|dozen)"
)
RELATIVE = (
    r"(?i)\b(?:yesterday|today|tomorrow|tonight|last night|recently|lately|of late|the other day)\b"
    rf"|(?<!\bthe )\b(?:last|next)\s{STRETCH}(?!\s(?:of|before|after)\b)"
    r"|\bthis\s(?:morning|afternoon|evening|week(?:end)?|month)\b"
    rf"|\bthis\s(?:{WEEKDAY}\b|past\s(?:week(?:end)?|month|year)\b)|\bovernight(?=\s*(?:[.,;]|$))"
    rf"|\b(?:a\s(?:short\s|little\s)?while|not\slong|some\stime|moments)\sago\b"
    rf"|\b{COUNT}\s(?:day|week|month|year)s?(?:\sfrom\snow\b|[’']\stime\b)"
    r"|\b(?:in|over|during|for|within)\sthe\s(?:last|past|coming)\s(?:(?:few|couple of|several)\s)?"
    r"(?:hours?|days?|weeks?|fortnight|months?)\b"
    r"(?!\s(?:of|before|after|to)\b)"
    r"|\brecent\s(?:hours|days|weeks|months)\b"
    rf"|\b{COUNT}\s(?:minute|hour|day|week|fortnight|month|year|decade)s?\s(?:ago\b|back(?=\s*(?:[.,;]|$)))"
)
#: “The truce will last weeks”, “most recently in January”, “until the day before yesterday” keeps its finding.
NO_DATE_BEFORE = r"(?i)\b(?:will|would|may|might|can|could|to|should|must|not|did|does|do|most|more|least)\s\Z"
#: Words of which a relative date has one, to look closely only where it may be worth it.
HINTS = (
    "yesterday",
    "today",
    "tomorrow",
    "tonight",
    "recent",
    "lately",
    "last ",
    "next ",
    "this ",
    "past ",
    "other day",
    " ago",
    " back",
    "of late",
    "overnight",
    "coming ",
    " from now",
    "’ time",
    "' time",
)
NEAR = 14


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every relative date in prose."""
    for passage in review.passages:
        text = "" if passage.place in LEFT_ALONE else f"{passage.text.lower()} ".replace("\n", " ")
        for sentence in passage.sentences if any(hint in text for hint in HINTS) else ():
            for said in compiled(RELATIVE).finditer(sentence.bare):
                if not _is_harmless(sentence.bare, said):
                    yield Remark(
                        passage.mark(sentence.start + said.start()),
                        f"{where(passage)} says “{said[0]}”, which depends on the day of reading: the cut-off is "
                        f"{review.cutoff.text}, and the reader’s day is another",
                        "write the day or the days, such as “on 5 February” or “from 29 January to 4 February”",
                        passage.record,
                    )


def _is_harmless(bare: str, said: re.Match[str]) -> bool:
    before = bare[: said.start()]
    if found(NO_DATE_BEFORE, before[-12:]) or (said[0][0].isupper() and before.strip()):  # “Pakistan Today”
        return True
    if found(r"(?i)year\Z", said[0]) and compiled(r",?\s\(?(?:19|20)\d\d\b").match(bare, said.end()):
        return True
    return any(0 <= day.start - said.end() < NEAR or 0 <= said.start() - day.end < NEAR for day in days(bare))
