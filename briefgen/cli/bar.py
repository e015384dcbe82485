"""The bar of a build on a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from briefgen.findings import one_line


class Rate(ProgressColumn):
    """How many are done in a second."""

    def render(self, task: Task) -> Text:
        """Return the rate, or nothing while it is not known."""
        return Text(f"{task.speed:.1f}/s" if task.speed else "", style="progress.data.speed")


@contextmanager
def shown(total: int) -> Iterator[tuple[Callable[[str], None], Callable[[str], None], Callable[[], None]]]:
    """Show the bar; yield what prints a line above it, what names the stage, and what counts one of *total* as done."""
    console = Console(stderr=True)
    stage = TextColumn("{task.description}", markup=False)
    columns = (stage, BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("starting", total=total)
        yield (
            lambda line: console.print(line, markup=False, highlight=False, soft_wrap=True),
            lambda words: progress.update(task, description=one_line(words)),
            lambda: progress.advance(task),
        )
