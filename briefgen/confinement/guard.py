"""What one mechanism of the kernel has agreed to."""

from __future__ import annotations

from typing import NamedTuple


class Guard(NamedTuple):
    """Whether a mechanism is in force in this process, and its name and version; if it is not, the reason."""

    on: bool
    says: str
