"""Files and pipes that a process was born with: what is open already, no guard of the kernel looks at."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

_STANDARD = {0, 1, 2}


def keep_only(descriptors: Iterable[int]) -> None:
    """Close all but *descriptors*; standard input and output, unless they are kept, lead nowhere from now on."""
    kept = {*descriptors}
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in _STANDARD - kept:
        os.dup2(nowhere, standard)
    for descriptor in {int(path.name) for path in Path("/dev/fd").iterdir()} - _STANDARD - kept:
        with contextlib.suppress(OSError):  # the one that the list was read from
            os.close(descriptor)
