"""Reviews all sheets of a desk, with every core where there are many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from briefgen import sheet
from briefgen.desk import Desk
from briefgen.lint import CODES, Reviewed, review

FEW = 8  # sheets; as many are checked before another process has started


def check_all(paths: Sequence[Path], desk: Desk, today: date | None, jobs: int) -> Iterator[Reviewed]:
    """Yield what there is to say of each sheet, in their order; many sheets are shared out among *jobs* processes.

    Raises SettingsError for settings about rules that do not exist.
    """
    desk.refuse_rules(CODES)
    if jobs == 1 or len(paths) <= FEW:
        yield from _checked(desk, today, paths)
    else:
        yield from _shared_out(paths, desk, today, jobs)


def _shared_out(paths: Sequence[Path], desk: Desk, today: date | None, jobs: int) -> Iterator[Reviewed]:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    size = max(FEW, len(paths) // (4 * jobs))
    shares = [paths[start : start + size] for start in range(0, len(paths), size)]
    # a fork starts with everything imported; where there is none, every process imports for itself
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else None
    with ProcessPoolExecutor(jobs, multiprocessing.get_context(method)) as pool:
        for share in pool.map(partial(_checked, desk, today), shares):
            yield from share


def _checked(desk: Desk, today: date | None, paths: Sequence[Path]) -> list[Reviewed]:
    load = sheet.loader(desk.registry, desk.root, desk.scale, desk.scheme)
    return [review(load(path), desk.lint, today, desk.root) for path in paths]
