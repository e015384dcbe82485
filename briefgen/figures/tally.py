"""Numbers as they are known: sums of ranges are ranges, and what nobody counted is not taken for nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefgen.edition import Record

THIN = "\u2009"


@dataclass(frozen=True)
class Count:
    """A sum: from *low* to *high*; *best* is the figure where only one can be; *more*: the high end is no limit.

    *told* is how many reports give a number, *untold* how many do not.
    """

    low: int = 0
    best: int = 0
    high: int = 0
    more: bool = False
    told: int = 0
    untold: int = 0

    def __add__(self, other: Count) -> Count:
        """Return both together."""
        return Count(
            self.low + other.low,
            self.best + other.best,
            self.high + other.high,
            self.more or other.more,
            self.told + other.told,
            self.untold + other.untold,
        )

    @property
    def open(self) -> bool:
        """Whether it can be more than the high end: no limit is given, or some reports give no number."""
        return self.more or self.untold > 0

    def __str__(self) -> str:
        """Return it for print: ``28``, ``26–28``, ``≥ 10``, ``24–30 or more``; a dash when nobody gives a number."""
        if not self.told:
            return "–"
        if self.low != self.high:
            return f"{self.low:,}–{self.high:,}{' or more' if self.open else ''}"
        return f"≥{THIN}{self.low:,}" if self.open else f"{self.low:,}"

    @property
    def spoken(self) -> str:
        """It in words: ``28``, ``26 to 28``, ``at least 10``, ``24 to 30 or more``, ``number not given``."""
        if not self.told:
            return "number not given"
        if self.low != self.high:
            return f"{self.low:,} to {self.high:,}{' or more' if self.open else ''}"
        return f"at least {self.low:,}" if self.open else f"{self.low:,}"


NONE, ONE, UNTOLD = Count(), Count(1, 1, 1, told=1), Count(untold=1)


def counted(amount: Record | None) -> Count:
    """Return an amount of the sheet as a count."""
    if amount is None:
        return UNTOLD
    known = [amount[name] for name in ("low", "best", "high") if amount[name] is not None]
    limited = amount["high"] is not None or amount["low"] is None
    high = known[-1] if limited else known[0]
    best = amount["best"] if amount["best"] is not None else known[0]
    return Count(known[0], best, high, bool(amount["or_more"]) or not limited, told=1)


def exactly(number: int) -> Count:
    """Return a number that is known as a count."""
    return Count(number, number, number, told=1)


def together(counts: Iterable[Count]) -> Count:
    """Return the sum of some counts."""
    return sum(counts, NONE)
