"""A seccomp filter (Linux on x86_64 and aarch64): the system calls that a page has no use for fail with EPERM.

It closes what Landlock leaves open (UDP and Unix sockets, modes and owners of files, other processes), and where there
is no Landlock it still shuts everything but reading. It holds all threads. It is a list of what is forbidden, because
what Python and the libraries of a page ask of a kernel differs with every release of theirs.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
from collections.abc import Iterator
from typing import NamedTuple

from briefgen.confinement import kernel
from briefgen.confinement.calls import EXAMINED, FORBIDDEN, UNKNOWN, YOUNGER, Table
from briefgen.confinement.guard import Guard

#: The words of the filter's language (linux/bpf_common.h).
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _IF_ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
#: Where a call's number, machine and arguments stand (struct seccomp_data, of little-endian machines).
_NUMBER, _MACHINE, _ARGUMENTS = 0, 4, 16
_ALLOW, _FAIL = 0x7FFF0000, 0x00050000
_FILTER_MODE, _ALL_THREADS = 1, 1
_CLONE_THREAD = 0x10000
_NOT_STREAM = 0b1110
_TO_WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


class _Machine(NamedTuple):
    column: int  # in the tables of calls.py
    audited_as: int  # what the kernel calls it (linux/audit.h)
    seccomp: int  # the number of seccomp(2)


_MACHINES = {"x86_64": _Machine(0, 0xC000003E, 317), "aarch64": _Machine(1, 0xC00000B7, 277)}


class _Condition(NamedTuple):
    """A call fails if the test of one of its arguments has this outcome."""

    call: str
    argument: int
    test: int
    operand: int
    outcome: bool


def restrict() -> Guard:
    """Forbid this process, for good, to connect, to write, to start programs and to meddle with other processes."""
    machine = _MACHINES.get(platform.machine())
    if machine is None or struct.calcsize("P") < 8:  # a Python of 32 bits has other numbers
        return Guard(False, f"there is no seccomp filter for {platform.machine()} of {8 * struct.calcsize('P')} bits")
    try:
        kernel.renounce()
        install(b"".join(_program(machine)))
    except OSError as error:
        return Guard(False, f"seccomp refuses ({error.strerror})")
    return Guard(True, "seccomp")


def install(program: bytes) -> None:
    """Put every thread of this process under a filter *program*. Raises OSError."""
    buffer = ctypes.create_string_buffer(program, len(program))
    pointer = struct.pack("@HP", len(program) // 8, ctypes.addressof(buffer))
    if kernel.call(_MACHINES[platform.machine()].seccomp, _FILTER_MODE, _ALL_THREADS, pointer):
        raise OSError(errno.EBUSY, "a thread has a filter of its own")


def _program(machine: _Machine) -> Iterator[bytes]:
    yield _word(_LOAD, _MACHINE)
    yield _word(_IF_EQUAL, machine.audited_as, 1, 0) + _fail(errno.EPERM)  # a program of 32 bits
    yield _word(_LOAD, _NUMBER)
    yield _word(_IF_AT_LEAST, YOUNGER, 0, 1) + _fail(errno.ENOSYS)
    yield from _failing(UNKNOWN, machine, errno.ENOSYS)
    yield from _failing(FORBIDDEN, machine, errno.EPERM)
    for condition in _conditions():
        yield from _examined(condition, machine)
    yield _word(_RETURN, _ALLOW)


def _conditions() -> Iterator[_Condition]:
    yield _Condition("socketpair", 1, _IF_ANY_BIT, _NOT_STREAM, True)  # a stream stays a pair; others take an address
    yield _Condition("open", 1, _IF_ANY_BIT, _TO_WRITE, True)
    yield _Condition("openat", 2, _IF_ANY_BIT, _TO_WRITE, True)
    yield _Condition("clone", 0, _IF_ANY_BIT, _CLONE_THREAD, False)  # a process, not a thread
    yield _Condition("prlimit64", 0, _IF_EQUAL, 0, False)
    for signalling in ("kill", "tkill", "tgkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo"):
        yield _Condition(signalling, 0, _IF_EQUAL, os.getpid(), False)


def _failing(table: Table, machine: _Machine, reason: int) -> Iterator[bytes]:
    for numbers in table.values():
        number = numbers[machine.column]
        if number is not None:
            yield _word(_IF_EQUAL, number, 0, 1) + _fail(reason)


def _examined(condition: _Condition, machine: _Machine) -> Iterator[bytes]:
    number = EXAMINED[condition.call][machine.column]
    if number is None:
        return
    yield _word(_IF_EQUAL, number, 0, 4)
    yield _word(_LOAD, _ARGUMENTS + 8 * condition.argument)
    yield _word(condition.test, condition.operand, *((0, 1) if condition.outcome else (1, 0)))
    yield _fail(errno.EPERM) + _word(_RETURN, _ALLOW)


def _fail(reason: int) -> bytes:
    return _word(_RETURN, _FAIL | reason)


def _word(code: int, operand: int, if_so: int = 0, if_not: int = 0) -> bytes:
    """Return one struct sock_filter; the jumps are counted in words."""
    return struct.pack("=HBBI", code, if_so, if_not, operand)
