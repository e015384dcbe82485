"""What a page is made for, and the finished page: an HTML document that refers to nothing outside itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefgen.compose.budget import Budget
from briefgen.edition import Edition
from briefgen.theme import Theme, standard


@dataclass(frozen=True)
class House:
    """What a desk gives every page: its name, for products that name no *office*, its *theme*, and the paper.

    *page_size* is A4 or Letter, or nothing for that of the theme; *print_waivers* says whether the annexes list which
    findings of the linter were waived, and why.
    """

    office: str | None = None
    page_size: str | None = None
    print_waivers: bool = False
    theme: Theme = field(default_factory=standard)


@dataclass(frozen=True)
class Page:
    """*html* with all styles and drawings inside, its *title*, its *language* (BCP 47), how many pages it may take.

    *edition* is what it was made from, for formats that are not made from its HTML; *sends_on* says whether it names
    the file with all events.
    """

    html: str
    title: str
    language: str
    budget: Budget | None = None
    edition: Edition | None = None
    sends_on: bool = False
