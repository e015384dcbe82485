"""What a table has no room for: the rows that come first, and the file beside the document that has all of them."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.compose.leading import dead, priority
from briefgen.compose.when import in_order
from briefgen.edition import Record

SUFFIX = ".events.csv"
MOST = 40  # rows of a table, where a product does not say


class Rest:
    """The file beside one document that has all its events; it is made only if the page sends a reader there."""

    def __init__(self, stem: str) -> None:
        self.name = f"{stem}{SUFFIX}"
        self.is_named = False

    def file(self) -> str:
        """Return the name of the file, which will be there."""
        self.is_named = True
        return self.name


def foremost(events: Iterable[Record], most: int) -> list[Record]:
    """Return the *most* important events: by the desk's priority, then most dead, then the latest; in order of time."""
    ordered = in_order(events)
    first = sorted(range(len(ordered)), key=lambda place: (priority(ordered[place]), -dead(ordered[place]), -place))
    return [ordered[place] for place in sorted(first[:most])]
