"""What a table has no room for: the file beside the document that has all rows."""

from __future__ import annotations

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
