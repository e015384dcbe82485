"""`--since` of several verbs: which sheets are left, and what is told of the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.desk import Desk
from briefgen.errors import SettingsError
from briefgen.findings import one_line
from briefgen.since.split import Everything, Split

if TYPE_CHECKING:
    from briefgen.since.since import Since

Revision = Annotated[
    str | None,
    typer.Option(metavar="REV", help="Only sheets that what differs from a git revision can change; A...B as well."),
]


@contextmanager
def comparing(revision: str | None, home: Desk, paths: Sequence[Path] | None) -> Iterator[Since | Everything]:
    """Yield what splits the sheets of a desk, by what is not as it was at a *revision*, if one is named."""
    if revision is None:
        yield Everything()
        return
    from briefgen.since.start import since

    with since(revision, home, paths) as compared:
        yield compared


def to_check(
    comparison: AbstractContextManager[Since | Everything],
    home: Desk,
    sheets: Sequence[Path],
    strict: bool = False,
    today: date | None = None,
) -> Split:
    """Return which of the *sheets* a build would make; all if the desk has no theme that can be used."""
    from briefgen import theme
    from briefgen.build.order import Order

    try:
        order = Order(Path(home.out), strict=strict, today=today, theme=theme.choose(home))
    except SettingsError:  # which is told with the findings
        return Everything().split(sheets)
    with comparison as compared:
        return compared.split(sheets, order)


def tell(revision: str | None, split: Split) -> None:
    """Tell which sheets are gone, and how many of the others are left alone."""
    for one in split.gone:
        typer.echo(one_line(f"gone {one}"), err=True)
    if revision is not None:
        count = len(split.affected)
        typer.echo(one_line(f"since {revision}: {count} of {count + len(split.others)} sheets"), err=True)
