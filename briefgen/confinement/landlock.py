"""Landlock (Linux 5.13 and newer): an allow-list of what a process may read, and the end of every other file.

It binds the calling thread and what that starts. It does not cover what is open already, nor whether a path exists,
nor a file's mode, owner and times; seccomp.py covers the last three.
"""

from __future__ import annotations

import errno
import os
import struct
from collections.abc import Iterable
from pathlib import Path

from briefgen.confinement import kernel
from briefgen.confinement.guard import Guard

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_ASK_VERSION, _PATH_BENEATH = 1, 1
_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3
#: Version → how many rights over files it knows: to move in 2, to truncate in 3, to command devices in 5.
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}
_ALL_FILE_RIGHTS = 16
_TCP = 0b11  # to bind and to connect
_SCOPES = 0b11  # abstract sockets and signals, to outside of the process

_MISSING = {
    errno.ENOSYS: "there is no Landlock here — Linux 5.13 or newer has it",
    errno.EOPNOTSUPP: "Landlock is not switched on — add it to lsm= at the start of the kernel",
    errno.EPERM: "Landlock is forbidden here — allow its system calls in the container's seccomp profile",
}


def restrict(readable: Iterable[Path]) -> Guard:
    """Let this process read the *readable* files and folders, and open, make, run or connect to nothing else.

    What is not there is left out. Older versions know less: TCP needs version 4, signals and abstract sockets need 6.
    """
    try:
        version = kernel.call(_CREATE_RULESET, None, 0, _ASK_VERSION)
        threads = len(list(Path("/proc/self/task").iterdir()))
        _enforce(version, readable)
    except OSError as error:
        return Guard(False, _MISSING.get(error.errno or 0, f"Landlock refuses ({error.strerror})"))
    if threads > 1:
        return Guard(False, f"Landlock does not hold all of {threads} threads")
    return Guard(True, f"Landlock ABI {version}")


def _enforce(version: int, readable: Iterable[Path]) -> None:
    attributes = _attributes(version)
    ruleset = kernel.call(_CREATE_RULESET, attributes, len(attributes), 0)
    try:
        for path in dict.fromkeys(readable):
            _allow(ruleset, path)
        kernel.renounce()
        kernel.call(_RESTRICT_SELF, ruleset, 0)
    finally:
        os.close(ruleset)


def _attributes(version: int) -> bytes:
    """Return struct landlock_ruleset_attr with all that this version can take away."""
    files = (1 << _FILE_RIGHTS.get(version, _ALL_FILE_RIGHTS)) - 1
    words = [files, *[_TCP] * (version >= 4), *[_SCOPES] * (version >= 6)]
    return struct.pack(f"={len(words)}Q", *words)


def _allow(ruleset: int, path: Path) -> None:
    try:
        beneath = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        rights = _READ_FILE | _READ_FOLDER if path.is_dir() else _READ_FILE
        kernel.call(_ADD_RULE, ruleset, _PATH_BENEATH, struct.pack("=Qi", rights, beneath), 0)
    finally:
        os.close(beneath)
