"""Where the files that ship with briefgen are."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def templates_folder() -> Path:
    """Return the folder of the shipped templates: in the installed package, else in the checkout."""
    packaged = _PACKAGE / "templates"
    return packaged if packaged.is_dir() else _PACKAGE.parent / "templates"


def fonts_folder() -> Path:
    """Return the folder of the shipped fonts: ``ttf`` for print, ``woff2`` for the screen, ``fonts.conf``."""
    return templates_folder() / "_shared" / "fonts"
