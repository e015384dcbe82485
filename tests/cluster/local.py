"""A cluster of its own on this machine, for tests: prints its address, and ends with its standard input.

python -m tests.cluster.local WORKERS
"""

import sys
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE, Popen

ROOT = Path(__file__).parents[2]


@contextmanager
def cluster(workers):
    """Yield the address of the scheduler of so many dask workers of one thread each."""
    command = [sys.executable, "-m", "tests.cluster.local", str(workers)]
    with Popen(command, cwd=ROOT, stdin=PIPE, stdout=PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        yield process.stdout.readline().strip()
        process.stdin.close()


def main(workers):
    from distributed import LocalCluster

    with LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None) as made:
        sys.stdout.write(made.scheduler_address.replace("tcp", "dask") + "\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    main(int(sys.argv[1]))
