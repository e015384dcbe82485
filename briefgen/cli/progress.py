"""How far a build has come, on a terminal: which sheet it waits for, how many are done, how fast, how long it takes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import typer

#: Sheets from which on it is worth a bar.
MANY = 2


@dataclass(frozen=True)
class Progress:
    """Follows the sheets of a build: *say* prints a line, *done* tells that the next sheet is done."""

    say: Callable[[str], None]
    done: Callable[[], None] = lambda: None


@contextmanager
def following(paths: Sequence[Path], *, quiet: bool) -> Iterator[Progress]:
    """Yield what follows the build of *paths*: a bar for many on a terminal, lines only elsewhere."""
    if quiet or len(paths) < MANY or not sys.stderr.isatty():
        yield Progress(lambda line: typer.echo(line, err=True))
        return
    from briefgen.cli import bar  # rich is loaded for those who see it

    with bar.shown([path.name for path in paths]) as (say, done):
        yield Progress(say, done)
