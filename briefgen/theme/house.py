"""What a desk gives every page."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from briefgen.theme.choice import standard
from briefgen.theme.theme import Theme

#: The paper on which less has room, in every theme that ships.
TIGHTER = "Letter"


@dataclass(frozen=True)
class House:
    """A desk's name, for products that name no *office*, its *theme*, and the paper.

    *page_size* is A4 or Letter, or nothing for that of the theme; *print_waivers* says whether the annexes list which
    findings of the linter were waived, and why. *community*, *distribution* statement and *watermark* are those
    of an audience.
    """

    office: str | None = None
    page_size: str | None = None
    print_waivers: bool = False
    theme: Theme = field(default_factory=standard)
    community: str | None = None
    distribution: str | None = None
    watermark: str | None = None

    def standard(self) -> House:
        """Return the house as no theme file has touched it.

        The theme of a desk that chooses none takes the most room of those that ship. Paper that only a theme would
        name is the tighter one, so that there is room on either.
        """
        return replace(self, theme=standard(), page_size=self.page_size or TIGHTER)
