"""`briefgen manifest merge`: make one output folder of those of several shards."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from briefgen.cli.options import counted

app = typer.Typer(help="Work on the manifests of output folders.", no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def _verbs() -> None:
    pass


@app.command()
def merge(
    folders: Annotated[list[Path], typer.Argument(metavar="DIR...", help="Output folders, one of each shard.")],
    out: Annotated[Path, typer.Option(help="Folder for all files and their manifest.")],
) -> None:
    """Copy the files of shards into one folder, each compared with its hash, and write one manifest."""
    from briefgen.build.merge import merge as merged

    typer.echo(f"merged into {out}: {counted(merged(folders, out), 'file')}", err=True)
