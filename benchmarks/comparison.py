"""Ways to do a piece of work, and what is said of one against another."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

Figures = Mapping[str, Sequence[float]]


@dataclass(frozen=True)
class Way:
    """One way to do a piece of work: *measure* does it and returns what it took, in seconds or in MB."""

    name: str
    measure: Callable[[], float]


@dataclass(frozen=True)
class Comparison:
    """One way against one other, or against several of them one after the other.

    A budget has a *limit* to the ratio; a peer has none. What takes minutes is done in fewer *rounds*.
    """

    own: Way
    against: tuple[Way, ...]
    limit: float | None = None
    unit: str = "s"
    rounds: int = 99

    @property
    def ways(self) -> tuple[Way, ...]:
        """All that is measured for it."""
        return (self.own, *self.against)

    def ratio(self, figures: Figures) -> float:
        """Return the median of the ratios of the rounds."""
        others = zip(*(figures[way.name] for way in self.against), strict=True)
        return float(median(own / sum(other) for own, other in zip(figures[self.own.name], others, strict=False)))

    def verdict(self, figures: Figures) -> str:
        """Return the limit and whether it is kept, in words for the table."""
        if self.limit is None:
            return ""
        return f"≤ {self.limit:.2f} {'met' if self.ratio(figures) <= self.limit else '**not met**'}"
