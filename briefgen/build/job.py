"""One product on its way from a task to its files."""

from __future__ import annotations

import time
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Literal

from briefgen.build.answer import Outcome, unpacked
from briefgen.build.manifest import Entry
from briefgen.build.reasons import Where, loss, reason
from briefgen.build.task import Task
from briefgen.build.write import write
from briefgen.errors import LostError, OutputError
from briefgen.findings import one_line
from briefgen.outputs import OUTPUTS, Made
from briefgen.theme import Theme, standard


@dataclass(frozen=True)
class Order:
    """What to build: products and formats (empty: what the sheet and the desk say), where to, and how strictly.

    *theme* is how the pages look, *today* the day that horizons and due dates are compared with, if one was given.
    """

    out: Path
    products: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    strict: bool = False
    today: date | None = None
    theme: Theme = field(default_factory=standard)


@dataclass(frozen=True)
class Result:
    """What became of one product in one format; *reason* says why it was not built, *seconds* how long it took."""

    sheet: str
    status: Literal["built", "refused", "failed", "unwritten"]
    id: str | None = None
    product: str | None = None
    format: str | None = None
    marking: str | None = None
    reason: str | None = None
    entry: Entry | None = None
    seconds: float = 0.0


@dataclass(frozen=True)
class Job:
    """The *task* of one product, which is being done: *answer* is what the worker will say.

    *base* is what is known of its results, *where* finds the places of its records, *began* is a time of the clock.
    """

    task: Task
    answer: Future[bytes]
    base: Result
    where: Where
    began: float

    def finish(self, out: Path) -> tuple[Result, ...]:
        """Wait for the product and write its files into the folder *out*; return a result for each format."""
        try:
            return tuple(self._result(outcome, out) for outcome in unpacked(self.answer.result()))
        except LostError as error:
            return (replace(self.base, status="failed", reason=loss(error, self.where)),)

    def _result(self, outcome: Outcome, out: Path) -> Result:
        base = replace(self.base, format=outcome.format)
        if not isinstance(outcome.result, Made):
            told = reason(outcome.result, self.task.product, self.task.edition, self.where)
            return replace(base, status="failed", reason=told)
        path = out / f"{self.task.stem}{OUTPUTS[outcome.format or ''].SUFFIX}"
        try:
            write(path, outcome.result.data)
        except OutputError as error:
            return replace(base, status="unwritten", reason=one_line(str(error)))
        seconds = time.perf_counter() - self.began
        return replace(base, status="built", entry=_entry(base, outcome.result, path), seconds=seconds)


def _entry(base: Result, made: Made, path: Path) -> Entry:
    return Entry(
        file=path.name,
        id=base.id or "",
        product=base.product or "",
        format=base.format or "",
        marking=base.marking or "",
        bytes=len(made.data),
        pages=made.pages,
        sha256=sha256(made.data).hexdigest(),
    )
