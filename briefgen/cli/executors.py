"""Where a build does its work: in processes of this machine, or on the workers of a cluster."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING

from briefgen.cli.options import cores
from briefgen.errors import SettingsError

if TYPE_CHECKING:
    from briefgen.build.order import Order
    from briefgen.desk import Desk
    from briefgen.scan import Scanner
    from briefgen.workers import Executor

LOCAL = "local"


@contextmanager
def scanning(orders: Sequence[Order], jobs: int | None, home: Desk) -> Iterator[Scanner | None]:
    """Yield what looks through the products for audiences, if there are orders for any."""
    if not any(order.audience for order in orders):
        yield None
        return
    from briefgen import scan
    from briefgen.workers import Pool

    with Pool(scan.WORK, jobs or cores(), lambda question: b"", (), home.time_limit) as pool:
        yield scan.Scanner(pool)


def chosen(executor: str, jobs: int | None, home: Desk) -> AbstractContextManager[Executor]:
    """Return the *executor* that the command line names, with the templates of the desk, for so many *jobs* at once.

    Raises SettingsError for one that cannot be reached, and for a number of jobs that is not ours to choose.
    """
    if executor != LOCAL:
        from briefgen.cluster import Cluster

        if jobs:
            raise SettingsError("SET015 --jobs is for the local executor — start as many dask workers as you want")
        return Cluster(executor, home.templates, home.time_limit)
    from briefgen.build import WORK
    from briefgen.build.drawing import reply
    from briefgen.workers import Pool

    return Pool(WORK, jobs or cores(), reply, home.templates, home.time_limit)
