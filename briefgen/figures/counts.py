"""Numbers as they are known, added up: sums of ranges are ranges, and what nobody counted is not taken for nothing."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.edition import Record

AT_LEAST = "≥\u2009"


@dataclass(frozen=True)
class Count:
    """From *low* to *high*; *more* when the high end is no limit. *told* reports give a number, *untold* do not."""

    low: int = 0
    high: int = 0
    more: bool = False
    told: int = 0
    untold: int = 0

    def __add__(self, other: Count) -> Count:
        """Return both together."""
        more = self.more or other.more
        low, high = self.low + other.low, self.high + other.high
        return Count(low, high, more, self.told + other.told, self.untold + other.untold)

    @property
    def is_open(self) -> bool:
        """Whether it may be more than the high end: no limit is given, or some reports give no number."""
        return self.more or self.untold > 0

    def __str__(self) -> str:
        """Return it in words: ``28``, ``26 to 28``, ``at least 10``, ``24 to 30 or more``, ``number not given``."""
        if not self.told:
            return "number not given" if self.untold else "0"
        if self.low != self.high:
            return f"{self.low:,} to {self.high:,}{' or more' if self.is_open else ''}"
        return f"{'at least ' * self.is_open}{self.low:,}"

    @property
    def short(self) -> str:
        """It for a label: ``28``, ``26–28``, ``≥ 10``, ``24–30+``, ``?``."""
        if not self.told:
            return "?" if self.untold else "0"
        if self.low != self.high:
            return f"{self.low:,}–{self.high:,}{'+' * self.is_open}"
        return f"{AT_LEAST * self.is_open}{self.low:,}"


def exactly(number: int, told: int = 1) -> Count:
    """Return a number that is known, from so many reports."""
    return Count(number, number, told=told)


def counted(amount: Record | None) -> Count:
    """Return an amount of a sheet; None is one that nobody gives."""
    if amount is None:
        return Count(untold=1)
    known = [amount[name] for name in ("low", "best", "high") if amount[name] is not None]
    is_open = amount["or_more"] or (amount["low"] is not None and amount["high"] is None)
    return Count(known[0], known[-1], bool(is_open), told=1)
