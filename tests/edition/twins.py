"""Two processes that build the same desk: one with the left sheets of many pairs, the other with the right ones.

Neither can have anything that is left of the other. What a sheet leaves behind in its own process, where the next one
is built, is not the same in both, and so is found as well.
"""

from __future__ import annotations

import multiprocessing
import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from itertools import takewhile
from operator import eq
from pathlib import Path
from typing import Self

from tests.edition import builds
from tests.edition.builds import Left, Order
from tests.edition.pairs import Pair
from tests.edition.sides import SIDES, Side
from tests.edition.values import NEEDLE

AROUND = 80  # bytes that are shown before and after a difference
#: In a report.
REFUSED = b'"status": "refused"'
_NUMBER = re.compile(r"\bx-(\d+)")


class Twins:
    """A context manager; builds are made in *folder*, one after the other, so that all names are the same."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stack = ExitStack()
        self._processes: dict[Side, ProcessPoolExecutor] = {}

    def __enter__(self) -> Self:
        for side in SIDES:
            process = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"))
            self._processes[side] = self._stack.enter_context(process)
            process.submit(builds.begin)  # both load at the same time
        return self

    def __exit__(self, *exception: object) -> None:
        self._stack.close()

    def build(self, pairs: Sequence[Pair], order: Order) -> tuple[Left, Left]:
        """Return what is left of builds of both sides."""
        left, right = (
            process.submit(builds.build, self._folder, list(sheets(pairs, side, order)), order).result()
            for side, process in self._processes.items()
        )
        return left, right

    def accepted(self, pairs: Sequence[Pair], order: Order) -> tuple[Sequence[Pair], Left, Left]:
        """Return the pairs of which no sheet is refused by mischance, and what is left of builds of these."""
        left, right = self.build(pairs, order)
        refused = {_number(name) for side in (left, right) for name, data in side.items() if REFUSED in data}
        if not refused:
            return pairs, left, right
        return self.accepted([pair for number, pair in enumerate(pairs) if number not in refused], order)


def sheets(pairs: Sequence[Pair], side: Side, order: Order) -> Iterator[str]:
    """Yield the sheets of one side, each with an id of its own."""
    for number, pair in enumerate(pairs):
        told = {"id": f"X-{number:03}", "kind": [order.products[number % len(order.products)]]}
        yield pair.text(side, default=order.marking, **told)


def difference(pairs: Sequence[Pair], left: Left, right: Left) -> str:
    """Return by what somebody could tell the sides of which of the *pairs* whose builds *left* that; else nothing."""
    for name in dict.fromkeys((*left, *right)):
        if found := _told(left.get(name), right.get(name)):
            number = _number(name)
            return f"{name} {found}" + ("" if number is None else f"\n{pairs[number]!r}")
    return ""


def _told(left: bytes | None, right: bytes | None) -> str:
    """Return how the same of both sides differs, or gives away what is withheld."""
    if left is None or right is None:
        return f"is not on the {'right' if left else 'left'}"
    if left != right:
        at = sum(1 for _ in takewhile(bool, map(eq, left, right)))
        return f"differs at byte {at}:\n{_around(left, at)}\n{_around(right, at)}"
    at = left.lower().find(NEEDLE.encode())
    return "" if at < 0 else f"gives away, at byte {at}:\n{_around(left, at)}"


def _number(name: str) -> int | None:
    """Return the number of the pair that something is left of, if it is of one."""
    found = _NUMBER.search(name)
    return int(found[1]) if found else None


def _around(data: bytes, at: int) -> str:
    return repr(data[max(0, at - AROUND) : at + AROUND])
