"""What is asked of a build."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from briefgen.build.shard import WHOLE, Shard
from briefgen.theme import Theme, standard


@dataclass(frozen=True)
class Order:
    """What to build: products and formats (empty: what the sheet and the desk say), where to, and how strictly.

    *theme* is how the pages look, *today* the day that horizons and due dates are compared with, if one was given;
    *force* has everything made again, changed or not; *shard* is the share of the sheets that is built.
    """

    out: Path
    products: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    strict: bool = False
    today: date | None = None
    theme: Theme = field(default_factory=standard)
    force: bool = False
    shard: Shard = WHOLE
