"""How far a build has come, on a terminal: which sheet is at which stage, how many are done, how fast, how long."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import typer

#: Sheets from which on it is worth a bar.
MANY = 2


@dataclass(frozen=True)
class Progress:
    """Follows the sheets of a build: *say* prints a line, *stage* tells what a sheet is at, *done* that it is done."""

    say: Callable[[str], None]
    stage: Callable[[str], None] = lambda words: None
    done: Callable[[], None] = lambda: None

    def reading(self, paths: Iterable[Path]) -> Iterator[Path]:
        """Yield the paths, each when it is to be read."""
        for path in paths:
            self.stage(f"reading {path.name}")
            yield path
        self.stage("printing")


@contextmanager
def following(paths: Sequence[Path], *, quiet: bool) -> Iterator[Progress]:
    """Yield what follows the build of *paths*: a bar for many on a terminal, lines only elsewhere."""
    if quiet or len(paths) < MANY or not sys.stderr.isatty():
        yield Progress(lambda line: typer.echo(line, err=True))
        return
    from briefgen.cli import bar  # rich is loaded for those who see it

    with bar.shown(len(paths)) as (say, stage, done):
        yield Progress(say, stage, done)
