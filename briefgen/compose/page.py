"""The finished page: an HTML document that refers to nothing outside itself."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.edition import Edition


@dataclass(frozen=True)
class Page:
    """*html* with all styles and drawings inside, its *title* and its *language* (BCP 47).

    *edition* is what it was made from, for formats that are not made from its HTML; *sends_on* says whether it names
    the file with all events.
    """

    html: str
    title: str
    language: str
    edition: Edition | None = None
    sends_on: bool = False
