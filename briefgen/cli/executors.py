"""Where a build does its work: in processes of this machine, or on the workers of a cluster."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from briefgen.cli.options import cores
from briefgen.errors import SettingsError

if TYPE_CHECKING:
    from briefgen.desk import Desk
    from briefgen.workers import Executor

LOCAL = "local"


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
