"""The only way from a page to the outside: there is none, but for what the page itself carries.

WeasyPrint swallows even fatal fetching errors inside SVG, so each refusal is also kept for the caller to see.
"""

from __future__ import annotations

import base64
import re
from urllib.parse import unquote_to_bytes

from briefgen.pdf.library import URLFetcher, URLFetcherResponse

#: Relative addresses are taken to start here; no such place can exist (RFC 2606).
BASE_URL = "http://brief.invalid/"

#: Media type → how such a file begins, so that no other image decoder can be reached under its name.
_BEGINNINGS: dict[str, tuple[bytes, ...]] = {
    "image/png": (b"\x89PNG\r\n\x1a\n",),
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/webp": (b"RIFF",),
    "image/svg+xml": (b"<",),
    "text/css": (b"",),
}
_TEXTS = ("image/svg+xml", "text/css")
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1f]")


class LockedFetcher(URLFetcher):  # type: ignore[misc]
    """Decodes ``data:`` URLs of pictures and style sheets, and refuses and remembers every other URL."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False, fail_on_errors=True)
        self.refused: list[str] = []

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Return what a ``data:`` URL (RFC 2397) holds; raise ValueError for any other.

        The inherited method is never called, so that no code that opens files or sockets can be reached.
        """
        try:
            media_type, content = _decoded(url)
        except ValueError as error:
            self.refuse(abridged(url), str(error))
            raise
        return URLFetcherResponse(url, content, {"Content-Type": media_type})

    def refuse(self, what: str, reason: str) -> None:
        """Remember that the page has asked for something that it may not have."""
        self.refused.append(f"{what}: {reason}")


def abridged(url: str) -> str:
    """Return the URL as the page has it, cut to a length that can be read in a message."""
    url = url.removeprefix(BASE_URL)
    return url if len(url) <= 80 else url[:77] + "..."


def _decoded(url: str) -> tuple[str, bytes]:
    head, comma, body = url.partition(",")
    scheme, _, media = head.partition(":")
    media_type, *parameters = media.replace(" ", "").lower().split(";")
    if scheme.lower() != "data" or not comma:
        raise ValueError("a page may use nothing from outside — put it into the page as a data: URL")
    if media_type not in _BEGINNINGS:
        raise ValueError(f"data of type {media_type or 'unknown'} is not allowed in a page")
    content = unquote_to_bytes(body)
    if "base64" in parameters:
        content = base64.b64decode(content)
    if not _is(media_type, content):
        raise ValueError(f"the data is not of type {media_type}, as it says")
    return media_type, content


def _is(media_type: str, content: bytes) -> bool:
    """Return whether it begins as its type does; else a font or a colour profile would pass for a style sheet."""
    binary = media_type in _TEXTS and _BINARY.search(content)
    return not binary and content.lstrip().startswith(_BEGINNINGS[media_type])
