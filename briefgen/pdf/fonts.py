"""The shipped fonts, and no others: WeasyPrint would write a page's own to a folder and hand it to a font engine."""

from __future__ import annotations

from typing import Any

from briefgen.pdf.fetcher import LockedFetcher
from briefgen.pdf.library import FontConfiguration


class ShippedFonts(FontConfiguration):  # type: ignore[misc]
    """What fontconfig knows from the start."""

    def add_font_face(self, rule_descriptors: Any, url_fetcher: LockedFetcher) -> None:
        """Refuse a font that the page brings or names, wherever it is to come from."""
        url_fetcher.refuse("@font-face", "a page may use nothing from outside, nor a font of its own — drop the rule")
