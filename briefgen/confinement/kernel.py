"""Calls to Linux that Python has no function for."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from typing import TypeAlias

Argument: TypeAlias = "int | bytes | ctypes.Array[ctypes.c_char] | None"

_libc = ctypes.CDLL(None, use_errno=True)
_PR_SET_NO_NEW_PRIVS = 38


def ask(function: str, *arguments: Argument) -> int:
    """Return the answer of a *function* of the C library. Raises OSError; off Linux, that there is no such call."""
    if sys.platform != "linux":
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    # whole registers: the kernel looks at the upper half of a number as well
    words = [ctypes.c_long(one) if isinstance(one, int) else one for one in arguments]
    answer = int(getattr(_libc, function)(*words))
    if answer < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return answer


def call(number: int, *arguments: Argument) -> int:
    """Return the answer of the system call *number*. Raises OSError."""
    return ask("syscall", number, *arguments)


def prctl(option: int, *arguments: int) -> int:
    """Return the answer of prctl(2). Raises OSError."""
    return ask("prctl", option, *arguments, *[0] * (4 - len(arguments)))


def renounce() -> None:
    """Let no program run from here gain rights: without this promise nobody may lock himself in. Raises OSError."""
    prctl(_PR_SET_NO_NEW_PRIVS, 1)
