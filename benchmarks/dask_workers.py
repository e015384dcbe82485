"""A dask cluster on this machine. As a program, it prints its address and ends with its standard input.

python -m benchmarks.dask_workers WORKERS
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE, Popen

ROOT = Path(__file__).parents[1]


@contextmanager
def cluster(workers: int) -> Iterator[str]:
    """Yield the address, for ``--executor``, of the scheduler of so many dask workers of one thread each."""
    command = (sys.executable, "-m", "benchmarks.dask_workers", str(workers))
    with Popen(command, cwd=ROOT, stdin=PIPE, stdout=PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        yield process.stdout.readline().strip()
        process.stdin.close()


def main(workers: int) -> None:
    """Run the cluster."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=":0") as made:
        print(made.scheduler_address.replace("tcp", "dask"), flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main(int(sys.argv[1]))
