"""How much a process may take from the machine, and who may look into it."""

from __future__ import annotations

import contextlib
import os
import resource
import signal

from briefgen.confinement import kernel

#: Bytes of address space; a brief of twenty pages takes a tenth of it.
MEMORY = 2 << 30

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE = 1, 4


def restrain() -> None:
    """Limit this process to its MEMORY, without files or dumps of its own; let it end with its parent."""
    os.umask(0o077)
    for what, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
        _lower(what, most)
    with contextlib.suppress(OSError):
        kernel.prctl(_PR_SET_DUMPABLE, 0)  # its memory holds what no other program of the user is to read
        kernel.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def grant(seconds: int) -> None:
    """Let this process run for *seconds* more on the processor; the kernel ends it (SIGXCPU) when they are over."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    total = int(used.ru_utime + used.ru_stime) + 1 + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (_smaller(total, most), most))


def _lower(what: int, most: int) -> None:
    limit = _smaller(most, resource.getrlimit(what)[1])
    with contextlib.suppress(ValueError, OSError):  # macOS takes no limit on addresses
        resource.setrlimit(what, (limit, limit))


def _smaller(limit: int, most: int) -> int:
    return limit if most == resource.RLIM_INFINITY else min(limit, most)
