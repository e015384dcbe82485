"""What is asked of a build."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from briefgen.audiences import Audience
from briefgen.build.shard import WHOLE, Shard
from briefgen.theme import Theme, standard


@dataclass(frozen=True)
class Order:
    """What to build: products and formats (empty: what the sheet and the desk say), where to, and how strictly.

    *theme* is how the pages look, *today* the day that horizons and due dates are compared with, if one was given;
    *force* has everything made again, changed or not; *shard* is the share of the sheets that is built. It is for an
    *audience*, or else for the desk itself; *isolated* has an edition for an audience made nowhere but where the kernel
    keeps its maker from the sheet.
    """

    out: Path
    products: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    strict: bool = False
    today: date | None = None
    theme: Theme = field(default_factory=standard)
    force: bool = False
    shard: Shard = WHOLE
    audience: Audience | None = None
    isolated: bool = True

    @property
    def readers(self) -> str | None:
        """The highest marking that the audience may read; None for the desk itself."""
        return self.audience.reader.marking.label if self.audience else None

    @property
    def narrow(self) -> bool:
        """Whether an audience gets all that it is to have, so that what else there is of a sheet is not for it."""
        return self.audience is not None and not (self.products or self.formats)
