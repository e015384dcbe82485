"""A theme, and the design tokens that it gives to the style sheets of a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefgen.theme.fonts import PROPERTIES, stack
from briefgen.theme.logo import Logo

WHITE = "#ffffff"


@dataclass(frozen=True)
class Theme:
    """How pages look.

    *base* is the shipped theme whose style sheets place the parts. *colours* are #rrggbb by role
    (figures/palette.py), *fonts* family names by role, *tokens* further custom properties of CSS, *margins* of the
    page by its size, *widths* of small drawings in points. *header* and *footer* stand in the running lines.
    """

    name: str
    base: str
    colours: Mapping[str, str]
    fonts: Mapping[str, str]
    tokens: Mapping[str, str]
    margins: Mapping[str, str]
    widths: Mapping[str, int]
    page_size: str = "A4"
    header: str | None = None
    footer: str | None = None
    logo: Logo | None = None

    def css(self, page_size: str | None = None) -> str:
        """Return the page and the custom properties for *page_size*, or for the theme's own."""
        size = page_size or self.page_size
        ground = f"; background: {self.colours['paper']}" if self.colours["paper"] != WHITE else ""
        properties = "\n".join(f"  --{name}: {value};" for name, value in self._properties())
        page = f"@page {{ size: {size}; margin: {self.margins[size]}{ground} }}"
        return f"{page}\n:root {{\n{properties}\n}}"

    def _properties(self) -> Iterator[tuple[str, str]]:
        yield from self.colours.items()
        for role, family in self.fonts.items():
            yield PROPERTIES[role], stack(family)
        yield from self.tokens.items()
