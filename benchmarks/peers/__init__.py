"""What a user would pick instead, one module each: it prints the same sheets, or the pages of briefgen.

A peer is measured where it is installed; ``missing`` says what it lacks.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from benchmarks.comparison import Way
from benchmarks.peers import chromium, plain_script, typst_wheel, weasyprint_command
from benchmarks.room import Room


class Peer(Protocol):
    """What a module of this package has."""

    __name__: str

    def missing(self) -> str:
        """Return what must be installed for it, or nothing."""

    def way(self, room: Room) -> Way:
        """Return the way to print the sheets that way."""


MODULES: tuple[Peer, ...] = (plain_script, weasyprint_command, chromium, typst_wheel)
PEERS: Mapping[str, Peer] = {module.__name__.rpartition(".")[2]: module for module in MODULES}
