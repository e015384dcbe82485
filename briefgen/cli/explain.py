"""`briefgen explain`: the page of one finding code."""

from __future__ import annotations

import sys
from collections.abc import Collection
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.errors import SettingsError

if TYPE_CHECKING:
    from briefgen.lint.pages import Page

WIDEST = 100  # cells; longer lines are hard to read


def explain(code: Annotated[str, typer.Argument(help="A finding's code, such as EST002.")]) -> None:
    """Print why a finding matters, the standard behind it, a bad and a good example."""
    from briefgen.lint.pages import pages

    page = pages().get(code.strip().upper())
    if page is None:
        raise SettingsError(f"SET008 there is no finding code {code} — {_near(code.strip().upper(), pages())}")
    if sys.stdout.isatty():
        _show(page)
    else:
        typer.echo(str(page), nl=False)


def _near(code: str, known: Collection[str]) -> str:
    near = get_close_matches(code, known, 3)
    if near:
        return f"did you mean {', '.join(near)}?"
    return f"codes begin with {', '.join(sorted({one.rstrip('0123456789') for one in known}))}"


def _show(page: Page) -> None:
    """Print a page for a terminal: headings, examples and emphasis as such, not as Markdown."""
    from rich.console import Console
    from rich.markdown import Markdown
    from rich.syntax import ANSI_DARK, ANSISyntaxTheme
    from rich.text import Text
    from rich.theme import Theme

    # rich prints words inside braces in red, which looks like a mistake in the good example too
    colours = ANSISyntaxTheme({token: style for token, style in ANSI_DARK.items() if token[-1:] != ("Variable",)})
    console = Console(highlight=False, theme=Theme({"markdown.code": "bold cyan"}))
    console.print(Text(f"{page.code}: {page.title}", "bold"))
    if page.origin:
        console.print(Text(page.origin, "dim"))
    body = Markdown(page.body, code_theme=colours)  # type: ignore[arg-type]
    console.print("", body, sep="\n", width=min(console.width, WIDEST))
