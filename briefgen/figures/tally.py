"""Numbers as they are known: sums of ranges are ranges, and what nobody counted is not taken for nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefgen.edition import Record
from briefgen.figures.amounts import Known, known


@dataclass(frozen=True)
class Count:
    """A sum: from *low* to *high*; *best* is the figure where only one can be; *more*: the high end is no limit.

    *told* is how many reports give a number, *untold* how many do not. *capped*: of all numbers only limits that they
    do not exceed are known.
    """

    low: int = 0
    best: int = 0
    high: int = 0
    more: bool = False
    told: int = 0
    untold: int = 0
    capped: bool = False

    def __add__(self, other: Count) -> Count:
        """Return both together."""
        return Count(
            self.low + other.low,
            self.best + other.best,
            self.high + other.high,
            self.more or other.more,
            self.told + other.told,
            self.untold + other.untold,
            (self.capped or not self.told) and (other.capped or not other.told) and self.told + other.told > 0,
        )

    @property
    def open(self) -> bool:
        """Whether it can be more than the high end: no limit is given, or some reports give no number."""
        return self.more or self.untold > 0

    def __str__(self) -> str:
        """Return it for print: ``28``, ``26–28``, ``≥ 10``, ``24–30 or more``; a dash when nobody gives a number."""
        return self._known.signs if self.told else "–"

    @property
    def spoken(self) -> str:
        """It in words: ``28``, ``26 to 28``, ``at least 10``, ``24 to 30 or more``, ``number not given``."""
        return self._known.words if self.told else "number not given"

    @property
    def _known(self) -> Known:
        if self.low == self.high:
            return Known(self.low, None if self.open else self.high)
        return Known(None if self.capped and not self.open else self.low, self.high, self.open)


NONE, ONE, UNTOLD = Count(), Count(1, 1, 1, told=1), Count(untold=1)


def counted(amount: Record | None) -> Count:
    """Return an amount of the sheet as a count."""
    if amount is None:
        return UNTOLD
    found = known(amount)
    low, high = found.low or 0, found.ends[-1]
    best = amount["best"] if amount["best"] is not None else found.ends[0]
    return Count(low, best, high, found.open, told=1, capped=found.low is None)


def exactly(number: int) -> Count:
    """Return a number that is known as a count."""
    return Count(number, number, number, told=1)


def together(counts: Iterable[Count]) -> Count:
    """Return the sum of some counts."""
    return sum(counts, NONE)
