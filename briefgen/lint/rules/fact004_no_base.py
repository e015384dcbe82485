"""A rise or fall by per cent without its base

“Attacks fell by 60 per cent” may mean from 500 to 200 or from 5 to 2. Only the numbers let a reader weigh it, and from
a base below ten a percentage says less than the numbers alone. “Halved” and “down a third” are no better. A period (“on
the year”) is no base. Shares (“60 per cent of the attacks”), levels (“rose to 60 per cent”), and wages, taxes, exchange
rates and the like are left alone.

Bad:

```yaml bad
summary:
  narrative:
    - text: Cancelled trains fell by 60 per cent after the union spoke [@c-3].
```

Good:

```yaml good
summary:
  narrative:
    - text: Cancelled trains fell by 60 per cent after the union spoke, from 50 a day to 20 [@c-3].
```
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefgen.findings import Severity
from briefgen.lint.days import masked
from briefgen.lint.margins import Margins
from briefgen.lint.passage import OURS, Passage
from briefgen.lint.pattern import compiled, found, mentions
from briefgen.lint.places import where
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.prose.numbers import Number, numbers

CODE = "FACT004"
SEVERITY: Severity = "warning"
STANDARD = "ICD 203 D.6.e.(6), (9)"
PLACES = (*OURS, "title", "caption", "note", "scenario")
SMALL = 10
PERCENT = (
    r"(?:(?:about|around|some|nearly|almost|over|more than|less than|at least|up to|roughly|approximately|just)\s+)*"
    r"(?:an?\s+)?[\w.,–-]+(?:\s(?:to|or)\s[\w.,-]+)?\s?(?:%|per\s?cent\b|percent\b)"
)
UP_OR_DOWN = (
    r"(?:r[io]se[sn]?|rising|f[ae]ll(?:s|en|ing)?|increas(?:ed?|es|ing)|decreas(?:ed?|es|ing)|decline[sd]?|declining|gr[eo]w(?:n|s"
    r"|ing)?|drop(?:s|ped|ping)?|jump(?:s|ed|ing)?|surg(?:ed?|es|ing)|soar(?:s|ed|ing)?|climb(?:s|ed|ing)?|shr[aiu]nk"
    r"|plung(?:ed?|es|ing)|spiked?|dwindled|dipped|went (?:up|down)|up|down|reduc(?:ed?|es|ing)|cut)"
)
CHANGE = (
    rf"(?i)\b{UP_OR_DOWN}\s+(?:\w+ly,?\s+)?(?:by\s+)?{PERCENT}(?!\s+of\b)"
    rf"|\b{PERCENT}\s+(?:\w+\s+)?(?:increase|decrease|rise|drop|fall|decline|jump|surge|growth|reduction|spike|up|down)\b"
    rf"|\b{PERCENT}\s+(?:below|above)\s+(?:the\s+(?:level|number|figure)|th(?:at|ose)\b|last\b|its\b|their\b)"
    rf"|\b{PERCENT}\s+(?:more|fewer|less|higher|lower)\b(?!\s+(?:un)?likely)"
    rf"|\b(?:increase|decrease|rise|drop|fall|decline|jump|surge|growth|reduction|spike) of {PERCENT} (?:in|on|among)\b"
    r"|\b(?:increase|decrease|rise|drop|fall|decline|jump|surge|reduction|spike) in [^.,;]{1,40}? (?:of|by) "
    rf"{PERCENT}(?!\s+of\b)"
)
ROUGHLY = r"(?:(?:about|around|some|nearly|almost|over|more than|less than|roughly|just)\s+)*"
#: Another way to tell a share: “down a third”, “fell by two thirds”; “a third time” and “a third of” are none.
FRACTION = (
    rf"{ROUGHLY}(?:half|(?:an?|one|two|three)[\s-](?:third|quarter|fifth|tenth)s?)"
    r"(?=\s*(?:[.,;:)]|$)|\s+(?:on|in|since|from|against|compared|to|after|over|within|between|during|as|year|month|week"
    r"|last|this|at|by|because|and|but|when|while)\b)"
)
FOLD, PERIOD = r"(?:two|three|four|five|six|ten)-?fold", r"(?:day|week|month|quarter|year|season)"
#: A change by a fraction or a factor; who “doubled its guard” acts, and that is no trend.
FACTOR = (
    rf"(?i)\b{UP_OR_DOWN}\s+(?:\w+ly\s+)?(?:by\s+)?{FRACTION}"
    rf"|\b{UP_OR_DOWN}\s+{ROUGHLY}{FOLD}\b|\b{FOLD}\s+(?:increase|decrease|rise|drop|fall|growth)\b"
    rf"|\b(?:twice|half|(?:two|three|four|five|ten)\s+times)\s+as\s+many\b[^.;]{{1,60}}\bas\s+(?:in|during|before|an?\s+{PERIOD}"
    rf"|the\s+(?:\w+\s+)?{PERIOD})\b"
    rf"|(?<!\bbe\s)(?<!\bwas\s)(?<!\bwere\s)(?<!\bbeen\s)(?<!\bbeing\s)\b{ROUGHLY}(?:halved|doubled|trebled|tripled|quadrupled)\b"
    r"(?!\s+(?:as|back|up|down|over|an?|its|his|her|their|the(?!\s+(?:number|count|pace)\b))\b)"
)
#: A sentence without one of these has no change of either kind.
CUES: tuple[str, ...] = ("%", "cent", "fold", "twice", "times as", "halv", "half", "doubl", "trebl", "tripl")
CUES += ("quadrupl", "third", "quarter", "fifth", "tenth")
RESULT = r"(?i)\bto\s+(?:(?:about|around|some|nearly|almost|over|more than|just)\s+)?\Z"
#: What is told in per cent without its base by everybody: measures that are shares or indices themselves.
RATES = (
    r"(?i)\b(?:inflation|gdp|growth|wages?|pay|salar(?:y|ies)|rupee|afghani|dollar|euro|currency|exchange|interest|rates?"
    r"|yields?|tax(?:es)?|budgets?|turnout|approval|probability|likelihood|chances?|odds|support|offer)\b"
)
FROM = r"(?i)\b(?:from|against|compared (?:with|to)|(?:up|down) on|base of|out of|versus|vs\.?|→)\s+(?:\w+\s+)?\Z"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every change by per cent of which the base is not told, or is small."""
    margins = Margins(review)
    for passage in review.passages_in(*PLACES):
        if mentions(passage.text, CUES):
            note = margins.of(passage).note if passage.place in ("bluf", "narrative", "outlook") else ""
            yield from _changes(passage, note)


