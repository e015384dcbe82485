"""What a worker process does: it answers questions until the other end of its pipe is closed.

It answers in plain bytes, because a pickle from a process that a hostile page has taken over could do as much in the
parent.
"""

from __future__ import annotations

import contextlib
import fcntl
import gc
import importlib
import os
import resource
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing.connection import Connection
from typing import Protocol, cast

MEMORY_LIMIT = 2 << 30

#: How a message of a worker begins: with its answer, or a question of its own.
ANSWER, QUESTION = b"=", b"?"


class Work(Protocol):
    """What the module of a kind of work has."""

    def practise(self) -> None:
        """Do something small that most work needs, so that it is loaded, read or worked out when the first comes."""

    def answer(self, question: bytes, ask: Callable[[bytes], bytes]) -> bytes:
        """Return the answer; whatever goes wrong inside is an answer too. *ask* has the parent do a part of it."""


def serve(pipe: Connection, work: str) -> None:
    """Answer every question that comes through the pipe, until its other end is closed."""
    _confine()
    module = cast(Work, importlib.import_module(work))
    gc.disable()  # a page makes little garbage before it is done, and looking for it takes a tenth of the time
    with contextlib.suppress(EOFError, OSError):
        while True:
            question = pipe.recv_bytes()
            with _mortal(pipe):
                answer = module.answer(question, partial(_ask, pipe))
            pipe.send_bytes(ANSWER + answer)
            gc.collect()


def serve_warm(pipe: Connection, work: str) -> None:
    """Do the same, after some practice."""
    _confine()
    cast(Work, importlib.import_module(work)).practise()
    serve(pipe, work)


def _ask(pipe: Connection, question: bytes) -> bytes:
    """Return what the parent replies in the middle of a task."""
    with _patient(pipe):
        pipe.send_bytes(QUESTION + question)
        return pipe.recv_bytes()


@contextlib.contextmanager
def _mortal(pipe: Connection) -> Iterator[None]:
    """Let the kernel end this process when the other end of the pipe is closed, which it does with SIGIO."""
    flags = fcntl.fcntl(pipe, fcntl.F_GETFL)
    fcntl.fcntl(pipe, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(pipe, fcntl.F_SETFL, flags | os.O_ASYNC)
    if pipe.poll(0):  # the parent sends nothing before it is asked, so it had ended already
        raise EOFError
    yield
    fcntl.fcntl(pipe, fcntl.F_SETFL, flags)


@contextlib.contextmanager
def _patient(pipe: Connection) -> Iterator[None]:
    """Wait for something from the parent inside of that: whether it has ended is then told by the pipe."""
    flags = fcntl.fcntl(pipe, fcntl.F_GETFL)
    fcntl.fcntl(pipe, fcntl.F_SETFL, flags & ~os.O_ASYNC)
    yield
    fcntl.fcntl(pipe, fcntl.F_SETFL, flags)
    if pipe.poll(0):
        raise EOFError


def _confine() -> None:
    silence = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):  # the libraries complain here about pages that are refused anyway
        os.dup2(silence, stream)
    for what, limit in ((resource.RLIMIT_AS, MEMORY_LIMIT), (resource.RLIMIT_CORE, 0)):
        with contextlib.suppress(ValueError, OSError):  # a lower limit is set already
            resource.setrlimit(what, (limit, limit))
