"""`briefgen check`: read and parse, say everything that is to be said, build nothing."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from briefgen.cli import formats
from briefgen.cli.options import Paths, counted, find_sheets

Format = StrEnum("Format", {name: name for name in formats.FORMATS})  # type: ignore[misc]

TEXT = Format("text")


def check(
    paths: Paths = None,
    strict: Annotated[bool, typer.Option("--strict", help="Fail on warnings too.")] = False,
    format: Annotated[Format, typer.Option("--format", help="How to print the findings.")] = TEXT,
) -> None:
    """Read and check sheets without building anything."""
    from briefgen import desk, sheet

    home = desk.find(Path.cwd())
    sheets = find_sheets(paths, home)
    load = sheet.loader(home.registry, home.root)
    findings = sorted({*load.findings, *(finding for path in sheets for finding in load(path).findings)})
    printed = formats.FORMATS[format.value](findings)
    if printed:
        typer.echo(printed, err=format == TEXT)
    errors = sum(finding.severity == "error" for finding in findings)
    warnings = sum(finding.severity == "warning" for finding in findings)
    typer.echo(f"{counted(len(sheets), 'sheet')}: {counted(errors, 'error')}, {counted(warnings, 'warning')}", err=True)
    if errors or (strict and warnings):
        raise typer.Exit(1)
