"""A pool of worker processes: bytes go in, bytes come out, and whatever becomes of one worker harms no other.

The work needs libraries that take longer to load than it takes itself. So a fork server loads them once, in the
background, from the moment a build begins, and the workers are forked from there. A thread waits for each worker, and
the workers share nothing, so that killing one harms no other.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import partial
from multiprocessing import forkserver, resource_tracker
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Self, TypeAlias

from briefgen.errors import LostError
from briefgen.workers.serving import ANSWER, serve, serve_warm

#: Bytes of an answer; the files of a product are smaller.
LARGEST = 256 << 20
#: Tasks after which a worker is replaced: WeasyPrint loses about half a megabyte with each.
TASKS_PER_WORKER = 200

#: Answers a question that a worker asks.
Reply: TypeAlias = Callable[[bytes], bytes]

_context = multiprocessing.get_context("forkserver")
#: The work of all pools that are open. There is one fork server, and it loads what it can be known to need.
_open: list[str] = []


class Pool:
    """Does *work* in up to *jobs* processes at once; a context manager.

    *work* is the name of a module with the functions of `Work`; *reply* answers what a worker asks in the middle of a
    task. A worker reads nothing but the installation and the folders *readable*, writes nothing and reaches nothing
    else, as far as the kernel can see to it; see docs/security.md. One task may take *time_limit* seconds.
    """

    def __init__(self, work: str, jobs: int, reply: Reply, readable: Sequence[Path], time_limit: float) -> None:
        self.jobs = jobs
        self._work, self._reply, self._readable, self._time_limit = work, reply, readable, time_limit
        self._threads = ThreadPoolExecutor(jobs, thread_name_prefix="worker")
        self._workers: list[_Worker] = []
        self._idle: list[_Worker] = []
        self._stopped = False
        self._ready: Future[None] | None = None

    def __enter__(self) -> Self:
        _open.append(self._work)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop the workers, whatever they are at."""
        _open.remove(self._work)
        self._stopped = True
        for worker in list(self._workers):
            worker.kill()
        self._threads.shutdown(cancel_futures=True)
        for worker in list(self._workers):
            worker.close()

    def warm(self, hint: bytes = b"") -> None:
        """Return at once; in the meantime the libraries are loaded, and a first worker gets into its stride.

        The *hint* says what work is likely; see `Work.practise`.
        """
        if self._ready is None:
            self._ready = self._threads.submit(self._start_first, hint)

    def submit(self, question: bytes) -> Future[bytes]:
        """Return the future of the answer; its failure is a LostError."""
        return self._threads.submit(self._ask, question)

    def _start_first(self, hint: bytes) -> None:
        self._idle.append(self._start(partial(serve_warm, hint=hint)))

    def _ask(self, question: bytes) -> bytes:
        if self._ready:
            wait([self._ready])  # no other worker could start sooner
        worker = self._taken()
        answer = worker.ask(question, self._reply)
        if worker.tasks < TASKS_PER_WORKER:
            self._idle.append(worker)
        else:
            worker.close()
            self._workers.remove(worker)
        return answer

    def _taken(self) -> _Worker:
        try:
            return self._idle.pop()
        except IndexError:  # asked after, not before: other threads pop too
            return self._start(serve)

    def _start(self, target: Callable[..., None]) -> _Worker:
        if self._stopped:
            raise LostError("RUN002", "the build was stopped")
        _start_fork_server()
        worker = _Worker(partial(target, work=self._work, readable=self._readable), self._time_limit)
        self._workers.append(worker)
        if self._stopped:
            worker.kill()
        return worker


def _start_fork_server() -> None:
    """Start the process that loads the libraries of all work, unless it runs already."""
    _context.set_forkserver_preload([*dict.fromkeys(_open), "briefgen.workers.frozen"])
    with _safe_path():
        resource_tracker.ensure_running()  # it would set the signal mask that is set below back
        # A Ctrl-C reaches all processes of the terminal, and a stop by `timeout` does; only the parent is to act on it.
        old = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
        try:
            forkserver.ensure_running()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, old)


@contextlib.contextmanager
def _safe_path() -> Iterator[None]:
    """Let no Python that is started inside load a module of the current folder, which may be a stranger's."""
    name = "PYTHONSAFEPATH"
    before = os.environ.get(name)
    os.environ[name] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before


class _Worker:
    """A process to work in, and the parent's end of the pipe to it."""

    def __init__(self, target: Callable[[Connection], None], time_limit: float) -> None:
        self.tasks = 0
        self._time_limit = time_limit
        self._closing = Lock()
        self._pipe, theirs = _context.Pipe()
        self._process = _context.Process(target=target, args=(theirs,), name="briefgen-worker", daemon=True)
        try:
            self._process.start()
        except (EOFError, OSError) as error:
            raise LostError("RUN002", f"no process could be started ({type(error).__name__}: {error})") from None
        finally:
            theirs.close()

    def ask(self, question: bytes, reply: Reply) -> bytes:
        """Return the answer to a question; raise LostError, and be of no more use, when none comes."""
        self.tasks += 1
        try:
            return self._answer(question, reply)
        except TimeoutError:
            error = LostError("RUN001", f"it took longer than {self._time_limit:g} seconds and was stopped")
        except (EOFError, OSError):
            self._process.join(1)  # its pipe closes a little before it ends
            error = LostError("RUN002", f"its process crashed ({_cause(self._process.exitcode)})")
        self.close()
        raise error

    def _answer(self, question: bytes, reply: Reply) -> bytes:
        end = time.monotonic() + self._time_limit
        self._pipe.send_bytes(question)
        while self._pipe.poll(max(0, end - time.monotonic())):
            message = self._pipe.recv_bytes(LARGEST)
            if message[:1] == ANSWER:
                return message[1:]
            self._pipe.send_bytes(reply(message[1:]))
        raise TimeoutError

    def kill(self) -> None:
        """End the process, even inside a library; whoever waits for its answer gets none."""
        self._process.kill()

    def close(self) -> None:
        """End the process and wait until it has ended."""
        self.kill()
        self._process.join()
        with self._closing:  # a thread that Ctrl-C caught at its start is waited for by nobody, and closes too
            self._pipe.close()


def _cause(exit_code: int | None) -> str:
    return f"signal {-exit_code}" if exit_code and exit_code < 0 else f"exit code {exit_code}"
