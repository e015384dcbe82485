"""Numbers to shades in at most three steps, darker for more."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

STEPS = {1: (0.36,), 2: (0.2, 0.5), 3: (0.16, 0.36, 0.62)}  # shares of the colour; type in ink is read on the darkest


class Shades:
    """The steps for some numbers; 0 is not shaded."""

    def __init__(self, numbers: Iterable[int]) -> None:
        self.numbers = sorted({number for number in numbers if number > 0})
        self.bounds = _bounds(self.numbers)
        self.grouped = len(self.bounds) < len(self.numbers)  # else each number has a step of its own

    def share(self, number: int) -> float:
        """Return the share of the colour for a number."""
        step = bisect_right(self.bounds, number) - 1
        return STEPS[len(self.bounds)][step] if step >= 0 else 0.0

    def steps(self) -> list[tuple[float, int, int]]:
        """Return share, lowest and highest number of every step that is used."""
        ends = [*(bound - 1 for bound in self.bounds[1:]), *self.numbers[-1:]] if self.grouped else self.bounds
        spans = zip(self.bounds, ends, strict=True)
        return [
            (self.share(low), low, high) for low, high in spans if any(low <= number <= high for number in self.numbers)
        ]


def _bounds(numbers: Sequence[int]) -> list[int]:
    """Return the lowest number of each step: each number where there are few, else round ones, evenly apart in size."""
    if len(numbers) <= 3:
        return list(numbers)
    most = numbers[-1]
    found = {1, _rounded(most ** (1 / 3)), _rounded(most ** (2 / 3))}
    return sorted(found)


def _rounded(value: float) -> int:
    """Return the nearest of 1, 2, 5, 10, 20, 50 …"""
    ten = int(f"1{'0' * (len(str(int(value))) - 1)}")
    return min((one * ten for one in (1, 2, 5, 10)), key=lambda one: abs(one - value))
