"""`briefgen editions`: what each audience gets of a sheet and what not, and why. For the desk alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from briefgen.cli import readers
from briefgen.cli.options import separated
from briefgen.errors import SettingsError, SheetError

if TYPE_CHECKING:
    from briefgen.audiences import Audience
    from briefgen.desk import Desk
    from briefgen.issuing import Fate

SIGNS = {"whole": "yes", "in part": "in part", "tear line": "tear line", "withheld": "–"}


def editions(
    sheet: Annotated[Path, typer.Argument(metavar="SHEET", help="A fact sheet.")],
    audience: Annotated[
        list[str] | None, typer.Option(help="Audience of the desk; repeatable, or with commas (default: all).")
    ] = None,
    diff: Annotated[
        tuple[str, str] | None, typer.Option(metavar="A B", help="Only what two audiences do not get alike.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object an audience.")] = False,
) -> None:
    """Show what each audience gets of a sheet and what not, record by record, and why."""
    from briefgen import desk, issuing

    home = desk.find(Path.cwd())
    if diff and audience:
        raise SettingsError("SET018 --diff names its audiences itself — leave out --audience")
    named = diff or separated(audience)
    chosen = [one for one in readers.chosen(home, named, None, not named) if one]
    made = _loaded(sheet, home)
    fates = {one.name: issuing.account(made, one.reader, home.default_marking) for one in chosen}
    if as_json:
        for one in chosen:
            typer.echo(json.dumps(_plain(one, fates[one.name]), ensure_ascii=False))
        return
    rows = [row for row in zip(*fates.values(), strict=True) if not diff or len({one.verdict for one in row}) > 1]
    _print(chosen, rows)


def _loaded(path: Path, home: Desk) -> Any:
    from briefgen import sheet

    if path.is_dir():
        raise SettingsError(f"SET006 {path} is a folder — name one sheet")
    parsed = sheet.load(path, home.registry, home.root, home.scale, home.scheme)
    if parsed.sheet is None:
        raise SheetError(parsed.findings)
    return parsed.sheet


def _plain(audience: Audience, fates: Iterable[Fate]) -> dict[str, Any]:
    reader = audience.reader.marking.label
    return {"audience": audience.name, "max_marking": reader, "records": [vars(one) for one in fates]}


def _print(chosen: Sequence[Audience], rows: Sequence[Sequence[Fate]]) -> None:
    if not rows:
        typer.echo(f"{' and '.join(one.name for one in chosen)} get the same")
        return
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for title in ("record", "marking", *(f"{one.name}\n{one.reader.marking.label}" for one in chosen), "why"):
        table.add_column(title, overflow="fold", no_wrap=title != "why")
    for row in rows:
        first = row[0]
        table.add_row(first.record, first.marking, *(SIGNS[one.verdict] for one in row), _why(chosen, row))
    Console(soft_wrap=False).print(table)
    for place, one in enumerate(chosen):
        verdicts = [row[place].verdict for row in rows]
        counts = (f"{verdicts.count(verdict)} {verdict}" for verdict in SIGNS if verdict in verdicts)
        typer.echo(f"{one.name}: {', '.join(counts)}")


def _why(chosen: Sequence[Audience], row: Sequence[Fate]) -> str:
    """Return the reasons, each once, with the audiences that it is for where it is not for all."""
    reasons: dict[str, list[str]] = {}
    for one, fate in zip(chosen, row, strict=True):
        if fate.why:
            reasons.setdefault(fate.why, []).append(one.name)
    return "; ".join(why if len(who) == len(row) else f"{', '.join(who)}: {why}" for why, who in reasons.items())
