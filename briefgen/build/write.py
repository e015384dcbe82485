"""Atomic files: the old one or the new one, never a torn one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from briefgen.errors import OutputError


def write(path: Path, data: bytes) -> None:
    """Write *data* to *path*: beside it first, flushed to disk, then renamed; folders are made.

    Raises OutputError when it cannot be written, or when *path* is a link (which would write elsewhere); what stood
    there before stands there still.
    """
    try:
        if path.is_symlink():
            raise OutputError(f"{path}: error OUT001 it is a link, which briefgen does not write through — remove it")
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"{path}: error OUT002 it cannot be written: {reason} — mend that and build again") from error


def _replace(path: Path, data: bytes) -> None:
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


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
