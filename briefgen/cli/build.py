"""`briefgen build`: make the products of the sheets."""

from __future__ import annotations

import json
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.cli.options import Paths, Today, cores, counted, find_sheets, nearest, separated
from briefgen.errors import SettingsError, TemplateError
from briefgen.findings import one_line
from briefgen.folders import is_inside

if TYPE_CHECKING:
    from briefgen.build.job import Result
    from briefgen.desk import Desk
    from briefgen.flow import Report


def build(
    paths: Paths = None,
    product: Annotated[list[str] | None, typer.Option(help="Products to make; repeatable, or with commas.")] = None,
    format: Annotated[
        list[str] | None, typer.Option("--format", help="pdf, html, csv (all events); repeatable, or with commas.")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Folder for the products (default: dist).")] = None,
    jobs: Annotated[int | None, typer.Option(min=1, max=256, help="Pages printed at once (default: cores).")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Refuse sheets with warnings too.")] = False,
    theme: Annotated[
        str | None, typer.Option(metavar="NAME|FILE", help="Theme of the pages: institute, operations, or a file.")
    ] = None,
    today: Today = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a product.")] = False,
    fail_fast: Annotated[bool, typer.Option("--fail-fast", help="Stop at the first sheet that fails.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say only what went wrong.")] = False,
) -> None:
    """Build the products of sheets: PDF and HTML into the output folder, with a manifest."""
    from briefgen import desk
    from briefgen.build import WORK
    from briefgen.workers import Pool

    home = desk.find(Path.cwd())
    kinds = separated(format) or home.formats
    with Pool(WORK, jobs or cores()) as pool:
        pool.warm()  # WeasyPrint loads while the sheets are read
        from briefgen import flow
        from briefgen.build.job import Order
        from briefgen.theme import choose

        _known(kinds)
        for name in separated(product):
            _known_product(name, home.templates)
        day, look = today.date() if today else None, choose(home, theme)
        order = Order(out or _own_out(home), separated(product), kinds, strict, day, look)
        reports = flow.build(find_sheets(paths, home), home, order, pool)
        failures = _told(reports, order.out, as_json, quiet, fail_fast)
    if failures:
        raise typer.Exit(4 if "unwritten" in failures else 1)


def _own_out(home: Desk) -> Path:
    """Return the output folder of the desk; another one, such as a link leads to, is only what a command line names."""
    out = home.root / home.out
    if not is_inside(out, home.root):
        raise SettingsError(f"SET004 {home.out} lies outside the desk — set another out, or name it with --out")
    return nearest(out)


def _known(kinds: tuple[str, ...]) -> None:
    from briefgen.outputs import OUTPUTS

    for kind in kinds:
        if kind not in OUTPUTS:
            raise SettingsError(f"SET007 there is no format {kind} — there are: {', '.join(OUTPUTS)}")


def _known_product(name: str, templates: Sequence[Path]) -> None:
    from briefgen.compose import find

    try:
        find(name, templates)
    except TemplateError as error:  # an option is wrong here, not a template
        raise SettingsError(str(error)) from None


def _told(reports: Generator[Report, None, None], out: Path, as_json: bool, quiet: bool, fail_fast: bool) -> list[str]:
    """Print each report as it comes and return the statuses of what was not built."""
    failures: list[str] = []
    for report in reports:
        for finding in report.findings:
            if finding.severity == "error" or not quiet:
                typer.echo(str(finding), err=True)
        said: set[str | None] = set()  # one reason may cost a product every format
        for result in report.results:
            _tell(result, out, as_json, quiet, said)
            failures += [result.status] if result.status != "built" else []
        if failures and fail_fast:
            reports.close()
    return failures


def _tell(result: Result, out: Path, as_json: bool, quiet: bool, said: set[str | None]) -> None:
    if as_json:
        typer.echo(json.dumps(_plain(result), ensure_ascii=False))
    elif result.status == "refused":
        typer.echo(f"refused {one_line(result.sheet)}: {result.reason}", err=True)
    elif result.status != "built":
        what = " ".join(filter(None, (result.product, result.format)))
        reason = "" if result.reason in said else f"{result.reason}\n"
        said.add(result.reason)
        typer.echo(f"{reason}{result.status} {one_line(result.sheet)}: no {what}", err=True)
    elif not quiet and result.entry:
        size = f"{result.entry.bytes / 1000:,.0f} kB"
        pages = f"{counted(result.entry.pages, 'page')}, " if result.entry.pages else ""
        typer.echo(f"built {out / result.entry.file} ({pages}{size})", err=True)


def _plain(result: Result) -> dict[str, object]:
    entry = result.entry
    return {
        "sheet": result.sheet,
        "id": result.id,
        "product": result.product,
        "format": result.format,
        "status": result.status,
        "reason": result.reason,
        "file": entry and entry.file,
        "pages": entry and entry.pages,
        "bytes": entry and entry.bytes,
        "sha256": entry and entry.sha256,
        "seconds": round(result.seconds, 3),
    }
