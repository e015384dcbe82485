"""What filling a template may take. A template may come from a stranger, and its loops need no output to run on."""

from __future__ import annotations

import contextlib
import resource
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

#: Seconds of processor time, not of the clock: a busy machine must not fail a sheet.
SECONDS = 30.0
MEMORY = 2 << 30


@contextlib.contextmanager
def limited(seconds: float = SECONDS, memory: int = MEMORY) -> Iterator[None]:
    """Raise TimeoutError or MemoryError in what is done inside, once it takes too much; as far as the system can.

    Only the main thread can be timed. Where a single step of Python's own takes twice the time, nothing can be raised
    in it, and the kernel ends the process.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _too_long)
    with _memory(memory):
        try:
            signal.setitimer(signal.ITIMER_PROF, seconds, 1)  # again and again: a filter may swallow the first
            signal.setitimer(signal.ITIMER_VIRTUAL, 2 * seconds)
            yield
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.signal(signal.SIGPROF, before)


def _too_long(number: int, frame: object) -> NoReturn:
    raise TimeoutError


@contextlib.contextmanager
def _memory(more: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    try:
        used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (_lower(used + more, soft), hard))
    except (OSError, ValueError):  # not on Linux
        yield
        return
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _lower(limit: int, other: int) -> int:
    return limit if other == resource.RLIM_INFINITY else min(limit, other)
