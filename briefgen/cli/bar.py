"""The bar of a build on a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn
from rich.table import Column
from rich.text import Text

from briefgen.findings import one_line

NARROW = 70  # columns, below which there is no room for more than the sheet and how many are done


class Pace(ProgressColumn):
    """How many are done in a second and how long the rest takes, by all that was done: sheets differ in length."""

    def render(self, task: Task) -> Text:
        """Return both, or nothing before the first is done."""
        if not (task.elapsed and task.completed and task.remaining is not None):
            return Text("")
        rate = task.completed / task.elapsed
        rest = timedelta(seconds=round(task.remaining / rate))
        return Text(f"{rate:.1f}/s {rest} left", style="progress.remaining")


@contextmanager
def shown(
    names: Sequence[str], console: Console | None = None
) -> Iterator[tuple[Callable[[str], None], Callable[[], None]]]:
    """Show the bar; yield what prints a line above it, and what counts one more as done of the sheets with *names*.

    It names the sheet that is waited for: their reports come in order.
    """
    console = console or Console(stderr=True)
    column = Column(no_wrap=True, overflow="ellipsis", ratio=1)
    columns: list[ProgressColumn] = [
        TextColumn("{task.description}", markup=False, table_column=column),
        MofNCompleteColumn(),
    ]
    if console.width >= NARROW:
        columns = [columns[0], BarColumn(20), columns[1], Pace()]
    with Progress(*columns, console=console, transient=True, expand=True) as progress:
        task = progress.add_task(one_line(names[0]), total=len(names))
        following = iter(names[1:])
        yield (
            lambda line: console.print(line, markup=False, highlight=False, soft_wrap=True),
            lambda: progress.update(task, advance=1, description=one_line(next(following, ""))),
        )
