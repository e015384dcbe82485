"""The process beside a dask worker that makes the products: it has a pool of one process, which is locked in.

A dask worker may have no children of the kind that a pool needs, has threads, and can be told to do anything. So it
starts this program and talks to it through a pipe; when the pipe is closed, this process ends, and its pool with it.

    python -m briefgen.cluster.host DESCRIPTOR
"""

from __future__ import annotations

import contextlib
import sys
import tempfile
from collections.abc import Mapping
from concurrent.futures import Future
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from briefgen.build import WORK
from briefgen.build.answer import retold
from briefgen.build.drawing import reply
from briefgen.cluster import said
from briefgen.cluster.bundle import unpack
from briefgen.errors import LostError
from briefgen.workers import Pool


def main(descriptor: int) -> None:
    """Get the bundle, then answer tasks, until the other end of the pipe is closed."""
    with Connection(descriptor) as pipe, tempfile.TemporaryDirectory(prefix="briefgen-") as folder:
        folders, time_limit = unpack(pipe.recv_bytes(), Path(folder).resolve())
        with Pool(WORK, 1, reply, tuple(folders), time_limit) as pool, contextlib.suppress(EOFError, OSError):
            pool.warm()
            while True:  # and so notice at once when the other end is closed in the middle of a task
                pool.submit(pipe.recv_bytes()).add_done_callback(partial(_send, pipe, folders))


def _send(pipe: Connection, folders: Mapping[Path, str], answer: Future[bytes]) -> None:
    try:
        told = said.answer(retold(answer.result(), {str(here): name for here, name in folders.items() if name}))
    except LostError as error:
        told = said.loss(error)
    with contextlib.suppress(OSError):  # nobody waits for it any more
        pipe.send_bytes(told)


if __name__ == "__main__":
    main(int(sys.argv[1]))
