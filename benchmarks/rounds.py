"""Measuring in turns, so that a busy machine slows all ways alike."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from benchmarks.comparison import Comparison, Figures, Way


def measured(comparisons: Iterable[Comparison], rounds: int) -> Figures:
    """Return the figures of every way by its name, one a round, after one round that is not counted.

    A way that several comparisons name is measured once a round. Raises CalledProcessError for a command that fails.
    """
    ways: dict[str, tuple[Way, int]] = {}
    for one in comparisons:
        for way in one.ways:
            ways[way.name] = way, max(min(rounds, one.rounds), ways.get(way.name, (way, 0))[1])
    figures: dict[str, list[float]] = {name: [] for name in ways}
    for turn in range(rounds + 1):
        for name, (way, most) in ways.items():
            if turn <= most:
                print(f"round {turn} of {rounds}: {name}", file=sys.stderr)
                figures[name] += [way.measure()] if turn else [way.measure()][:0]
    return figures
