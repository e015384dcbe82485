"""HTML: one file that needs no other, with the fonts it is set in."""

from __future__ import annotations

import base64
import functools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.errors import TemplateError
from briefgen.outputs.made import Made
from briefgen.resources import fonts_folder
from briefgen.theme.fonts import ARABIC, FACES, Face

if TYPE_CHECKING:
    from briefgen.compose.page import Page
    from briefgen.pdf import Press


_ARABIC_SCRIPT = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")


def make(page: Page, press: Press) -> Made:
    """Return the page with the fonts it names. Raises TemplateError for a page that has no head to put them into."""
    head, end, body = page.html.partition("</head>")
    if not end:
        raise TemplateError("the template's page has no </head> — its fonts are put before it")
    rules = "\n".join(_rule(face) for face in _faces(page.html))
    return Made(f"{head}<style>\n{rules}\n</style>\n{end}{body}".encode())


def _faces(html: str) -> Iterator[Face]:
    for face in FACES:
        if face.family in html and (face.family != ARABIC or _ARABIC_SCRIPT.search(html)):
            yield face


@functools.cache
def _rule(face: Face) -> str:
    """Return the @font-face rule; the licence (OFL-1.1) lets the unmodified file be embedded."""
    font = base64.b64encode((fonts_folder() / "woff2" / f"{face.file}.ttf.woff2").read_bytes()).decode()
    return (
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight}; font-style: {face.style}; '
        f'src: url(data:font/woff2;base64,{font}) format("woff2"); }}'
    )
