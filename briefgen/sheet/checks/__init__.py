"""What sound records say that cannot be so, or that a reader will miss: one check per file.

Each takes the census of a sheet, so that a fault of shape in one record does not keep another from being checked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from briefgen.findings import Finding
from briefgen.sheet.checks import (
    country,
    expected,
    figures,
    handling,
    likelihood,
    order,
    portions,
    prose,
    trend,
    unseen,
    zone,
)
from briefgen.sheet.model.census import Census

#: Enough for any sheet that was meant; more would only cost time.
MAX_FINDINGS = 500
CHECKS: tuple[Callable[[Census], Iterator[Finding]], ...] = (
    country.check,
    expected.check,
    figures.check,
    handling.check,
    likelihood.check,
    order.check,
    portions.check,
    prose.check,
    trend.check,
    unseen.check,
    zone.check,
)


def check(census: Census) -> Iterator[Finding]:
    """Yield what all checks find, as far as anybody would read it."""
    for one in CHECKS:
        yield from islice(one(census), MAX_FINDINGS)