def _changes(passage: Passage, note: str) -> Iterator[Remark]:
    """Yield the remarks on one passage; the base may stand in a neighbouring sentence or in the margin."""
    for at, sentence in enumerate(passage.sentences):
        percent = found(CHANGE, sentence.bare)
        change = percent or found(FACTOR, sentence.bare)
        if change and not found(RATES, sentence.bare):
            neighbours = [one.bare for one in passage.sentences[max(0, at - 1) : at + 2]]
            base = _first(_base(text) for text in (sentence.bare, *neighbours, note))
            base = _other(sentence.bare, change.end()) if base is None else base
            if base is None or (percent and base < SMALL):
                yield _remark(passage, sentence.start + change.start(), " ".join(change[0].split()), base)


def _first(bases: Iterable[int | None]) -> int | None:
    return next((base for base in bases if base is not None), None)


def _base(text: str) -> int | None:
    """Return the number that a change is counted from, where *text* says so: “from 5 to 2”, “against 40”."""
    blank, given = _plain_numbers(text)
    for one in given:
        is_pair = one.span.low != one.span.high and not blank[one.start :].lower().startswith("between")
        if is_pair or found(FROM, blank[: one.start]):
            return _first_value(blank[one.start : one.end])
    return None


def _other(text: str, at: int) -> int | None:
    """Return the number from which a reader works the base out: the larger of two, or what it came *to* behind *at*."""
    blank, given = _plain_numbers(text)
    if len(given) > 1:
        return max(one.span.high for one in given)
    return _first(one.span.high for one in given if one.start > at and found(RESULT, blank[: one.start]))


def _plain_numbers(text: str) -> tuple[str, list[Number]]:
    """Return *text* without days and percentages, and the numbers left that count no time."""
    blank = compiled(r"(?i)[\w.,]+\s?(?:%|per\s?cent\b|percent\b)").sub(lambda match: "¤" * len(match[0]), masked(text))
    return blank, [number for number in numbers(blank) if not _is_time(blank, number)]


def _is_time(text: str, number: Number) -> bool:
    return bool(re.match(r"\s?-?(?:days?|weeks?|months?|years?|hours?|quarters?)\b", text[number.end :]))


def _first_value(words: str) -> int:
    """Return the first of the two numbers of “from 5 to 2”."""
    return numbers(re.split(r"(?i)\s+to\s+|[–—-]", words)[0])[0].span.low


def _remark(passage: Passage, at: int, change: str, base: int | None) -> Remark:
    if base is None:
        message = f"{where(passage)} says “{change}” without the numbers: it may be from 500 to 200 or from 5 to 2"
        remedy = f"add both numbers, such as “{change}, from 50 to 20”"
    else:
        message = (
            f"{where(passage)} says “{change}” of a base of {base}: one case more or less makes another percentage"
        )
        remedy = "write the two numbers and leave out the percentage"
    return Remark(passage.mark(at), message, remedy, passage.record)
