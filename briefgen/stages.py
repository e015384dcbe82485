"""From the path of a sheet to the tasks of its products: it is read, parsed, reviewed and made into an edition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from briefgen import issuing, lint
from briefgen.build.order import Order
from briefgen.build.reasons import Where
from briefgen.build.report import Result
from briefgen.build.task import Task
from briefgen.desk import Desk, LintSettings
from briefgen.edition import Edition
from briefgen.findings import Finding, Mark
from briefgen.page_rules import PAGE_RULES
from briefgen.sheet import Loader, Parsed, Sheet
from briefgen.sheet.document import Text
from briefgen.sheet.registry import Registry
from briefgen.theme import House
from briefgen.traces import look

PAGE_CODES = frozenset(rule.CODE for rule in PAGE_RULES)


@dataclass(frozen=True)
class Begun:
    """A sheet with the tasks of its products, or refused: the findings on it, and what is known of every result.

    *where* finds the places of its records, *named* is where its product id stands. A *withheld* one has nothing for
    the audience; otherwise its *secrets* are what that must not learn.
    """

    findings: tuple[Finding, ...]
    base: Result
    named: Mark | None = None
    tasks: tuple[Task, ...] = ()
    where: Where = field(default=lambda record: Mark("", 1, 1))
    withheld: bool = False
    secrets: issuing.Secrets | None = None

    def taken_by(self, owner: Path) -> tuple[tuple[Finding, ...], tuple[Result, ...]]:
        """Return the findings and the result of a sheet whose product id another has, the *owner*."""
        assert self.named, "only an id can be taken"
        message = f"the product id {self.base.id} is taken by {owner}"
        finding = Finding(self.named, "OUT003", message, "give each sheet an id of its own")
        refusal = replace(self.base, status="refused", reason=str(finding))
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
        self._load = Loader(shared, desk.root, desk.scale, desk.scheme)

    def begin(self, path: Path) -> Begun:
        """Return the sheet at *path* with its tasks.

        It has none if it is refused: for an error, or for a warning when the order is strict. The findings on a sheet
        that is not refused name no record that is withheld.
        """
        parsed = self._load(path)
        found = lint.review(parsed, self._desk.lint, self._order.today, self._desk.root).findings
        failing = {"error", "warning"} if self._order.strict else {"error"}
        if count := sum(finding.severity in failing for finding in found):
            if self._order.audience:  # what is wrong may quote what its readers must not see
                told = f"{count} finding{'s' * (count != 1)} to mend — see `briefgen check`"
                return _refused(path, None, (), told)
            told = "\n".join(str(finding) for finding in found if finding.severity in failing)
            return _refused(path, parsed.id, found, told)
        assert parsed.sheet, "a sheet without errors is a sheet"
        return self._accepted(path, parsed.sheet, found)

    def look(self, path: Path) -> Parsed:
        """Return the sheet at *path*, having looked at all that its products and the findings on it come from."""
        parsed = self._load(path)
        if parsed.sheet:
            lint.look(lint.Review(parsed.sheet, self._desk.lint, self._order.today, self._desk.root))
            for product in self._products(parsed.sheet):
                look("templates", product)
        return parsed

    def _accepted(self, path: Path, made: Sheet, found: Sequence[Finding]) -> Begun:
        issued = self._issued(made)
        base, named = Result(str(path), "failed", made.product.id), made.product.mark("id")
        if issued is None:
            return Begun((), base, named, withheld=True)
        base = replace(base, marking=issued.edition.marking["label"])
        tasks = tuple(self._tasks(made, issued.edition))
        said, where = self._sayable(made, issued, found), self._where(path, made, issued)
        return Begun(said, base, named, tasks, where, secrets=self._secrets(made, issued))

    def _where(self, path: Path, made: Sheet, issued: issuing.Issued) -> Where:
        """Return what finds the places of records; not for an audience, as a line tells how much stands above it."""
        return (lambda record: Mark(str(path), 1, 1)) if self._order.audience else _places(path, made, issued)

    def _secrets(self, made: Sheet, issued: issuing.Issued) -> issuing.Secrets | None:
        """Return what the audience must not learn; nothing for the desk itself."""
        audience = self._order.audience
        return issuing.secrets(made, issued, audience.reader, self._desk.default_marking) if audience else None

    def _issued(self, made: Sheet) -> issuing.Issued | None:
        """Return the edition that was ordered; None if there is nothing in it for the audience."""
        audience, default = self._order.audience, self._desk.default_marking
        if audience is None:
            return issuing.own(made, default)
        if audience.language and audience.language != made.product.lang:
            return None
        return issuing.release(made, audience.reader, default)

    def _sayable(self, made: Sheet, issued: issuing.Issued, found: Sequence[Finding]) -> tuple[Finding, ...]:
        """Return the findings that name no record that is withheld; none to those who read the log of an audience."""
        if self._order.audience:
            return ()
        withheld = {record.id for record in made.records()} - issued.names.keys()
        return tuple(finding for finding in found if finding.record not in withheld)

    def _tasks(self, made: Sheet, view: Edition) -> Iterator[Task]:
        """Yield the task of every product of the sheet."""
        desk, order, audience = self._desk, self._order, self._order.audience
        first = (*made.product.kind, *desk.products)[0]
        for product in self._products(made):
            look("templates", product)
            stem = made.product.id.lower() + ("" if product == first else f".{product}")
            formats = order.formats or (audience and audience.formats) or desk.formats
            isolated = audience is not None and order.isolated
            yield Task(view, product, formats, stem, self._house, self._page_lint, isolated)

    def _products(self, made: Sheet) -> Sequence[str]:
        own = tuple(dict.fromkeys(made.product.kind)) or self._desk.products
        return self._order.products or (self._order.audience and self._order.audience.products) or own

    @cached_property
    def _house(self) -> House:
        desk, audience = self._desk, self._order.audience
        house = House(desk.name, desk.page_size, desk.lint.print_waivers, self._order.theme)
        if audience is None:
            return house
        words = {name: getattr(audience, name) for name in ("community", "distribution", "watermark")}
        return replace(house, **words)


def _refused(path: Path, product: Text | None, findings: Sequence[Finding], reason: str) -> Begun:
    """Return a sheet that nothing is made of, for a *reason*; *product* is its id, if that is known."""
    base = Result(str(path), "refused", product and str(product), reason=reason)
    return Begun(tuple(findings), base, product.mark if product else None)


def _places(path: Path, made: Sheet, issued: issuing.Issued) -> Where:
    """Return the function that finds the places of the records of a sheet; of the sheet, for what has none."""
    charts = {one.id: one.mark() for one in made.figures if one.kind == "chart" and one.id}

    def where(record: str) -> Mark:
        return (issuing.places(made, issued) | charts).get(record) or Mark(str(path), 1, 1)

    return where
