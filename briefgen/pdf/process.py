"""Printing in processes of their own, each of which may hang, crash or eat memory and costs one page only.

WeasyPrint takes longer to load than a page takes to compose. So a fork server loads it once, in the background, from
the moment a build begins, and the workers are forked from there. A thread waits for each worker, and the workers share
nothing, so that killing one harms no other.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from multiprocessing import forkserver, resource_tracker
from multiprocessing.connection import Connection

from briefgen.errors import PrintError
from briefgen.pdf import Printed
from briefgen.pdf.worker import packed, serve, serve_warm, unpacked

#: Seconds that one page may take; a brief of ten pages takes a tenth of it.
TIME_LIMIT = 60.0
#: Pages after which a worker is replaced: WeasyPrint loses about half a megabyte with each.
PAGES_PER_WORKER = 200

_context = multiprocessing.get_context("forkserver")


class Printer:
    """Prints pages in up to *jobs* processes at once; a context manager."""

    def __init__(self, jobs: int, *, time_limit: float = TIME_LIMIT) -> None:
        self.jobs = jobs
        self._time_limit = time_limit
        self._threads = ThreadPoolExecutor(jobs, thread_name_prefix="printer")
        self._workers: list[_Worker] = []
        self._idle: list[_Worker] = []
        self._stopped = False
        self._ready: Future[None] | None = None

    def __enter__(self) -> Printer:
        return self

    def __exit__(self, *exception: object) -> None:
        """Stop the workers, whatever they are at."""
        self._stopped = True
        for worker in list(self._workers):
            worker.kill()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._workers:
            worker.close()

    def warm(self) -> None:
        """Return at once; in the meantime WeasyPrint is loaded, and a first worker gets into its stride."""
        self._ready = self._threads.submit(self._start_first)

    def submit(self, html: str, budget: int | None = None) -> Future[Printed]:
        """Return the future of the printed page; its failure is a PrintError.

        That is an OverfullError for a sound page that takes more pages than its *budget*.
        """
        return self._threads.submit(self._print, packed(html, budget))

    def print(self, html: str) -> Printed:
        """Return the printed page; raise PrintError."""
        return self.submit(html).result()

    def _start_first(self) -> None:
        self._idle.append(self._start(serve_warm))

    def _print(self, question: bytes) -> Printed:
        if self._ready:
            wait([self._ready])  # no other worker could start sooner
        worker = self._taken()
        answer = worker.print(question)
        if worker.pages < PAGES_PER_WORKER:
            self._idle.append(worker)
        else:
            worker.close()
            self._workers.remove(worker)
        return unpacked(answer)

    def _taken(self) -> _Worker:
        try:
            return self._idle.pop()
        except IndexError:  # asked after, not before: other threads pop too
            return self._start(serve)

    def _start(self, target: Callable[[Connection], None]) -> _Worker:
        if self._stopped:
            raise PrintError(["printing was stopped"])
        _start_fork_server()
        worker = _Worker(target, self._time_limit)
        self._workers.append(worker)
        if self._stopped:
            worker.kill()
        return worker


def _start_fork_server() -> None:
    """Start the process that loads WeasyPrint, unless it runs already."""
    _context.set_forkserver_preload(["briefgen.pdf.preload"])
    resource_tracker.ensure_running()  # it would set the signal mask that is set below back
    # A Ctrl-C reaches all processes of the terminal, but only the parent is to act on it.
    old = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, old)


class _Worker:
    """A process to print in, and the parent's end of the pipe to it."""

    def __init__(self, target: Callable[[Connection], None], time_limit: float) -> None:
        self.pages = 0
        self._time_limit = time_limit
        self._pipe, theirs = _context.Pipe()
        self._process = _context.Process(target=target, args=(theirs,), name="briefgen-printer", daemon=True)
        try:
            self._process.start()
        except (EOFError, OSError) as error:
            raise PrintError([f"no process could be started to print in ({type(error).__name__}: {error})"]) from None
        finally:
            theirs.close()

    def print(self, question: bytes) -> bytes:
        """Return the answer to a page; raise PrintError, and be of no more use, when none comes."""
        self.pages += 1
        try:
            self._pipe.send_bytes(question)
            if self._pipe.poll(self._time_limit):
                return self._pipe.recv_bytes()
            reason = f"printing took longer than {self._time_limit:g} seconds and was stopped — make the page simpler"
        except (EOFError, OSError):
            self._process.join(1)  # its pipe closes a little before it ends
            reason = f"printing crashed ({_cause(self._process.exitcode)})"
        self.close()
        raise PrintError([reason])

    def kill(self) -> None:
        """End the process, even inside a library; whoever waits for its answer gets none."""
        self._process.kill()

    def close(self) -> None:
        """End the process and wait until it has ended."""
        self.kill()
        self._process.join()
        self._pipe.close()


def _cause(exit_code: int | None) -> str:
    return f"signal {-exit_code}" if exit_code and exit_code < 0 else f"exit code {exit_code}"
