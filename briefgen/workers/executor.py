"""What does the work of a build, wherever its processes are."""

from __future__ import annotations

from concurrent.futures import Future
from typing import Protocol


class Executor(Protocol):
    """Does pieces of work at the same time: bytes go in, bytes come out."""

    @property
    def jobs(self) -> int:
        """How many pieces it does at once; of more than twice as many, it need not know."""

    def warm(self, hint: bytes = b"") -> None:
        """Return at once; what the work needs, and work of that *hint*, may be made ready in the meantime."""

    def submit(self, question: bytes) -> Future[bytes]:
        """Return the future of the answer; its failure is a LostError."""
