"""`briefgen explain`: the page of one finding code."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Annotated

import typer

from briefgen.errors import SettingsError


def explain(code: Annotated[str, typer.Argument(help="A finding's code, such as YML002.")]) -> None:
    """Print why a finding matters, the standard behind it, a bad and a good example."""
    from briefgen import explain as pages

    wanted = code.upper()
    if wanted not in pages.codes():
        near = get_close_matches(wanted, pages.codes(), 3) or pages.codes()
        raise SettingsError(f"SET008 there is no finding code {code} — there are: {', '.join(near)}")
    typer.echo(pages.page(wanted), nl=False)
