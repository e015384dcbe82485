"""Whole processes, timed in turns so that a busy machine slows all of them alike."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Mapping, Sequence
from statistics import median


def seconds(commands: Mapping[str, Sequence[str]], rounds: int, env: Mapping[str, str]) -> dict[str, list[float]]:
    """Return the wall-clock seconds of each command, one per round, after one round that is not counted.

    Raises CalledProcessError for a command that fails.
    """
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            began = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True, env=dict(env))
            if turn:
                taken[name].append(time.perf_counter() - began)
    return taken


def ratio(taken: Mapping[str, list[float]], name: str, against: str) -> float:
    """Return the median of the per-round ratios of two commands."""
    return median(one / other for one, other in zip(taken[name], taken[against], strict=True))
