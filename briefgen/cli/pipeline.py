"""What `briefgen ci` does: check, build and compare in one run, and report it where the host shows it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import typer

from briefgen.cli import build, check, formats, hosts, readers, strangers, summary
from briefgen.cli.artefact import PICTURES, PRODUCTS, clear
from briefgen.cli.diff import HEAD, NOW, SHORT, Asking
from briefgen.cli.executors import LOCAL, chosen, scanning
from briefgen.cli.formats import Outcome
from briefgen.cli.options import counted, find_sheets, nearest, search
from briefgen.cli.since import comparing, tell
from briefgen.cli.summary import Run
from briefgen.cli.voice import Voice
from briefgen.errors import BriefgenError, SettingsError
from briefgen.findings import one_line

if TYPE_CHECKING:
    from datetime import date

    from briefgen.audiences import Audience
    from briefgen.build.order import Order
    from briefgen.build.report import Report, Result
    from briefgen.cli.changes.outcome import Outcome as Changes
    from briefgen.desk import Desk
    from briefgen.git import Repository
    from briefgen.sides import Past
    from briefgen.theme import Theme

#: The folder of an artefact in that of the desk's products, and what is in it.
OUT, SUMMARY = "ci", "summary.md"
#: What the first commit is compared with.
NOTHING = "before the first commit"
#: Files with the findings, by their format, and with the changes.
FINDINGS = {"sarif": "findings.sarif", "junit": "junit.xml", "gitlab": "codequality.json"}
CHANGES = {"markdown": "changes.md", "json": "changes.json"}
REPORTS = (SUMMARY, *FINDINGS.values(), *CHANGES.values())


@dataclass(frozen=True)
class Asked:
    """What the command line asks for."""

    paths: Sequence[Path] | None
    products: tuple[str, ...]
    formats: tuple[str, ...]
    audience: str | None
    max_marking: str | None
    strict: bool
    since: str | None
    out: Path | None
    today: date | None
    jobs: int
    allow_templates: bool


def report(asked: Asked) -> int:
    """Do what was asked for and report it to the host that this runs on; return the exit code."""
    host = hosts.here(os.environ)
    with host.quoted():
        run = _attempt(asked, host)
    if isinstance(run, BriefgenError):
        host.annotate(Outcome(run.findings))
        return run.exit_code
    host.annotate(run.outcome)
    host.publish(summary.render(run, host), run.outputs)
    typer.echo(check.summary(run.outcome, "sheet"))
    return run.exit_code


def _attempt(asked: Asked, host: hosts.Shell) -> Run | BriefgenError:
    """Return the run, or what has stopped it; findings are left for the host to tell."""
    try:
        with _ground(asked, host) as ground:
            run = ground.run()
        _write(run, host)
    except BriefgenError as error:
        if not error.findings:
            typer.echo(one_line(f"briefgen: {error}"))
        return error
    return run


@contextmanager
def _ground(asked: Asked, host: hosts.Shell) -> Iterator[_Ground]:
    """Yield what a run stands on; of a change from outside no more than its sheets is its own, not even a cache."""
    from briefgen import desk, theme
    from briefgen.build.cache import FOLDER

    root = desk.around(Path.cwd())
    with ExitStack() as stack:
        if host.is_foreign and not asked.allow_templates:
            home, look = stack.enter_context(strangers.held(root, _target(host, root)))
            remark = "This change comes from outside: templates, theme and settings are those of what it would go into."
        else:
            home = desk.at(root)
            look, remark = theme.choose(home), ""
        out = asked.out or build.own_out(home) / OUT
        cache = nearest(root / FOLDER)
        if host.is_foreign:
            strangers.refuse_output(out)
            cache = Path(stack.enter_context(TemporaryDirectory(prefix="briefgen-")))
        yield _Ground(asked, host, home, look, _audience(asked, host, home), out, cache, remark)


def _target(host: hosts.Shell, root: Path) -> Past:
    from briefgen import desk
    from briefgen.sides import Sight

    if not host.target:
        raise SettingsError(
            "SET019 this change comes from outside, and the host does not say what it would go into — run it for a "
            "pull request or merge request, or trust its templates: --allow-templates"
        )
    return Asking(desk.bare(root), Sight(None)).past(host.target)


def _audience(asked: Asked, host: hosts.Shell, home: Desk) -> Audience | None:
    if host.is_foreign and not (asked.audience or asked.max_marking):
        return strangers.lowest(home)
    names = [asked.audience] if asked.audience else []
    (chosen_one,) = readers.chosen(home, names, asked.max_marking, everybody=False)
    return chosen_one


@dataclass(frozen=True)
class _Ground:
    """What a run stands on: the desk, the look of its pages, the audience, if it is not for the desk itself.

    *out* is the folder of the artefact, *cache* that of what earlier builds have made.
    """

    asked: Asked
    host: hosts.Shell
    home: Desk
    look: Theme
    audience: Audience | None
    out: Path
    cache: Path
    remark: str

    def run(self) -> Run:
        """Check, build and compare; return all that came of it."""
        order = self._order()
        asked = self.asked
        clear(self.out, order.out, REPORTS)
        sheets = find_sheets(asked.paths, self.home) if asked.since is None else search(asked.paths, self.home)
        outcome = check.reviewed(sheets, self.home, asked.today, asked.jobs)
        with comparing(asked.since, self.home, asked.paths) as compared:
            split = compared.split(sheets, order)
        tell(asked.since, split)
        reports = self._built(split.affected, order)
        found = {*outcome.findings, *(one for report in reports for one in report.findings)}
        outcome = replace(outcome, findings=tuple(sorted(found)))
        changed, lacking = self._changes()
        withheld = {report.sheet for report in reports if report.withheld}
        return Run(
            summary.guarded(outcome, withheld) if self.audience else outcome,
            tuple(report for report in reports if not report.withheld),
            self.out,
            order.out,
            changed,
            lacking,
            self.remark,
            order.readers,
            asked.strict,
        )

    def _order(self) -> Order:
        from briefgen.build.order import Order

        one, asked = self.audience, self.asked
        build.known((*asked.formats, *self.home.formats, *(one.formats if one else ())))
        for name in (*asked.products, *(one.products if one else ())):
            build.known_product(name, self.home.templates)
        out = self.out / PRODUCTS / (one.name if one else "")
        return Order(out, asked.products, asked.formats, asked.strict, asked.today, self.look, audience=one)

    def _built(self, sheets: Sequence[Path], order: Order) -> tuple[Report, ...]:
        from briefgen import flow
        from briefgen.build.cache import Ledger

        reports: list[Report] = []
        counts: Counter[str] = Counter()
        name = self.audience.name if self.audience else None
        voice = Voice(order.out, name, typer.echo, as_json=False, explain=False, quiet=False)
        with (
            Ledger(self.cache) as ledger,
            scanning([order], self.asked.jobs, self.home) as scanner,
            chosen(LOCAL, self.asked.jobs, self.home) as pool,
        ):
            for report in map(_brief, flow.build(sheets, self.home, order, pool, ledger, scanner)):
                counts.update(voice.tell(replace(report, findings=())))
                reports.append(report)
        voice.tell_total(counts, sum(report.withheld for report in reports))
        return tuple(reports)

    def _changes(self) -> tuple[Changes | None, str]:
        """Return what differs from the base, or why that cannot be told, unless the command line names the base."""
        from briefgen import sides
        from briefgen.cli.changes.outcome import Outcome as Changes

        reader = self.audience.reader if self.audience else None
        sight = sides.Sight(reader)
        asking = Asking(self.home, sight)
        try:
            base = self._base(asking.repository())
            before = sight.desk_then(asking.past(base)) if base else []
            found = sides.compare(before, list(sight.desk(self.home)))
        except SettingsError as error:
            if self.asked.since:
                raise
            return None, str(error)
        label = reader.marking.label if reader else None
        now = self.host.commit[:SHORT] if self.host.commit else NOW
        return Changes(base or NOTHING, now, found.comparisons, found.findings, label), ""

    def _base(self, repository: Repository) -> str | None:
        """Return the revision that is compared with; None for the first commit, which has nothing before it."""
        named = repository.beginning(self.asked.since) if self.asked.since else self.host.base
        if repository.is_before_all(named):
            return None
        return named if self.asked.since else repository.merge_base(named, HEAD)[:SHORT]


def _brief(report: Report) -> Report:
    """Return a report that says of a sheet with findings that there are some; the host tells which."""
    if not report.findings:
        return report
    return replace(report, results=tuple(_without(one) if one.status == "refused" else one for one in report.results))


def _without(result: Result) -> Result:
    return replace(result, reason=f"{counted(len((result.reason or '').splitlines()), 'finding')} to mend")


def _write(run: Run, host: hosts.Shell) -> None:
    """Write the reports of a run, and pictures of first pages, into the folder of its artefact."""
    from briefgen import thumbnails
    from briefgen.build.write import write
    from briefgen.cli import changes

    for form, name in FINDINGS.items():
        write(run.out / name, f"{formats.render(form, run.outcome)}\n".encode(errors="backslashreplace"))
    if run.changes:
        for form, name in CHANGES.items():
            write(run.out / name, f"{changes.render(form, run.changes)}\n".encode(errors="backslashreplace"))
    for entry in run.entries if thumbnails.can_draw() else ():
        if entry.format == "pdf" and (picture := thumbnails.first_page((run.products / entry.file).read_bytes())):
            write(run.out / PICTURES / f"{Path(entry.file).stem}.png", picture)
    write(run.out / SUMMARY, summary.render(run, host).encode(errors="backslashreplace"))
