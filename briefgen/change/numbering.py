"""One numbering for two editions whose records were numbered anew, each for itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from briefgen.change.matching import renamed
from briefgen.edition import Edition
from briefgen.issuing import Issued


def alike(before: Issued | None, after: Issued | None) -> tuple[Edition | None, Edition | None]:
    """Return both editions with one name for each record of the sheets that either of them shows.

    Where they call records by their ids, these are the names. Otherwise names count the records that are shown, so that
    they tell nothing of the others: neither their ids nor that they are there.
    """
    if all(called == one for side in (before, after) if side for one, called in side.names.items()):
        return (before.edition if before else None), (after.edition if after else None)
    shown = _numbered([*(after.names if after else ()), *(before.names if before else ())])
    return _named(before, shown), _named(after, shown)


def _numbered(ids: Iterable[str]) -> dict[str, str]:
    counts: Counter[str] = Counter()
    names = {}
    for one in dict.fromkeys(ids):
        kind = one.partition("-")[0]
        counts[kind] += 1
        names[one] = f"{kind}-{counts[kind]}"
    return names


def _named(issued: Issued | None, names: Mapping[str, str]) -> Edition | None:
    return renamed(issued.edition, {called: names[one] for one, called in issued.names.items()}) if issued else None
