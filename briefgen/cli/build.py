"""`briefgen build`: make the products of the sheets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.cli import readers
from briefgen.cli.executors import LOCAL, chosen, scanning
from briefgen.cli.options import Paths, Today, find_sheets, nearest, search, separated
from briefgen.cli.progress import following
from briefgen.cli.since import Revision, comparing, tell
from briefgen.cli.voice import Manner, Voice
from briefgen.errors import SettingsError, TemplateError
from briefgen.folders import is_inside

if TYPE_CHECKING:
    from briefgen.audiences import Audience
    from briefgen.build.cache import Ledger
    from briefgen.build.manifest import Entry, Manifest
    from briefgen.build.order import Order
    from briefgen.build.report import Report
    from briefgen.build.shard import Shard
    from briefgen.desk import Desk
    from briefgen.scan import Scanner
    from briefgen.since.split import Split
    from briefgen.workers import Executor

    Tools = tuple[Executor, Ledger, Scanner | None]


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
    since: Revision = None,
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
    from briefgen import desk
    from briefgen.build.order import Order
    from briefgen.build.shard import WHOLE
    from briefgen.theme import choose

    home = desk.find(Path.cwd())
    for_whom = readers.chosen(home, separated(audience), max_marking, all_audiences)
    _refuse_unknown(home, for_whom, separated(product), separated(format))
    day, look = today.date() if today else None, choose(home, theme)
    share, isolated = _share(shard), not without_isolation
    folder = nearest(out) if out else own_out(home)
    order = Order(folder, separated(product), separated(format), strict, day, look, force, share)
    orders = [
        replace(order, out=order.out / one.name, audience=one, isolated=isolated) if one else order for one in for_whom
    ]
    found = find_sheets(paths, home) if since is None else search(paths, home)
    sheets = [path for path in found if share.holds(path, home.root)]
    with comparing(since, home, paths) as compared:
        splits = [compared.split(sheets, one, theme) for one in orders]
    if not quiet:
        tell(since, splits[0])
    plan = Plan(home, tuple(zip(orders, splits, strict=True)), is_whole=not (paths or out) and share == WHOLE)
    if failures := plan.carry_out(executor, jobs, Manner(as_json, explain, quiet), fail_fast):
        raise typer.Exit(4 if failures["unwritten"] else 1)


@dataclass(frozen=True)
class Plan:
    """What is to be built of a desk: *orders*, each with its share of the sheets; all of the desk if it *is_whole*."""

    home: Desk
    orders: Sequence[tuple[Order, Split]]
    is_whole: bool

    def carry_out(self, executor: str, jobs: int | None, manner: Manner, fail_fast: bool) -> Counter[str]:
        """Build it and tell of it; return how much was not built, by why."""
        from briefgen.build.cache import FOLDER, Ledger

        failures: Counter[str] = Counter()
        paths = [path for _, split in self.orders for path in split.affected]
        with (
            Ledger(nearest(self.home.root / FOLDER)) as ledger,
            following(paths, quiet=manner.quiet or manner.as_json) as progress,
            scanning([order for order, _ in self.orders], jobs, self.home) as scanner,
            chosen(executor, jobs, self.home) as pool,
        ):
            for order, split in self.orders:
                voice = Voice.of(order, progress.say, manner)
                failures += self._built(order, split, (pool, ledger, scanner), voice, progress.done, fail_fast)
                if failures and fail_fast:
                    break
        return failures

    def _built(
        self, order: Order, split: Split, tools: Tools, voice: Voice, done: Callable[[], None], fail_fast: bool
    ) -> Counter[str]:
        """Build one order, and remove what no sheet makes any more."""
        from briefgen import flow
        from briefgen.build import manifest

        before = manifest.read(order.out) if self.is_whole else None
        told = follow(flow.build(split.affected, self.home, order, *tools), voice, done, fail_fast)
        if before and len(told.sheets) == len(split.affected):
            voice.tell_removed(manifest.remove(order.out, unmade(before, (*told.sheets, *split.others))))
        return told.failures


def _refuse_unknown(
    home: Desk, for_whom: Sequence[Audience | None], products: Sequence[str], formats: Sequence[str]
) -> None:
    """Raise SettingsError for a product or a format that is asked for, on the command line or by whom it is for."""
    audiences = [one for one in for_whom if one]
    known((*formats, *home.formats, *(kind for one in audiences for kind in one.formats)))
    for name in (*products, *(name for one in audiences for name in one.products)):
        known_product(name, home.templates)


def own_out(home: Desk) -> Path:
    """Return the output folder of the desk; another one, such as a link leads to, is only what a command line names."""
    out = home.root / home.out
    if not is_inside(out, home.root):
        what = "is a link that leads out of the desk" if out.is_symlink() else "lies outside the desk"
        raise SettingsError(f"SET004 {home.out} {what} — set another out, or name it with --out")
    return nearest(out)


def _share(text: str) -> Shard:
    from briefgen.build.shard import Shard

    try:
        return Shard.read(text)
    except ValueError:
        raise SettingsError(f"SET016 {text} is no shard — write I/N with I from 1 to N, such as 2/8") from None


def known(kinds: tuple[str, ...]) -> None:
    """Raise SettingsError for a format that there is none of."""
    from briefgen.outputs import SUFFIXES

    for kind in kinds:
        if kind not in SUFFIXES:
            raise SettingsError(f"SET007 there is no format {kind} — there are: {', '.join(SUFFIXES)}")


def known_product(name: str, templates: Sequence[Path]) -> None:
    """Raise SettingsError for a product that there is none of."""
    from briefgen.compose import find

    try:
        find(name, templates)
    except TemplateError as error:  # an option is wrong here, not a template
        raise SettingsError(str(error)) from None


@dataclass
class Told:
    """What was told of an order: the product id of each of the *sheets* so far, if known, and what became of all.

    *counts* is by what the lines say was done.
    """

    sheets: list[str | None] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    withheld: int = 0

    @property
    def failures(self) -> Counter[str]:
        """How much was not built, by why."""
        return Counter({why: self.counts[why] for why in ("refused", "failed", "unwritten") if self.counts[why]})


def follow(reports: Generator[Report, None, None], voice: Voice, done: Callable[[], None], fail_fast: bool) -> Told:
    """Tell each report as it comes, that is *done* then, and all in all; return what was told."""
    told = Told()
    try:
        for report in reports:
            told.counts.update(voice.tell(report))
            told.sheets.append(report.product)
            told.withheld += report.withheld
            done()
            if told.failures and fail_fast:
                reports.close()
    except (KeyboardInterrupt, SystemExit):
        voice.tell_stop(len(told.sheets))
        raise
    voice.tell_total(told.counts, told.withheld)
    return told


def unmade(before: Manifest, sheets: Sequence[str | None]) -> list[Entry]:
    """Return what a manifest has of sheets that are gone; nothing while one is there whose id cannot be read."""
    ids = {one and one.casefold() for one in sheets}
    return [] if None in ids else [entry for entry in before.entries if entry.id.casefold() not in ids]
