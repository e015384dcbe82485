"""Atomic files: the old one or the new one, never a torn one."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from briefgen.build import lock
from briefgen.errors import OutputError

#: The name of a file before it is whole.
STRAY = re.compile(r"\..+\.[a-z0-9_]{8}\.tmp")


def write(path: Path, data: bytes) -> None:
    """Write *data* to *path*: beside it first, flushed to disk, then renamed; folders are made.

    Raises OutputError when it cannot be written, or when *path* is a link (which would write elsewhere); what stood
    there before stands there still.
    """
    with told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with lock.shared(path.parent):
            replace(path, data)


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Raise an OutputError on *path* for what the system refuses inside."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"{path}: error OUT002 it cannot be written: {reason} — mend that and build again") from error


def delete(path: Path) -> None:
    """Delete the file at *path*, or the link that stands there, if there is one. Raises OutputError."""
    with told(path):
        path.unlink(missing_ok=True)


def replace(path: Path, data: bytes) -> None:
    """Do as `write` in a folder that is there and whose lock is held. Raises OSError, and OutputError for a link."""
    if path.is_symlink():
        raise OutputError(f"{path}: error OUT001 it is a link, which briefgen does not write through — remove it")
    handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            os.fchmod(file.fileno(), 0o666 & ~_umask())
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def sweep(folder: Path) -> None:
    """Delete what a build that was killed left half-written in *folder*, whose lock is held alone."""
    for path in folder.glob(".*.tmp"):
        if STRAY.fullmatch(path.name):
            path.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
