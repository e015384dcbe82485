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
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Protocol, cast

from briefgen.confinement import Isolation, confine

#: How a message of a worker begins: with its answer, or a question of its own.
ANSWER, QUESTION = b"=", b"?"


class Work(Protocol):
    """What the module of a kind of work has."""

    def practise(self, hint: bytes) -> None:
        """Do what most work needs, and work of this *hint*, so that it is loaded or worked out when the first comes."""

    def answer(
        self, question: bytes, ask: Callable[[bytes], bytes], readable: Sequence[Path], held: Isolation
    ) -> bytes:
        """Return the answer; whatever goes wrong inside is an answer too. *ask* has the parent do a part of it.

        The work may read what is *readable*; *held* says what keeps it from all else.
        """


def serve(pipe: Connection, work: str, readable: Sequence[Path]) -> None:
    """Answer every question that comes through the pipe, until its other end is closed; read nothing but *readable*."""
    module, held = _locked(pipe, work, readable)
    _answer_all(pipe, module, readable, held)


def serve_warm(pipe: Connection, work: str, readable: Sequence[Path], hint: bytes) -> None:
    """Do the same, after some practice in what the *hint* says, unless a question waits already."""
    module, held = _locked(pipe, work, readable)
    if not pipe.poll(0):
        module.practise(hint)
    _answer_all(pipe, module, readable, held)


def _locked(pipe: Connection, work: str, readable: Sequence[Path]) -> tuple[Work, Isolation]:
    """Return the module of the work, loaded before this process locks itself in: it may need what is shut then."""
    module = cast(Work, importlib.import_module(work))
    return module, confine(readable, [pipe.fileno()])


def _answer_all(pipe: Connection, work: Work, readable: Sequence[Path], held: Isolation) -> None:
    gc.disable()  # a page makes little garbage before it is done, and looking for it takes a tenth of the time
    with contextlib.suppress(EOFError, OSError):
        while True:
            question = pipe.recv_bytes()
            with _mortal(pipe):
                answer = work.answer(question, partial(_ask, pipe), readable, held)
            pipe.send_bytes(ANSWER + answer)
            gc.collect()


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
