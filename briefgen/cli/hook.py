"""`briefgen hook`: what the hooks of git call that `briefgen init --git-hooks` writes."""

from __future__ import annotations

import sys

import typer

app = typer.Typer(help="What hooks of git call.", no_args_is_help=True, rich_markup_mode=None)


@app.command()
def pre_commit() -> None:
    """Check the sheets that what is staged can change; refuse the commit for an error."""
    from briefgen.cli.hooks.staged import errors

    found = errors()
    for finding in found:
        typer.echo(str(finding), err=True)
    if found:
        typer.echo("commit refused — mend that and stage it, or commit with --no-verify", err=True)
        raise typer.Exit(1)


@app.command()
def post_receive() -> None:
    """Build what was pushed to the branch that is published; standard input tells what was, as git writes it."""
    from briefgen.cli.hooks.received import publish

    if publish(sys.stdin):
        raise typer.Exit(1)
