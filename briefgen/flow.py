"""The whole flow: sheets are read, parsed, reviewed, made into editions, composed, printed and written.

What an earlier build has made of the same is not made again.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.build import manifest
from briefgen.build.cache import ALWAYS, Forced, Ledger, Memory
from briefgen.build.devoted import devote, withdraw
from briefgen.build.order import Order
from briefgen.build.report import Report
from briefgen.build.shard import WHOLE
from briefgen.desk import Desk
from briefgen.markings.scheme import Scheme
from briefgen.traces import Thing, look, tracing
from briefgen.workers import Executor

if TYPE_CHECKING:
    from briefgen.build.clearing import Clearing
    from briefgen.build.job import Job
    from briefgen.scan import Scanner
    from briefgen.sheet.registry import Registry
    from briefgen.stages import Begun, Stages


def build(
    paths: Iterable[Path], desk: Desk, order: Order, pool: Executor, ledger: Ledger, scanner: Scanner | None = None
) -> Generator[Report, None, None]:
    """Make the products of the sheets and yield a report on each sheet, in their order.

    A sheet that is refused or a product that fails costs only itself. What is made for an audience goes past the
    *scanner*. The manifest is written last. Raises OutputError when it cannot be, SettingsError for unknown rules.
    """
    assert scanner or not order.audience, "nothing goes to an audience unseen"
    entries: list[manifest.Entry] = []
    whole: set[str] = set()
    incomplete: list[str] = []
    waiting: deque[Callable[[], Report]] = deque()
    built = WHOLE  # until the last sheet of the shard is through
    shared = Shared(desk.registry, desk.scheme)
    devote(order.out, order.readers)
    with (Forced if order.force else Memory)(ledger, desk, order, shared.digest) as memory:
        begin = Beginning(desk, order, pool, memory, shared, scanner)
        try:
            for path in paths:
                waiting.append(begin(path))
                while len(waiting) > 2 * pool.jobs:
                    yield _finished(waiting.popleft(), entries, whole, incomplete)
            while waiting:
                yield _finished(waiting.popleft(), entries, whole, incomplete)
            built = order.shard
        finally:
            if order.narrow:
                withdraw(order.out, whole, entries)
            if entries or whole or built != WHOLE:
                manifest.record(order.out, entries, built, order.readers, () if order.readers else incomplete)


def _finished(
    finish: Callable[[], Report],
    entries: list[manifest.Entry],
    whole: set[str],
    incomplete: list[str],
) -> Report:
    """Return the report on a sheet; add its files to the *entries*.

    If none is missing, its id goes to the *whole*, else it is one of the *incomplete*.
    """
    report = finish()
    made = [result.entry for result in report.results if result.entry]
    entries += made
    if report.product and len(made) == len(report.results):
        whole.add(report.product)
    if len(made) < len(report.results):
        incomplete.append(report.sheet)
    return report


class Shared:
    """The registry of a desk, which is read when somebody needs to know a record of it."""

    def __init__(self, folder: Path, scheme: Scheme) -> None:
        self._folder, self._scheme = folder, scheme

    @cached_property
    def records(self) -> Registry:
        """The records by id."""
        from briefgen.sheet import registry

        with tracing(lambda thing: ""):  # the first sheet that needs one record has not looked at all of them
            return registry.read(self._folder, self._scheme)

    def digest(self, record_id: str) -> str:
        """Return what a record is like, in a word."""
        return self.records.digest(record_id)


class Beginning:
    """Begins with the sheets of one build, each of which has a product id of its own."""

    def __init__(
        self, desk: Desk, order: Order, pool: Executor, memory: Memory, shared: Shared, scanner: Scanner | None
    ) -> None:
        self._desk, self._order, self._pool, self._memory, self._shared = desk, order, pool, memory, shared
        self._scanner = scanner
        self._taken: dict[str, Path] = {}
        likely = {"products": order.products or desk.products, "formats": order.formats or desk.formats}
        self._likely = json.dumps(likely).encode()

    def __call__(self, path: Path) -> Callable[[], Report]:
        """Begin with the sheet at *path*; return the function that waits for its products and writes them."""
        recalled = self._memory.recall(path)
        if isinstance(recalled, str):
            return self._made(path, recalled)
        if self._owner(recalled.product, path) != path:
            return self._made(path, "its product id is taken")
        restored = self._memory.restore(recalled)
        return self._made(path, restored) if isinstance(restored, str) else lambda: restored

    def _made(self, path: Path, why: str) -> Callable[[], Report]:
        self._pool.warm(self._likely)  # WeasyPrint loads while the sheet is read
        with tracing(self._memory.digest) as seen:
            for thing in ALWAYS:
                look(*thing)
            begun = self._stages.begin(path)
        owner = self._owner(begun.base.id, path)
        if owner != path:
            return partial(Report, str(path), *begun.taken_by(owner))
        from briefgen.build.job import Job  # which knows editions, and takes a while to load

        clearing = self._clearing(begun)
        jobs = [
            Job.begin(task, begun.base, begun.where, why, self._pool, self._memory, clearing) for task in begun.tasks
        ]
        return partial(self._finish, path, begun, jobs, seen)

    def _clearing(self, begun: Begun) -> Clearing | None:
        """Return what looks through the products of a sheet that are for an audience."""
        if begun.secrets is None or self._scanner is None:
            return None
        from briefgen.build.clearing import Clearing

        return Clearing.of(self._scanner, begun.secrets, self._own_words)

    @cached_property
    def _own_words(self) -> tuple[str, ...]:
        from briefgen.build.words import own

        return tuple(own(self._desk, self._order))

    def _finish(self, path: Path, begun: Begun, jobs: Sequence[Job], seen: Mapping[Thing, str]) -> Report:
        results = tuple(result for job in jobs for result in job.finish(self._order.out))
        results = () if begun.withheld else results or (begun.base,)
        report = Report(str(path), begun.findings, results, begun.base.id, begun.withheld)
        self._memory.keep(path, seen, report)
        return report

    def _owner(self, product: str | None, path: Path) -> Path:
        """Return the first sheet with that product id: the files of two would have one name."""
        return self._taken.setdefault(product.casefold(), path) if product else path

    @cached_property
    def _stages(self) -> Stages:
        from briefgen.stages import Stages  # which know the sheet

        return Stages(self._desk, self._order, self._shared.records)
