"""The lock of an output folder, on the folder itself: writers share it, and who keeps the manifest has it alone.

So while the manifest is written nobody writes a product, and what lies there half-written belongs to nobody.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

#: What network drives say that know no such lock.
UNKNOWN = (errno.EBADF, errno.EINVAL, errno.ENOLCK, errno.ENOTSUP)


def shared(folder: Path) -> contextlib.AbstractContextManager[bool]:
    """Hold the lock of *folder* together with others; the value is whether it could be had. Raises OSError."""
    return _held(folder, fcntl.LOCK_SH)


def alone(folder: Path) -> contextlib.AbstractContextManager[bool]:
    """Hold the lock of *folder* alone; the value is whether it could be had. Raises OSError."""
    return _held(folder, fcntl.LOCK_EX)


@contextlib.contextmanager
def _held(folder: Path, how: int) -> Iterator[bool]:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield _locked(descriptor, how)
    finally:
        os.close(descriptor)


def _locked(descriptor: int, how: int) -> bool:
    try:
        fcntl.flock(descriptor, how)
    except OSError as error:
        if error.errno in UNKNOWN:
            return False
        raise
    return True
