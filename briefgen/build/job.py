"""One product on its way from a task to its files."""

from __future__ import annotations

import pickle
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from briefgen.build.answer import Answer, Outcome, unpacked
from briefgen.build.cache.memory import Memory
from briefgen.build.clearing import Clearing
from briefgen.build.manifest import Entry
from briefgen.build.reasons import Where, loss, reason
from briefgen.build.report import Result
from briefgen.build.task import Task
from briefgen.build.write import write
from briefgen.errors import LostError, OutputError
from briefgen.findings import one_line
from briefgen.outputs import SUFFIXES, Made
from briefgen.workers import Executor


@dataclass(frozen=True)
class Job:
    """The *task* of one product, done by an earlier build or by a worker; *outcomes* waits for what came of it.

    *base* is what is known of its results, *where* finds the places of its records, *began* is a time of the clock.
    """

    task: Task
    outcomes: Callable[[], Answer]
    base: Result
    where: Where
    began: float

    @classmethod
    def begin(
        cls,
        task: Task,
        base: Result,
        where: Where,
        why: str,
        pool: Executor,
        memory: Memory,
        clearing: Clearing | None = None,
    ) -> Job:
        """Begin with a task, for the reason *why*, unless it is known what comes of it.

        What comes of it is of no use before *clearing* has looked at it, if there is that.
        """
        base, began, key = replace(base, product=task.product, why=why), time.perf_counter(), memory.key(task)
        if known := memory.made(key):
            base = replace(base, cached=True, why=f"{why}; the same was made before")
            answer = Answer(known)
            return cls(task, clearing.cleared(task, answer).result if clearing else lambda: answer, base, where, began)
        made = pool.submit(pickle.dumps(task))
        cleared = clearing and clearing.awaited(task, made)

        def outcomes() -> Answer:
            answer = cleared.result() if cleared else unpacked(made.result())
            memory.keep_made(key, answer.outcomes)
            return answer

        return cls(task, outcomes, base, where, began)

    def finish(self, out: Path) -> tuple[Result, ...]:
        """Wait for the product and write its files into the folder *out*; return a result for each format."""
        try:
            answer = self.outcomes()
        except LostError as error:
            return self._failed(self.base, loss(error, self.where), self.task.formats)
        base = replace(self.base, peak=answer.peak)
        return tuple(result for outcome in answer.outcomes for result in self._results(base, outcome, out))

    def _results(self, base: Result, outcome: Outcome, out: Path) -> tuple[Result, ...]:
        match outcome.result:
            case Made() as made:
                return (self._written(replace(base, format=outcome.format), made, out),)
            case failure:
                told = reason(failure, self.task.product, self.task.edition, self.where)
                return self._failed(base, told, (outcome.format,) if outcome.format else self.task.formats)

    def _failed(self, base: Result, told: str, formats: Iterable[str]) -> tuple[Result, ...]:
        failed = replace(base, status="failed", reason=told, seconds=self._seconds())
        return tuple(replace(failed, format=one) for one in formats)

    def _written(self, base: Result, made: Made, out: Path) -> Result:
        path = out / f"{self.task.stem}{SUFFIXES[base.format or '']}"
        kept = base.cached and _holds(path, made.data)
        try:
            if not kept:
                write(path, made.data)
        except OutputError as error:
            return replace(base, status="unwritten", reason=one_line(str(error)), seconds=self._seconds())
        return replace(base, status="built", entry=_entry(base, made, path), seconds=self._seconds(), kept=kept)

    def _seconds(self) -> float:
        return time.perf_counter() - self.began


def _holds(path: Path, data: bytes) -> bool:
    """Return whether the file at *path* is there and holds *data*."""
    try:
        return not path.is_symlink() and path.read_bytes() == data
    except OSError:
        return False


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
