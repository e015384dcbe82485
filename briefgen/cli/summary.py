"""What a run of `briefgen ci` has found and made, as one page of Markdown that a host shows.

What sheets and files are called and say is text and nothing else, as in what `briefgen diff` prints.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen import thumbnails
from briefgen.cli import changes
from briefgen.cli.changes.markdown import code, safe
from briefgen.cli.formats import Outcome
from briefgen.cli.formats.outcome import full
from briefgen.cli.formats.repository import Repository
from briefgen.cli.options import counted
from briefgen.findings import Finding, Severity

if TYPE_CHECKING:
    from briefgen.build.manifest import Entry
    from briefgen.build.report import Report, Result
    from briefgen.cli.changes.outcome import Outcome as Changes
    from briefgen.cli.hosts import Shell

NOUNS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
#: Findings of one severity that are listed, and that are shown before somebody asks for them.
MOST, SHOWN = 100, 10
READ_ON = "briefgen check says more to those who may read the sheet"


@dataclass(frozen=True)
class Run:
    """What came of a run: findings, reports on sheets, changes or what they are *lacking*, and a *remark* on it all.

    The artefact is the folder *out*, *products* the folder in it where the files lie. It is for *readers* up to that
    marking, if it is not for the desk; a *strict* one fails on warnings.
    """

    outcome: Outcome
    reports: tuple[Report, ...]
    out: Path
    products: Path
    changes: Changes | None = None
    lacking: str = ""
    remark: str = ""
    readers: str | None = None
    strict: bool = False

    @cached_property
    def results(self) -> list[Result]:
        """What became of every product."""
        return [result for report in self.reports for result in report.results]

    @property
    def entries(self) -> list[Entry]:
        """The files that there are."""
        return [result.entry for result in self.results if result.entry]

    @property
    def failed(self) -> list[Result]:
        """What there is no file of."""
        return [result for result in self.results if not result.entry]

    @property
    def counts(self) -> Counter[Severity]:
        """How many findings there are of each severity."""
        return Counter(one.severity for one in self.outcome.findings)

    @property
    def exit_code(self) -> int:
        """The exit code, as of `briefgen build` and `briefgen check`."""
        if any(result.status == "unwritten" for result in self.failed):
            return 4
        failing = self.counts["error"] + (self.counts["warning"] if self.strict else 0)
        return 1 if self.failed or failing else 0

    @property
    def changed(self) -> list[str] | None:
        """The sheets that say something else than before, by path; None if they were not compared."""
        if self.changes is None:
            return None
        sides = (one.after or one.before for one in self.changes.comparisons)
        return [side.path for side in sides if side]

    @property
    def outputs(self) -> dict[str, str]:
        """What the steps that follow are told; every value is one line, and JSON but for the paths."""
        repository = Repository()
        return {
            "manifest": _line(repository.path(str(self.products / "manifest.json"))),
            "folder": _line(repository.path(str(self.out))),
            "changed": json.dumps(self.changed),
            "findings": json.dumps({severity: self.counts[severity] for severity in NOUNS}),
        }


def _line(path: Path) -> str:
    return re.sub("[\r\n]", "?", path.as_posix())


def guarded(outcome: Outcome, withheld: Collection[str] = ()) -> Outcome:
    """Return what may be told to readers who may not read the sheets: where which rule has something to say.

    Of the sheets that are *withheld* from them as a whole, nothing is told, not even that they are there.
    """
    from briefgen.lint.pages import pages

    known = pages()
    told = (
        replace(one, message=known[one.code].title if one.code in known else "a problem", remedy=READ_ON, record=None)
        for one in outcome.findings
        if one.mark.path not in withheld
    )
    sheets = tuple(one for one in outcome.sheets if one not in withheld)
    return replace(outcome, findings=tuple(sorted(set(told))), waived=(), sheets=sheets)


def render(run: Run, host: Shell) -> str:
    """Return the page; *host* knows the addresses of lines."""
    sections = (_remarks(run), _failed(run), _findings(run, host), _products(run), _changes(run))
    return "\n\n".join([f"# {_headline(run)}", *(part for section in sections for part in section)]) + "\n"


def _headline(run: Run) -> str:
    found = [counted(run.counts[severity], noun) for severity, noun in NOUNS.items() if run.counts[severity]]
    lost = [f"{len(run.failed)} not built"] if run.failed else []
    made = f"{counted(len(run.entries), 'file')} of {counted(len(run.reports), 'sheet')}"
    return f"Briefings: {', '.join([made, *lost, *found])}"


def _remarks(run: Run) -> Iterator[str]:
    if run.remark:
        yield safe(run.remark)
    if run.readers:
        yield f"Made and told for readers up to {safe(run.readers)}, so findings are told by their rule alone."


def _failed(run: Run) -> Iterator[str]:
    if run.failed:
        yield "## Not built"
        yield "\n".join(dict.fromkeys(f"- {_lost(result)}" for result in run.failed))


def _lost(result: Result) -> str:
    what = safe(" ".join(filter(None, (result.product, result.format))))
    return f"{code(result.sheet)}{f' ({what})' if what else ''}: **{result.status}** — {safe(result.reason or '')}"


def _findings(run: Run, host: Shell) -> Iterator[str]:
    if not run.outcome.findings:
        return
    yield "## Findings"
    repository = Repository()
    for severity, noun in NOUNS.items():
        found = [one for one in run.outcome.findings if one.severity == severity]
        lines = [f"- {_finding(one, repository, host)}" for one in found[:MOST]]
        if len(found) > MOST:
            lines.append(f"- and {len(found) - MOST} more, in the files of the artefact")
        if found:
            yield from _folded(counted(len(found), noun), lines, severity == "error" or len(found) <= SHOWN)


def _folded(title: str, lines: list[str], is_open: bool) -> Iterator[str]:
    yield f"<details{' open' if is_open else ''}><summary>{title}</summary>"
    yield "\n".join(lines)
    yield "</details>"


def _finding(one: Finding, repository: Repository, host: Shell) -> str:
    path = repository.path(one.mark.path)
    address = host.address(path, one.mark.line)
    place = code(f"{path.as_posix()}:{one.mark.line}")
    return f"{f'[{place}]({address})' if address else place} **{one.code}** {safe(full(one))}"


def _products(run: Run) -> Iterator[str]:
    if not run.entries:
        return
    yield "## Products"
    rows = [_row(result, result.entry) for result in run.results if result.entry]
    head = ["| File | Product | Marking | Pages | Size | Time |", "|---|---|---|--:|--:|--:|"]
    yield "\n".join([*head, *rows])
    if thumbnails.can_draw():
        yield "Pictures of the first pages are in `thumbnails/` of the artefact."
    else:
        yield f"There are no pictures of first pages: they need `pip install 'briefgen[{thumbnails.EXTRA}]'`."


def _row(result: Result, entry: Entry) -> str:
    time = "as before" if result.kept or result.cached else f"{result.seconds:.1f} s"
    named = (code(entry.file), *map(safe, (entry.product, entry.marking)))
    return f"| {' | '.join([*named, str(entry.pages or ''), f'{entry.bytes / 1000:,.0f} kB', time])} |"


def _changes(run: Run) -> Iterator[str]:
    if run.changes:
        yield re.sub("(?m)^#", "##", changes.render("markdown", run.changes))
    else:
        yield f"## What changed\n\nNot compared: {safe(run.lacking)}"
