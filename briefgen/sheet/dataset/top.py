"""The most important rows of a file, by one rule: most killed first, then latest, then id."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from operator import itemgetter
from typing import Any, NamedTuple

ID, DAY, KILLED = itemgetter(0), itemgetter(1), itemgetter(4)


class Candidate(NamedTuple):
    """An event with its *notes*, and the *line* on which its row ends."""

    event: tuple[Any, ...]
    notes: str
    line: int


class Top:
    """The first *size* of all events that were offered; one with fewer dead than *least* is not among them."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._found: list[Candidate] = []
        self.least = 0 if size else sys.maxsize

    def offer(self, event: tuple[Any, ...], notes: str, line: int) -> None:
        """Keep *event* unless *size* others come before it."""
        self._found.append(Candidate(event, notes, line))
        if len(self._found) > 8 * self.size:
            self._cut()

    def __iter__(self) -> Iterator[Candidate]:
        """Yield the events, the first one first."""
        self._cut()
        yield from self._found

    def _cut(self) -> None:
        self._found.sort(key=lambda one: ID(one.event))
        self._found.sort(key=lambda one: (KILLED(one.event) or 0, DAY(one.event)), reverse=True)
        del self._found[self.size :]
        if len(self._found) == self.size > 0:
            self.least = KILLED(self._found[-1].event) or 0
