"""Builds inside the process of the tests, whose workers are counted, and what came of them in a form to compare."""

from __future__ import annotations

import contextlib
import pickle
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from unittest import mock

from briefgen import desk, flow
from briefgen.build.cache import FOLDER, Ledger, things
from briefgen.build.drawing import reply
from briefgen.build.order import Order
from briefgen.build.report import Report
from briefgen.build.task import Task
from briefgen.cli.options import find_sheets
from briefgen.scan import Scanner
from briefgen.theme import choose
from briefgen.workers import Executor, Pool

#: Work that is told with each task where its templates are.
ANYWHERE = "tests.build.anywhere"


class Watched(Pool):
    """A pool for any desk, whose *templates* it is told before a build; it remembers what it was *asked*."""

    def __init__(self, work: str, jobs: int, readable: Path, time_limit: float) -> None:
        super().__init__(work, jobs, self.reply, [readable, *desk.find(Path("/")).templates], time_limit=time_limit)
        self.asked: list[Task] = []
        self.templates: tuple[Path, ...] = ()

    def reply(self, question: bytes) -> bytes:
        """Return what a worker asks for."""
        return reply(question)

    def submit(self, question):
        """Return the future of the answer."""
        self.asked.append(pickle.loads(question))
        return super().submit(pickle.dumps((self.templates, question)))


@contextlib.contextmanager
def watched(folder: Path, *, work: str = ANYWHERE, jobs: int = 2, time_limit: float = 60) -> Iterator[Watched]:
    """Yield a pool for desks in *folder*."""
    with Watched(work, jobs, folder, time_limit) as made:
        yield made


def build(
    root: Path,
    workers: Executor,
    out: Path,
    cache: Path | None = None,
    today: date | None = None,
    scanner: Scanner | None = None,
    **order: Any,
) -> list[Report]:
    """Build all sheets of the desk at *root*, the working folder, with its own cache or another; return the reports.

    What briefgen is stays the same while its tests run; to work that out takes longer than to build a small desk.
    """
    home = desk.find(root)
    if isinstance(workers, Watched):
        workers.templates = home.templates
    asked = Order(out, today=today, theme=choose(home, None))
    with mock.patch.object(things, "engine", return_value="this"), Ledger(cache or root / FOLDER) as ledger:
        return list(flow.build(find_sheets(None, home), home, replace(asked, **order), workers, ledger, scanner))


def told(report: Report) -> Report:
    """Return what a report says that does not depend on what earlier builds have made."""
    results = (replace(one, seconds=0.0, why="", cached=False, kept=False, peak=None) for one in report.results)
    return replace(report, results=tuple(results))


def products(reports: list[Report], out: Path) -> dict[str, bytes]:
    """Return the files that were built, by name."""
    entries = (one.entry for report in reports for one in report.results if one.entry)
    return {entry.file: (out / entry.file).read_bytes() for entry in entries}
