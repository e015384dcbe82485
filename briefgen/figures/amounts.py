"""Numbers as they are known, in signs and in words: ranges as ranges, limits as limits."""

from __future__ import annotations

from typing import NamedTuple

from briefgen.edition import Record

THIN = "\u2009"


class Known(NamedTuple):
    """What is known of a number: it is not below *low* and not above *high*; None where nobody gives that limit.

    *more*: the high end is the highest number that is given, and no limit.
    """

    low: int | None
    high: int | None
    more: bool = False

    @property
    def open(self) -> bool:
        """Whether it may be more than any number that is given."""
        return self.more or self.high is None

    @property
    def ends(self) -> tuple[int, ...]:
        """The numbers that are given, lowest first."""
        return tuple(sorted({end for end in (self.low, self.high) if end is not None}))

    @property
    def signs(self) -> str:
        """It as a table prints it: ``28``, ``26–28``, ``≥ 10``, ``≤ 40``, ``24–30 or more``."""
        return self._limit(f"≥{THIN}", f"≤{THIN}") or f"{self.low:,}–{self.high:,}{' or more' * self.more}"

    @property
    def label(self) -> str:
        """It as a label of a figure says it: ``28``, ``26–28``, ``at least 10``, ``at most 40``, ``24–30 or more``."""
        return self._limit("at least ", "at most ") or self.signs

    @property
    def words(self) -> str:
        """It as a sentence says it: ``28``, ``26 to 28``, ``at least 10``, ``at most 40``, ``24 to 30 or more``."""
        return self._limit("at least ", "at most ") or f"{self.low:,} to {self.high:,}{' or more' * self.more}"

    def _limit(self, least: str, most: str) -> str:
        """Return the only number that is given; nothing for a range."""
        if len(self.ends) > 1:
            return ""
        sign = most if self.low is None else least if self.open else ""
        return f"{sign}{self.ends[0]:,}"


def known(amount: Record) -> Known:
    """Return what an Amount of the sheet says."""
    given = [amount[end] for end in ("low", "best", "high") if amount[end] is not None]
    low, high = given[0], given[-1]
    if low < high:
        return Known(low, high, bool(amount["or_more"]))
    if amount["or_more"] or (amount["low"] is not None and amount["high"] is None):
        return Known(low, None)
    return Known(None if amount["low"] is None and amount["best"] is None and high else low, high)
