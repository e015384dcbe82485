"""`briefgen ci`: check, build and compare in one run, and report it where the host shows it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from briefgen.cli.options import Paths, Today, cores, separated


def ci(
    paths: Paths = None,
    product: Annotated[list[str] | None, typer.Option(help="Products to make; repeatable, or with commas.")] = None,
    format: Annotated[
        list[str] | None, typer.Option("--format", help="pdf, html, csv (all events); repeatable, or with commas.")
    ] = None,
    audience: Annotated[str | None, typer.Option(help="Audience of the desk to make and tell it for.")] = None,
    max_marking: Annotated[
        str | None,
        typer.Option(
            "--max-marking", metavar="LABEL", help="Make and tell what all may read who may read up to that marking."
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Refuse sheets with warnings too.")] = False,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="REV",
            help="Build only what differs from a revision can change (default: all), and compare with that one.",
        ),
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Folder for products and reports (default: dist/ci).")] = None,
    today: Today = None,
    jobs: Annotated[int | None, typer.Option(min=1, max=256, help="Pages printed at once (default: cores).")] = None,
    allow_templates: Annotated[
        bool, typer.Option("--allow-templates", help="Of a fork, take the templates, theme and settings too.")
    ] = False,
) -> None:
    """Check, build and compare in one run, and report it to GitHub, GitLab or a folder."""
    from briefgen.cli.pipeline import Asked, report  # which load much

    named = (separated(product), separated(format), audience, max_marking)
    day = today.date() if today else None
    if code := report(Asked(paths, *named, strict, since, out, day, jobs or cores(), allow_templates)):
        raise typer.Exit(code)
