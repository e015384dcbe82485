"""The whole flow: sheets are read, parsed, reviewed, made into editions, composed, printed and written."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from briefgen import edition, lint, sheet
from briefgen.build import manifest
from briefgen.build.fit import Fitter, Task
from briefgen.build.job import Job, Order, Result
from briefgen.compose import NOTHING, House, LeftOut, Page, compose
from briefgen.desk import Desk
from briefgen.errors import BriefgenError, FigureError, TemplateError
from briefgen.findings import Finding, Mark
from briefgen.markings.scheme import Level
from briefgen.pdf.process import Printer
from briefgen.sheet import Parsed, Sheet
from briefgen.tradecraft import SCALES


@dataclass(frozen=True)
class Report:
    """What became of one sheet: its findings, and its products or the reason why there are none."""

    sheet: str
    findings: tuple[Finding, ...]
    results: tuple[Result, ...]


def build(paths: Sequence[Path], desk: Desk, order: Order, printer: Printer) -> Generator[Report, None, None]:
    """Make the products of the sheets and yield a report on each sheet, in their order.

    A sheet with an error (or with a warning, when the order is strict) is refused; a product that fails costs only
    itself. The manifest is written last. Raises OutputError when it cannot be, SettingsError for unknown rules.
    """
    desk.refuse_rules(lint.CODES)
    entries: list[manifest.Entry] = []
    waiting: deque[tuple[Path, tuple[Finding, ...], list[Job]]] = deque()
    taken: dict[str, Path] = {}
    fitter = Fitter(printer)
    load = sheet.loader(desk.registry, desk.root, desk.scale)
    try:
        for path in paths:
            parsed = _unique(path, load(path), taken)
            found = lint.review(parsed, desk.lint, order.today, desk.root).findings
            refusal = _refusal(path, found, order)
            begun = (found, [refusal]) if refusal else _begun(path, parsed.sheet, found, desk, order, fitter)
            waiting.append((path, *begun))
            while len(waiting) > 2 * printer.jobs:
                yield _report(*waiting.popleft(), order, entries)
        while waiting:
            yield _report(*waiting.popleft(), order, entries)
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


def _refusal(path: Path, findings: Sequence[Finding], order: Order) -> Job | None:
    failing = {"error", "warning"} if order.strict else {"error"}
    count = sum(finding.severity in failing for finding in findings)
    reason = f"{count} finding{'s' * (count != 1)} to mend"
    return Job.over(Result(str(path), "refused", reason=reason)) if count else None


def _begun(
    path: Path, made: Sheet | None, found: Sequence[Finding], desk: Desk, order: Order, fitter: Fitter
) -> tuple[tuple[Finding, ...], list[Job]]:
    """Begin to make the products of the sheet; return them and the findings, which name no record that is withheld."""
    assert made is not None, "a sheet without errors is a sheet"
    view = edition.make(made, _level(made, desk))
    withheld = {record.id for record in made.records()} - {record["id"] for record in view.records()}
    findings = tuple(finding for finding in found if finding.record not in withheld)
    return findings, _jobs(path, made, view, desk, order, fitter)


def _level(made: Sheet, desk: Desk) -> Level:
    return made.product.handling.tlp if made.product.handling else desk.default_marking


def _jobs(path: Path, made: Sheet, view: edition.Edition, desk: Desk, order: Order, fitter: Fitter) -> list[Job]:
    """Compose every product of the sheet and begin to print it."""
    own = tuple(dict.fromkeys(made.product.kind)) or desk.products
    jobs = []
    for product in order.products or own:
        began = time.perf_counter()
        base = Result(str(path), "failed", made.product.id, product, marking=view.marking["label"])
        stem = made.product.id.lower() + ("" if product == own[0] else f".{product}")
        try:
            page = _page(view, product, desk, order, stem)
        except FigureError as error:
            jobs.append(Job.failed(base, _placed(error, made)))
            continue
        except BriefgenError as error:
            jobs.append(Job.failed(base, error))
            continue
        kinds = _formats(page, order.formats or desk.formats)
        if page.budget:
            where = partial(_place, path, made, _level(made, desk))
            draft = partial(_page, view, product, desk, order, stem)
            fitted = fitter.begin(Task(product, page.budget, view, draft, where), page)
            jobs += [Job.fit(base, fitted, kind, stem, began) for kind in kinds]
        else:
            jobs += [Job.begin(base, page, kind, stem, fitter.printer, began) for kind in kinds]
    return jobs


def _place(path: Path, made: Sheet, level: Level, record: str) -> Mark:
    return edition.places(made, level).get(record) or Mark(str(path), 1, 1)


def _placed(error: FigureError, made: Sheet) -> BriefgenError:
    """Return the error with the place of the chart that it is about; of the sheet, when a template asked for it."""
    charts = (one for one in made.figures if one.kind == "chart" and one.id == error.record)
    return BriefgenError(f"{next(charts, made.product).mark()}: error {error}")


def _formats(page: Page, asked: Sequence[str]) -> tuple[str, ...]:
    """Return the formats to make: those *asked* for, and the table of all events if the page sends a reader there."""
    return (*asked, "csv") if page.sends_on and "csv" not in asked else tuple(asked)


def _page(
    view: edition.Edition, product: str, desk: Desk, order: Order, stem: str, left_out: LeftOut = NOTHING
) -> Page:
    """Return the page of one product. Raises TemplateError for one that breaks a rule about finished pages."""
    house = House(desk.name, desk.page_size, desk.lint.print_waivers, order.theme)
    page = compose(view, product, desk.templates, house, left_out, stem)
    scale = SCALES[view.product["scale"]]
    found = lint.check_page(page.html, scale, f"{product}/page.html.j2", desk.lint)
    if any(one.severity == "error" for one in found):
        raise TemplateError("\n".join(map(str, found)))
    return page


def _report(
    path: Path, findings: tuple[Finding, ...], jobs: list[Job], order: Order, entries: list[manifest.Entry]
) -> Report:
    results = tuple(job.finish(order.out) for job in jobs)
    entries += [result.entry for result in results if result.entry]
    return Report(str(path), findings, results)
