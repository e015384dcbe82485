"""The command line called in this process: all of it that a terminal starts, but for loading it anew every time."""

from __future__ import annotations

import contextlib
import functools
import gc
import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from unittest import mock

from briefgen import build, scan
from briefgen.__main__ import main
from briefgen.workers import pool


def call(*arguments: object, cwd: Path, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Return what `briefgen` with these *arguments* does in the folder *cwd*, in the environment *env* if there is one.

    Neither is a terminal. The workers are forked from one server for all calls of this process.
    """
    _serve()
    command = ["briefgen", *map(str, arguments)]
    with _streams() as (out, err), _as_it_was(), contextlib.chdir(cwd):
        with mock.patch.object(sys, "argv", command), mock.patch.dict(os.environ, env or {}, clear=env is not None):
            code = _exit_code()
        return subprocess.CompletedProcess(command, code, _text(out), _text(err))


def _exit_code() -> int:
    try:
        main()
    except SystemExit as stopped:
        return stopped.code if isinstance(stopped.code, int) else int(stopped.code is not None)
    raise AssertionError("the command line ends by exiting")


@functools.cache
def _serve() -> None:
    """Start the fork server with all that any call needs, whichever comes first."""
    with mock.patch.object(pool, "_open", [build.WORK, scan.WORK]):
        pool._start_fork_server()


@contextlib.contextmanager
def _streams() -> Iterator[tuple[io.TextIOWrapper, io.TextIOWrapper]]:
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        yield out, err


def _text(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


@contextlib.contextmanager
def _as_it_was() -> Iterator[None]:
    """Undo what a command sets for the whole process."""
    handler, threshold = signal.getsignal(signal.SIGTERM), gc.get_threshold()
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, handler)
        gc.set_threshold(*threshold)
