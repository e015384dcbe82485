"""The parent's side of a cluster: it takes tasks to the scheduler, which finds a worker for each.

A task that a worker takes down with it is given to another; one that takes down several is lost. The tasks are in
plain bytes and carry all that they need; the templates, which are the same for all of them, go to each worker once.
"""

from __future__ import annotations

import contextlib
import logging
import socket
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from briefgen.build.reasons import REMEDIES
from briefgen.cluster import errand, said
from briefgen.cluster.bundle import pack
from briefgen.cluster.likeness import Likeness, likeness, unlike
from briefgen.errors import LostError, SettingsError

if TYPE_CHECKING:
    from distributed import Client

SCHEME = "dask"
WAIT = 10  # seconds for the scheduler to answer, and for it to have a worker


class Cluster:
    """The workers of the dask scheduler at an *address*, dask://HOST:PORT, with the templates of *folders*.

    One task may take *time_limit* seconds. A context manager. Raises SettingsError when there is none, or
    none that would do the same work as this machine.
    """

    def __init__(self, address: str, folders: Sequence[Path], time_limit: float) -> None:
        self._home, self._jobs = likeness(), 1
        self._client = _connected(_scheduler(address), address)
        try:
            _refuse_unlike(self._client, address, self._home)
            # A task, not data that is handed out: that would be lost with the worker that has it.
            self._bundle = self._client.submit(bytes, pack(folders, time_limit))
            self._executor = self._client.get_executor(pure=False)
        except BaseException:
            self._client.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        """Give back what is not done; the workers stay."""
        self._client.close()

    @property
    def jobs(self) -> int:
        """How many threads the workers have now, or had before the scheduler was lost."""
        with contextlib.suppress(Exception):  # which each task tells
            threads: dict[str, int] = self._client.nthreads()
            self._jobs = max(1, sum(threads.values()))
        return self._jobs

    def warm(self, hint: bytes = b"") -> None:
        """Do nothing: workers get warm with their first task, and stay so for the next build."""

    def submit(self, question: bytes) -> Future[bytes]:
        """Return the future of the answer; its failure is a LostError."""
        answer: Future[bytes] = Future()
        try:
            asked = self._executor.submit(errand.answer, question, self._bundle, self._home)
        except Exception as error:  # whatever a client without a scheduler raises
            answer.set_exception(_lost(error))
        else:
            asked.add_done_callback(partial(_settle, answer))
        return answer


def _scheduler(address: str) -> str:
    """Return what dask calls the scheduler. Raises SettingsError for an address that is none."""
    try:
        parts = urlsplit(address)
        if parts.scheme == SCHEME and parts.hostname and parts.port and parts.netloc == address[len("dask://") :]:
            return parts.netloc  # dask's own settings say whether the connection is encrypted
    except ValueError:
        pass
    raise SettingsError(f"SET015 {address} is no executor — write local, or dask://HOST:PORT for a dask scheduler")


def _connected(scheduler: str, address: str) -> Client:
    try:
        from distributed import Client
    except ImportError:
        raise SettingsError(
            "SET015 dask is not installed, which --executor dask:// needs — pip install 'briefgen[dask]'"
        ) from None
    for name in ("distributed", "tornado"):  # what goes wrong is told with the sheet
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        host, _, port = scheduler.rpartition(":")
        socket.getaddrinfo(host.strip("[]"), port)  # dask tries for long whether the host comes to be known
        return _within(2 * WAIT, partial(Client, scheduler, timeout=WAIT, set_as_default=False))
    except (OSError, ValueError) as error:
        reason = str(error).partition("\n")[0] or type(error).__name__
        raise SettingsError(
            f"SET015 there is no dask scheduler at {address} ({reason}) — start one: dask scheduler"
        ) from None


def _within(seconds: float, call: Callable[[], Client]) -> Client:
    """Return what *call* returns; raise what it raises, or TimeoutError.

    For a server that is no scheduler, dask waits for ever.
    """
    made: Future[Client] = Future()

    def run() -> None:
        try:
            made.set_result(call())
        except Exception as error:
            made.set_exception(error)

    Thread(target=run, daemon=True).start()
    return made.result(seconds)


def _refuse_unlike(client: Client, address: str, home: Likeness) -> None:
    """Raise SettingsError if no worker comes, or for one that would not make the same bytes."""
    try:
        client.wait_for_workers(1, timeout=WAIT)
    except TimeoutError:
        raise SettingsError(
            f"SET015 the scheduler at {address} has no workers — start some: dask worker HOST:PORT --nthreads 1"
        ) from None
    for worker, there in client.run(likeness, on_error="return").items():
        if there != home:
            sentence = unlike(home, there) if isinstance(there, Likeness) else f"it has no such briefgen ({there})"
            raise SettingsError(f"RUN004 the worker {worker} would make other bytes: {sentence} — {REMEDIES['RUN004']}")


def _settle(answer: Future[bytes], asked: Future[Any]) -> None:
    try:
        answer.set_result(said.heard(asked.result()))
    except LostError as error:
        answer.set_exception(error)
    except Exception as error:
        answer.set_exception(_lost(error))


def _lost(error: Exception) -> LostError:
    """Return what is said of a task that no worker has answered."""
    kind = type(error).__name__
    if kind == "KilledWorker":
        return LostError("RUN002", "the dask workers that had it ended, one after another")
    if "Cancelled" in kind or "Closed" in kind:
        return LostError("RUN005", "the connection to the dask scheduler was lost")
    return LostError("RUN005", f"the dask cluster did not do it ({kind}: {error})")
