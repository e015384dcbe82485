"""`briefgen check`: read, parse and review, say everything that is to be said, build nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from briefgen.cli import formats
from briefgen.cli.formats import Outcome
from briefgen.cli.options import Paths, Today, cores, counted, find_sheets, search
from briefgen.cli.since import Revision, comparing, tell, to_check
from briefgen.desk import DEFAULT_THEME, Desk
from briefgen.errors import SettingsError
from briefgen.findings import Finding

Format = StrEnum("Format", {name: name for name in formats.FORMATS})  # type: ignore[misc]

TEXT = Format("text")


def check(
    paths: Paths = None,
    strict: Annotated[bool, typer.Option("--strict", help="Fail on warnings too.")] = False,
    today: Today = None,
    since: Revision = None,
    jobs: Annotated[int | None, typer.Option(min=1, max=256, help="Sheets checked at once (default: cores).")] = None,
    format: Annotated[Format, typer.Option("--format", help="How to print the findings.")] = TEXT,
    templates: Annotated[bool, typer.Option("--templates", help="Check the desk's templates, not its sheets.")] = False,
) -> None:
    """Read and check sheets, and review their tradecraft, without building anything."""
    from briefgen import desk

    home = desk.find(Path.cwd())
    if templates and paths:
        raise SettingsError(
            "SET014 --templates proofs the templates of the desk and takes no path — run it in the desk"
        )
    if templates:
        outcome = _proof(home)
    else:
        day = today.date() if today else None
        sheets = find_sheets(paths, home) if since is None else _affected(since, home, paths, strict, day)
        outcome = reviewed(sheets, home, day, jobs or cores())
    printed = formats.render(format.value, outcome)
    if printed:
        typer.echo(printed, err=format == TEXT)
    typer.echo(summary(outcome, "product" if templates else "sheet"), err=True)
    failing = {"error", "warning"} if strict else {"error"}
    if any(finding.severity in failing for finding in outcome.findings):
        raise typer.Exit(1)


def _affected(since: str, home: Desk, paths: Sequence[Path] | None, strict: bool, today: date | None) -> Sequence[Path]:
    """Return the sheets that a build since that revision would make."""
    split = to_check(comparing(since, home, paths), home, search(paths, home), strict, today)
    tell(since, split)
    return split.affected


def reviewed(sheets: Sequence[Path], home: Desk, today: date | None, jobs: int) -> Outcome:
    """Return what there is to say of all sheets and of what they share, sorted by place."""
    from briefgen import sheet
    from briefgen.lint.batch import check_all
    from briefgen.sheet.textfile import shown

    shared = (*sheet.loader(home.registry, home.root, home.scale, home.scheme).findings, *_of_theme(home))
    reviewed = list(check_all(sheets, home, today, jobs))
    findings = {*shared, *(finding for one in reviewed for finding in one.findings)}
    waived = {waived for one in reviewed for waived in one.waived}
    unlinted = sum(not one.is_linted for one in reviewed)
    return Outcome(tuple(sorted(findings)), tuple(sorted(waived)), tuple(map(shown, sheets)), home.root, unlinted)


def _of_theme(home: Desk) -> tuple[Finding, ...]:
    """Return what is wrong with the theme that the desk has chosen."""
    if home.theme == DEFAULT_THEME:
        return ()
    from briefgen import theme

    try:
        theme.choose(home)
    except SettingsError as error:
        return error.findings
    return ()


def _proof(home: Desk) -> Outcome:
    """Return what there is to say of the desk's templates."""
    from briefgen.compose import products
    from briefgen.proof import proof

    own = home.templates[:-1] or home.templates
    return Outcome(tuple(proof(home)), (), tuple(products(own)), home.root)


def summary(outcome: Outcome, noun: str) -> str:
    """Return what was found in numbers; of sheets that were not reviewed no warnings are known."""
    count = Counter(finding.severity for finding in outcome.findings)
    looked_for = count["warning"] or outcome.unlinted < len(outcome.sheets)
    parts = [
        counted(count["error"], "error"),
        counted(count["warning"], "warning") if looked_for else "",
        counted(count["info"], "note") if count["info"] else "",
        f"{len(outcome.waived)} waived" if outcome.waived else "",
        f"{outcome.unlinted} not reviewed" if outcome.unlinted else "",
    ]
    return f"{counted(len(outcome.sheets), noun)}: {', '.join(filter(None, parts))}"
