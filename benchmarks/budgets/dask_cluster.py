"""A cluster costs little more than the same cores without one."""

from __future__ import annotations

from benchmarks.budgets import all_cores
from benchmarks.comparison import Comparison, Way
from benchmarks.dask_workers import cluster
from benchmarks.processes import BRIEFGEN, seconds
from benchmarks.room import Room, forget
from briefgen.cli.options import cores


def budget(room: Room) -> Comparison:
    """Return the first build of many sheets by new dask workers, as many as there are cores, against one without."""

    def measure() -> float:
        with cluster(cores()) as address:
            return seconds((*BRIEFGEN, "build", f"--executor={address}"), forget(room.printed))

    local = all_cores.building(room)
    return Comparison(Way(f"{local.name}, on dask", measure), (local,), 1.33, rounds=3)
