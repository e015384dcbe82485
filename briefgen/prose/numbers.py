"""Numbers in prose as they are meant: “26”, “twenty-six”, “at least 26”, “26 to 28”, “nearly 30”, “a dozen”."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import ceil

ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
MAGNITUDES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
VALUES = {word: value for value, word in enumerate(ONES)} | {word: 10 * (2 + at) for at, word in enumerate(TENS)}
#: Words before a number, by what they make of it.
BOUNDS = {
    "least": "at least|no fewer than|no less than|not fewer than|not less than|a minimum of|minimum|≥|>=",
    "over": "more than|greater than|over|upwards of|in excess of|exceeding|above|>",
    "most": "up to|at most|at the most|no more than|not more than|as many as|a maximum of|maximum|≤|<=",
    "under": "fewer than|less than|under|below|<",
    "near": "nearly|almost|close to|just under|approaching",
    "about": "about|around|approximately|approx.|roughly|circa|ca.|c.|estimated|some|perhaps|~|≈",
}
FORMS = sorted(
    ((form, name) for name, forms in BOUNDS.items() for form in forms.split("|")), key=lambda one: -len(one[0])
)
LAST_WORDS = {form.split()[-1] for form, _ in FORMS}
STARTS = {*VALUES, "a", "half"}
ROUND = 5
REACH = 16  # characters before a number in which its bound stands
TOKEN = re.compile(r"\d+|[A-Za-z]+")
LIKE_A_YEAR = re.compile(r"(?:19|20)\d\d")
RATIO = re.compile(r"\s?(?:%|per\s?cent\b|percent|pc\b|‰|[°º])", re.I)


@dataclass(frozen=True)
class Span:
    """A number as it is known: its *low* and *high* ends, and whether it may lie *below* or *above* them."""

    low: int
    high: int
    below: bool = False
    above: bool = False
    strict: bool = False

    def __add__(self, other: Span) -> Span:
        """Return what the two come to together."""
        return Span(self.low + other.low, self.high + other.high, self.below or other.below, self.above or other.above)

    def __str__(self) -> str:
        """Return it in words."""
        if self.low != self.high:
            return f"{self.low:,} to {'more than ' * self.above}{self.high:,}"
        bound = "more than " if self.strict else "at least " if self.above else "up to " if self.below else ""
        return f"{bound}{self.low:,}"

    def agrees(self, known: Span) -> bool:
        """Return whether prose that gives this number can rest on a record that gives the number *known*.

        A bound may be looser than what is known, as “more than 20” is for 28; another number may not be.
        """
        if self.low <= known.high and known.low <= self.high:
            return True
        if self.above and not known.above:
            return self.high < known.low <= 2 * self.high
        if self.below and not known.below:
            return self.low > known.high >= self.low / 2
        is_rounded = self.strict and self.high % ROUND == 0
        if self.above:
            return is_rounded and self.high < known.low <= 1.5 * self.high
        return self.below and is_rounded and self.low > known.high >= self.low / 1.5


@dataclass(frozen=True)
class Number:
    """A number in a text, its bounds included in the stretch from *start* to *end*."""

    span: Span
    start: int
    end: int


def total(spans: Iterable[Span]) -> Span:
    """Return what *spans* come to together."""
    return sum(spans, Span(0, 0))


def numbers(text: str) -> tuple[Number, ...]:
    """Return the whole numbers in *text*, in order; years, percentages, decimals and parts of names are none."""
    found: list[Number] = []
    end = 0
    for token in TOKEN.finditer(text):
        if token.start() >= end and (token[0].lower() in STARTS or token[0].isdigit()):
            match = _pattern().match(text, token.start())
            number = _number(match, text) if match else None
            end = number.end if number else match.end("first") if match else end
            found += [number] if number else []
    return tuple(found)


def _number(match: re.Match[str], text: str) -> Number | None:
    bound, start = _bound_before(text, match.start())
    first, second, end = _bounded(match["first"], bound), None, match.end()
    lead = text[max(0, start - REACH) : start].rstrip().lower()
    if match["second"] and (match["joint"].strip() != "and" or lead.endswith("between")):
        second = _bounded(match["second"], dict(FORMS).get((match["second_bound"] or "").lower()))
        start = len(text[:start].rstrip()) - len("between") if lead.endswith("between") else start
        start = len(text[:start].rstrip()) - len("from") if lead.endswith(" from") else start
    elif match["second"]:
        end = match.end("first")
    is_year = any(LIKE_A_YEAR.fullmatch(part or "") for part in (match["first"], match["second"] if second else ""))
    if first is None or is_year or RATIO.match(text, end):
        return None
    span = _extended(_joined(first, second) if second else first, match["more"] or "" if end == match.end() else "")
    return Number(span, start, end)


def _joined(first: Span, second: Span) -> Span:
    return Span(min(first.low, second.low), max(first.high, second.high), first.below, first.above or second.above)


def _extended(span: Span, more: str) -> Span:
    """Return *span* with what stands behind the number: “or more”, “or so”."""
    if more.strip(" -") in ("+", "or more", "plus", "or above"):
        return Span(span.low, span.high, span.below, True)
    return _loose(span.low) if more else span


def _bound_before(text: str, start: int) -> tuple[str | None, int]:
    """Return what the words before the number at *start* make of it, and where they begin."""
    before = text[max(0, start - REACH) : start].rstrip().lower()
    last = before.rpartition(" ")[2]
    if last in LAST_WORDS or last[-1:] in LAST_WORDS:
        for form, name in FORMS:
            if before.endswith(form) and not before[: -len(form)][-1:].isalnum():
                return name, start - len(text[max(0, start - REACH) : start]) + len(before) - len(form)
    return None, start


def _bounded(words: str, bound: str | None) -> Span | None:
    value = _value(words)
    if value is None:
        return None
    is_loose = words.split()[0].lower() in ("a", "half") or "dozen" in words.lower()
    if bound in ("about", None):
        return _loose(value) if bound or is_loose else Span(value, value)
    if bound == "near":
        return Span(int(value * 0.85), value)
    return Span(value, value, bound in ("most", "under"), bound in ("least", "over"), bound in ("over", "under"))


def _loose(value: int) -> Span:
    return Span(int(value * 0.85), ceil(value * 1.15))


def _value(words: str) -> int | None:
    """Return the value of a numeral in digits or words, or None if it is no whole number."""
    whole, part = 0.0, 0.0
    for word in re.findall(r"[^\W\d_]+|\d[\d,.  \u00a0\u2009\u202f]*", words.lower()):
        if word[0].isdigit():
            part += float(re.sub(r"[^\d.]", "", word))
        elif word in MAGNITUDES:
            part = (part or 1) * MAGNITUDES[word]
            whole, part = (whole + part, 0.0) if MAGNITUDES[word] >= 1000 else (whole, part)
        elif word == "half":
            part = 0.5
        else:
            part += VALUES.get(word, 0)
    value = whole + part
    return int(value) if value == int(value) else None


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of a number, or of two that belong together, without the words before it."""
    before, after = r"(?<![\w.,:/$£€#])", r"(?!\w|[.,:/]\d|[-‑][A-Za-z]|’s\b)"
    below_100 = f"(?:(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(ONES[1:10])}))?|{'|'.join(reversed(ONES))})"
    much = f"(?:{'|'.join(MAGNITUDES)})"
    digits = rf"(?:\d{{1,3}}(?:[,  \u00a0\u2009\u202f]\d{{3}})+|\d{{1,9}}){after}"
    numeral = (
        rf"(?:\d{{1,3}}\.\d{{1,2}}(?=\s(?:million|thousand)\b)|{digits}"
        rf"|half a(?=\sdozen)|a(?=\s{much}\b)|{below_100}\b)"
        rf"(?:\s{much}\b(?:(?:\sand)?\s{below_100}\b(?:\shundred\b)?)?)?(?!-[a-z])"
    )
    second = (
        rf"(?:(?P<second_bound>more than|over|at least|nearly|almost|about|around|up to|some)\s)?(?P<second>{numeral})"
    )
    return re.compile(
        rf"{before}(?<![+-])(?P<first>{numeral})(?:(?P<joint>\s?[-–—‑]\s?|\s+(?:to|or|and)\s+){second})?"
        r"(?P<more>\s?\+| or more\b| or above\b|[- ]plus\b| or so\b| or thereabouts\b)?",
        re.I,
    )
