"""`briefgen build`: make the products of the sheets."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.cli import readers
from briefgen.cli.executors import LOCAL, chosen, scanning
from briefgen.cli.options import Paths, Today, counted, find_sheets, nearest, separated
from briefgen.cli.progress import following
from briefgen.errors import SettingsError, TemplateError
from briefgen.findings import one_line
from briefgen.folders import is_inside

if TYPE_CHECKING:
    from briefgen.build.manifest import Entry
    from briefgen.build.order import Order
    from briefgen.build.report import Report, Result
    from briefgen.build.shard import Shard
    from briefgen.desk import Desk


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
    force: Annotated[bool, typer.Option("--force", help="Make everything again, changed or not.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Say why each product is made again, or is not.")] = False,
    shard: Annotated[
        str, typer.Option(metavar="I/N", help="Build the Ith of N shares of the sheets; see `manifest merge`.")
    ] = "1/1",
    executor: Annotated[
        str, typer.Option(metavar="NAME", help="local, or dask://HOST:PORT for the workers of a dask cluster.")
    ] = LOCAL,
    audience: Annotated[
        list[str] | None,
        typer.Option(help="Audience of the desk to make the editions for; repeatable, or with commas."),
    ] = None,
    max_marking: Annotated[
        str | None,
        typer.Option(
            "--max-marking", metavar="LABEL", help="Make the editions for all who may read up to that marking."
        ),
    ] = None,
    all_audiences: Annotated[
        bool, typer.Option("--all-audiences", help="Make the editions for every audience of the desk.")
    ] = False,
    without_isolation: Annotated[
        bool, typer.Option("--without-isolation", help="Make them even where the kernel cannot isolate their maker.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say only what went wrong.")] = False,
) -> None:
    """Build the products of sheets: PDF and HTML into the output folder, with a manifest."""
    from briefgen import desk, flow
    from briefgen.build.cache import FOLDER, Ledger
    from briefgen.build.order import Order
    from briefgen.theme import choose

    home = desk.find(Path.cwd())
    for_whom = readers.chosen(home, separated(audience), max_marking, all_audiences)
    _known((*separated(format), *home.formats, *(kind for one in for_whom if one for kind in one.formats)))
    for name in (*separated(product), *(name for one in for_whom if one for name in one.products)):
        _known_product(name, home.templates)
    day, look = today.date() if today else None, choose(home, theme)
    share, isolated = _share(shard), not without_isolation
    order = Order(out or _own_out(home), separated(product), separated(format), strict, day, look, force, share)
    orders = [
        replace(order, out=order.out / one.name, audience=one, isolated=isolated) if one else order for one in for_whom
    ]
    sheets = [path for path in find_sheets(paths, home) if share.holds(path, home.root)]
    failures: list[str] = []
    with (
        Ledger(home.root / FOLDER) as ledger,
        following(sheets * len(orders), quiet=quiet or as_json) as progress,
        scanning(orders, jobs, home) as scanner,
        chosen(executor, jobs, home) as pool,
    ):
        for one in orders:
            reports = flow.build(progress.reading(sheets), home, one, pool, ledger, scanner)
            failures += _told(reports, _Voice(one, as_json, explain, quiet, progress.say), progress.done, fail_fast)
            if failures and fail_fast:
                break
    if failures:
        raise typer.Exit(4 if "unwritten" in failures else 1)


def _own_out(home: Desk) -> Path:
    """Return the output folder of the desk; another one, such as a link leads to, is only what a command line names."""
    out = home.root / home.out
    if not is_inside(out, home.root):
        raise SettingsError(f"SET004 {home.out} lies outside the desk — set another out, or name it with --out")
    return nearest(out)


def _share(text: str) -> Shard:
    from briefgen.build.shard import Shard

    try:
        return Shard.read(text)
    except ValueError:
        raise SettingsError(f"SET016 {text} is no shard — write I/N with I from 1 to N, such as 2/8") from None


def _known(kinds: tuple[str, ...]) -> None:
    from briefgen.outputs import SUFFIXES

    for kind in kinds:
        if kind not in SUFFIXES:
            raise SettingsError(f"SET007 there is no format {kind} — there are: {', '.join(SUFFIXES)}")


def _known_product(name: str, templates: Sequence[Path]) -> None:
    from briefgen.compose import find

    try:
        find(name, templates)
    except TemplateError as error:  # an option is wrong here, not a template
        raise SettingsError(str(error)) from None


@dataclass(frozen=True)
class _Voice:
    """How the outcome of an order is told: what of it, in which form, and what prints a line of it."""

    order: Order
    as_json: bool
    explain: bool
    quiet: bool
    say: Callable[[str], None]

    @property
    def out(self) -> Path:
        """The output folder."""
        return self.order.out

    @property
    def audience(self) -> str | None:
        """The name of whom it is for, if that is not the desk."""
        return self.order.audience.name if self.order.audience else None


def _told(
    reports: Generator[Report, None, None], voice: _Voice, done: Callable[[], None], fail_fast: bool
) -> list[str]:
    """Tell each report as it comes, that is *done* then; return the statuses of what was not built."""
    failures: list[str] = []
    unchanged = withheld = 0
    for report in reports:
        _tell(report, voice)
        done()
        withheld += report.withheld
        failures += [result.status for result in report.results if result.status != "built"]
        unchanged += sum(result.kept for result in report.results)
        if failures and fail_fast:
            reports.close()
    if unchanged and not (voice.as_json or voice.quiet or voice.explain):
        voice.say(f"unchanged in {voice.out}: {counted(unchanged, 'file')}")
    if withheld and not (voice.as_json or voice.quiet):
        voice.say(f"not for {voice.audience}: {counted(withheld, 'sheet')}")
    return failures


def _tell(report: Report, voice: _Voice) -> None:
    for finding in report.findings:
        if finding.severity == "error" or not voice.quiet:
            voice.say(str(finding))
    said: set[str | None] = set()  # one reason may cost a product every format
    for result in report.results:
        if voice.as_json:
            typer.echo(json.dumps(_plain(result) | {"audience": voice.audience}, ensure_ascii=False))
        elif line := _line(result, voice, said):
            voice.say(line)
        said.add(result.reason)


def _line(result: Result, voice: _Voice, said: set[str | None]) -> str | None:
    """Return what is told of a result on a terminal, or nothing; what was *said* of another is not said again."""
    sheet = one_line(result.sheet)
    if result.status == "refused":
        return f"refused {sheet}: {result.reason}"
    if not result.entry:
        what = " ".join(filter(None, (result.product, result.format)))
        reason = "" if result.reason in said else f"{result.reason}\n"
        return f"{reason}{result.status} {sheet}: no {what}"
    if voice.quiet or (result.kept and not voice.explain):
        return None
    why = f" — {one_line(result.why)}" if voice.explain else ""
    did = "kept" if result.kept else "restored" if result.cached else "built"
    return f"{did} {voice.out / result.entry.file} ({_measure(result.entry)}){why}"


def _measure(entry: Entry) -> str:
    pages = f"{counted(entry.pages, 'page')}, " if entry.pages else ""
    return f"{pages}{entry.bytes / 1000:,.0f} kB"


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
        "peak_memory": result.peak,
        "cached": result.cached,
        "kept": result.kept,
        "why": result.why,
    }
