"""The whole flow: sheets are read, parsed, reviewed, made into editions, composed, printed and written."""

from __future__ import annotations

import pickle
import time
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefgen import edition, lint, sheet
from briefgen.build import manifest
from briefgen.build.job import Job, Order, Result
from briefgen.build.reasons import Where
from briefgen.build.task import Task
from briefgen.desk import Desk
from briefgen.findings import Finding, Mark
from briefgen.markings.scheme import Level
from briefgen.sheet import Parsed, Sheet
from briefgen.theme import House
from briefgen.workers import Pool


@dataclass(frozen=True)
class Report:
    """What became of one sheet: its findings, and its products or the reason why there are none."""

    sheet: str
    findings: tuple[Finding, ...]
    results: tuple[Result, ...]


@dataclass(frozen=True)
class Begun:
    """A sheet whose products are being made: its findings, its jobs, and what was refused at once."""

    path: Path
    findings: tuple[Finding, ...]
    jobs: tuple[Job, ...]
    refusals: tuple[Result, ...] = ()


def build(paths: Sequence[Path], desk: Desk, order: Order, pool: Pool) -> Generator[Report, None, None]:
    """Make the products of the sheets and yield a report on each sheet, in their order.

    A sheet with an error (or with a warning, when the order is strict) is refused; a product that fails costs only
    itself. The manifest is written last. Raises OutputError when it cannot be, SettingsError for unknown rules.
    """
    desk.refuse_rules(lint.CODES)
    entries: list[manifest.Entry] = []
    waiting: deque[Begun] = deque()
    taken: dict[str, Path] = {}
    load = sheet.loader(desk.registry, desk.root, desk.scale)
    try:
        for path in paths:
            parsed = _unique(path, load(path), taken)
            found = lint.review(parsed, desk.lint, order.today, desk.root).findings
            waiting.append(_refused(path, found, order) or _begun(path, parsed.sheet, found, desk, order, pool))
            while len(waiting) > 2 * pool.jobs:
                yield _report(waiting.popleft(), order, entries)
        while waiting:
            yield _report(waiting.popleft(), order, entries)
    finally:
        if entries:
            manifest.record(order.out, entries)


def _unique(path: Path, parsed: Parsed, taken: dict[str, Path]) -> Parsed:
    """Return *parsed*, refused if an earlier sheet has its product id: their files would have one name."""
    if parsed.sheet is None:
        return parsed
    product = parsed.sheet.product
    other = taken.setdefault(product.id.casefold(), path)
    if other == path:
        return parsed
    message = f"the product id {product.id} is taken by {other}"
    finding = Finding(product.mark("id"), "OUT003", message, "give each sheet an id of its own")
    return Parsed(None, tuple(sorted((*parsed.findings, finding))))


def _refused(path: Path, findings: Sequence[Finding], order: Order) -> Begun | None:
    failing = {"error", "warning"} if order.strict else {"error"}
    count = sum(finding.severity in failing for finding in findings)
    if not count:
        return None
    refusal = Result(str(path), "refused", reason=f"{count} finding{'s' * (count != 1)} to mend")
    return Begun(path, tuple(findings), (), (refusal,))


def _begun(
    path: Path, made: Sheet | None, found: Sequence[Finding], desk: Desk, order: Order, pool: Pool
) -> Begun:
    """Begin to make the products of a sheet; the findings on it name no record that is withheld."""
    assert made is not None, "a sheet without errors is a sheet"
    level = made.product.handling.tlp if made.product.handling else desk.default_marking
    view = edition.make(made, level)
    withheld = {record.id for record in made.records()} - {record["id"] for record in view.records()}
    findings = tuple(finding for finding in found if finding.record not in withheld)
    where = _places(path, made, level)
    base = Result(str(path), "failed", made.product.id, marking=view.marking["label"])
    jobs = tuple(_job(task, replace(base, product=task.product), where, pool) for task in _tasks(made, view, desk, order))
    return Begun(path, findings, jobs)


def _tasks(made: Sheet, view: edition.Edition, desk: Desk, order: Order) -> Iterator[Task]:
    """Yield the task of every product of the sheet."""
    own = tuple(dict.fromkeys(made.product.kind)) or desk.products
    house = House(desk.name, desk.page_size, desk.lint.print_waivers, order.theme)
    for product in order.products or own:
        stem = made.product.id.lower() + ("" if product == own[0] else f".{product}")
        yield Task(view, product, order.formats or desk.formats, stem, house, desk.templates, desk.lint)


def _job(task: Task, base: Result, where: Where, pool: Pool) -> Job:
    return Job(task, pool.submit(pickle.dumps(task)), base, where, time.perf_counter())


def _places(path: Path, made: Sheet, level: Level) -> Where:
    """Return the function that finds the places of the records of a sheet; of the sheet, for what has none."""
    charts = {one.id: one.mark() for one in made.figures if one.kind == "chart" and one.id}

    def where(record: str) -> Mark:
        return (edition.places(made, level) | charts).get(record) or Mark(str(path), 1, 1)

    return where


def _report(begun: Begun, order: Order, entries: list[manifest.Entry]) -> Report:
    """Wait for the products of a sheet, write them, and return the report on it."""
    results = (*begun.refusals, *(result for job in begun.jobs for result in job.finish(order.out)))
    entries += [result.entry for result in results if result.entry]
    return Report(str(begun.path), begun.findings, results)
