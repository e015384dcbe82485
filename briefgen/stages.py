"""From the path of a sheet to the tasks of its products: it is read, parsed, reviewed and made into an edition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefgen import edition, lint
from briefgen.build.order import Order
from briefgen.build.reasons import Where
from briefgen.build.report import Result
from briefgen.build.task import Task
from briefgen.desk import Desk, LintSettings
from briefgen.findings import Finding, Mark
from briefgen.lint.page_rules import PAGE_RULES
from briefgen.sheet import Loader, Sheet
from briefgen.sheet.registry import Registry
from briefgen.theme import House
from briefgen.traces import look

PAGE_CODES = frozenset(rule.CODE for rule in PAGE_RULES)


@dataclass(frozen=True)
class Begun:
    """A sheet with the tasks of its products, or refused: the findings on it, and what is known of every result.

    *where* finds the places of its records, *named* is where its product id stands.
    """

    findings: tuple[Finding, ...]
    base: Result
    named: Mark | None = None
    tasks: tuple[Task, ...] = ()
    where: Where = field(default=lambda record: Mark("", 1, 1))

    def taken_by(self, owner: Path) -> tuple[tuple[Finding, ...], tuple[Result, ...]]:
        """Return the findings and the result of a sheet whose product id another has, the *owner*."""
        assert self.named, "only an id can be taken"
        message = f"the product id {self.base.id} is taken by {owner}"
        finding = Finding(self.named, "OUT003", message, "give each sheet an id of its own")
        refusal = replace(self.base, status="refused", reason="1 finding to mend")
        return tuple(sorted((*self.findings, finding))), (refusal,)


class Stages:
    """Takes the sheets of one build, which share the records of a registry, as far as their tasks.

    Raises SettingsError for rules that there are none of.
    """

    def __init__(self, desk: Desk, order: Order, shared: Registry) -> None:
        desk.refuse_rules(lint.CODES)
        self._desk, self._order = desk, order
        chosen = {code: severity for code, severity in desk.lint.severity.items() if code in PAGE_CODES}
        self._page_lint = LintSettings(severity=chosen)  # what else the linter is told changes no page
        self._load = Loader(shared, desk.root, desk.scale)

    def begin(self, path: Path) -> Begun:
        """Return the sheet at *path* with its tasks.

        It has none if it is refused: for an error, or for a warning when the order is strict. The findings on a sheet
        that is not refused name no record that is withheld.
        """
        parsed = self._load(path)
        found = lint.review(parsed, self._desk.lint, self._order.today, self._desk.root).findings
        failing = {"error", "warning"} if self._order.strict else {"error"}
        if count := sum(finding.severity in failing for finding in found):
            return _refused(path, parsed.sheet, found, f"{count} finding{'s' * (count != 1)} to mend")
        assert parsed.sheet, "a sheet without errors is a sheet"
        return self._accepted(path, parsed.sheet, found)

    def _accepted(self, path: Path, made: Sheet, found: Sequence[Finding]) -> Begun:
        issued = edition.own(made, self._desk.default_marking)
        view = issued.edition
        withheld = {record.id for record in made.records()} - issued.names.keys()
        findings = tuple(finding for finding in found if finding.record not in withheld)
        base = Result(str(path), "failed", made.product.id, marking=view.marking["label"])
        named = made.product.mark("id")
        return Begun(findings, base, named, tuple(self._tasks(made, view)), _places(path, made, issued))

    def _tasks(self, made: Sheet, view: edition.Edition) -> Iterator[Task]:
        """Yield the task of every product of the sheet."""
        desk, order = self._desk, self._order
        own = tuple(dict.fromkeys(made.product.kind)) or desk.products
        house = House(desk.name, desk.page_size, desk.lint.print_waivers, order.theme)
        for product in order.products or own:
            look("templates", product)
            stem = made.product.id.lower() + ("" if product == own[0] else f".{product}")
            yield Task(view, product, order.formats or desk.formats, stem, house, self._page_lint)


def _refused(path: Path, made: Sheet | None, findings: Sequence[Finding], reason: str) -> Begun:
    """Return a sheet that nothing is made of, for a *reason*; it has an id if it could be *made* of the file at all."""
    base = Result(str(path), "refused", made.product.id if made else None, reason=reason)
    return Begun(tuple(findings), base, made.product.mark("id") if made else None)


def _places(path: Path, made: Sheet, issued: edition.Issued) -> Where:
    """Return the function that finds the places of the records of a sheet; of the sheet, for what has none."""
    charts = {one.id: one.mark() for one in made.figures if one.kind == "chart" and one.id}

    def where(record: str) -> Mark:
        return (edition.places(made, issued) | charts).get(record) or Mark(str(path), 1, 1)

    return where
