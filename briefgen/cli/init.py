"""`briefgen init`: a new desk with settings, a first sheet and a workflow for CI; or hooks of git for one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from briefgen.errors import SettingsError

FILES = {
    "briefgen.toml": """\
# Settings of this desk. Every setting is optional; docs/settings.md of briefgen explains them.
[desk]
name = "Example Desk"
default_marking = "TLP:AMBER+STRICT"   # for sheets that say nothing
page_size = "A4"                       # or Letter

# [marking]
# scheme = "corporate"                 # instead of TLP 2.0: PUBLIC to RESTRICTED; or "own", see docs/markings.md
# caveats = {LEGAL = "Legal privilege: counsel only"}

[build]
products = ["situation-update"]
formats = ["pdf"]
""",
    ".gitignore": ".briefgen/\ndist/\n",
    "briefs/registry/actors.yaml": """\
# Actors that all sheets of the desk may refer to; places.yaml and sources.yaml work the same way.
actors:
  - {id: a-example, name: Example Relief Committee, short: ERC, class: organization, role: civil-society}
""",
}


def init(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Folder of the desk (default: here).")] = Path(),
    git_hooks: Annotated[
        bool, typer.Option("--git-hooks", help="Write no desk, but hooks of git into the repository that DIR is in.")
    ] = False,
) -> None:
    """Make a new desk: settings, a registry, a first sheet, a workflow for CI and a .gitignore."""
    if git_hooks:
        from briefgen.cli.hooks.install import install

        typer.echo(install(folder), err=True)
        return
    from briefgen import desk
    from briefgen.build.write import write
    from briefgen.cli import workflow
    from briefgen.cli.new import write_sheet

    if (folder / desk.SETTINGS).exists():
        raise SettingsError(f"SET011 {folder} is a desk already — `briefgen new ID` writes another sheet")
    for name, text in {**FILES, **workflow.files()}.items():
        if not (folder / name).exists():
            write(folder / name, text.encode())
    home = desk.find(folder.resolve())
    sheet = write_sheet(home, "EXAMPLE-2024-001", "situation-update")
    where = f"cd {folder} && " if folder != Path() else ""
    typer.echo(f"wrote a desk with a first sheet, {sheet} — next: {where}briefgen build", err=True)
