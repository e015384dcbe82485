"""The only module that imports WeasyPrint: with the shipped fonts and no others, and only the tried version.

fontconfig reads its settings when the library is loaded, so nothing else may load it first. Whatever is missing
is raised as ImportError with a sentence for the user: the fork server survives that, and each worker reports it.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
from typing import Any

from PIL import Image

from briefgen.resources import fonts_folder

#: structure.py and archival.py use what these releases do not promise to keep.
TRIED_WITH = {"weasyprint": "70.0", "pydyf": "0.13.0"}

#: The formats of pictures, as Pillow names them; it has decoders for fifty more.
PICTURES = ("PNG", "JPEG", "WEBP")

os.environ["FONTCONFIG_FILE"] = str(fonts_folder().resolve() / "fonts.conf")
os.environ.pop("FONTCONFIG_SYSROOT", None)

_INSTALL = "on Debian and Ubuntu: apt-get install libpangoft2-1.0-0 libharfbuzz-subset0"

try:
    with contextlib.redirect_stdout(io.StringIO()):  # WeasyPrint prints advice of its own
        import pydyf
        import weasyprint
        from weasyprint import css, images
        from weasyprint.css import AnonymousStyle
        from weasyprint.formatting_structure import boxes
        from weasyprint.pdf import fonts, tags
        from weasyprint.text import ffi
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse
except OSError as error:
    raise ImportError(f"a library that printing needs is missing ({error}) — {_INSTALL}") from None

if ffi.harfbuzz_subset is None:  # WeasyPrint's own way out takes four times as long and gives other bytes
    raise ImportError(f"a library that printing needs is missing (libharfbuzz-subset) — {_INSTALL}")

for _module in (weasyprint, pydyf):
    if TRIED_WITH[_module.__name__] != _module.VERSION:
        _wanted = f"{_module.__name__}=={TRIED_WITH[_module.__name__]}"
        raise ImportError(f"printing needs {_wanted}, not {_module.VERSION} — pip install {_wanted}")


class _QuickFfi:
    """cffi takes 4 ms to read the type of an array, for each font and each new length; without one it remembers."""

    def __getattr__(self, name: str) -> Any:
        return getattr(ffi.ffi, name)

    def new(self, declaration: str, *content: Any) -> Any:
        """Return a new C object."""
        return ffi.ffi.new(re.sub(r"\[\d+\]$", "[]", declaration) if content else declaration, *content)


class _Pictures:
    """Pillow for WeasyPrint, which shows it whatever a page uses as a picture, as whatever type it came."""

    def __getattr__(self, name: str) -> Any:
        return getattr(Image, name)

    def open(self, file: Any) -> Any:
        """Return the picture in *file*; no other decoder looks at it than those of PICTURES."""
        return Image.open(file, formats=PICTURES)


fonts.ffi = _QuickFfi()
images.Image = _Pictures()
HTML = weasyprint.HTML

__all__ = [
    "HTML",
    "AnonymousStyle",
    "FatalURLFetchingError",
    "FontConfiguration",
    "URLFetcher",
    "URLFetcherResponse",
    "boxes",
    "css",
    "pydyf",
    "tags",
]
