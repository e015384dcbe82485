"""Style sheets, parsed once: all pages of a product have the same, and parsing it takes a third of a short page's time.

Only those are kept that have no say in anything but elements and pages, and that nothing is wrong with.
"""

from __future__ import annotations

import functools
import re
from typing import Any

from briefgen.pdf.complaints import Complaints
from briefgen.pdf.fetcher import LockedFetcher
from briefgen.pdf.library import css

#: A rule that does something else: it imports, names a layer, a counter style or a font, or is written with an escape.
_OTHER = re.compile(r"@(?!(?:page|media)\b|(?:top|right|bottom|left)-)")
#: Of the two that a page has, one is its own and soon makes room for others.
_KEPT = 16

_parsed = css.CSS


class _UnfitError(Exception):
    """Raised for a style sheet that must be parsed for each page."""


def sheet(*, string: str | None = None, page_rules: list[Any] | None = None, **told: Any) -> Any:
    """Return a style sheet as WeasyPrint's ``CSS`` does, its rules for pages added to those of the page."""
    try:
        known = _known(string, told.get("base_url"), told.get("media_type", "print"))
    except _UnfitError:
        return _parsed(string=string, page_rules=page_rules, **told)
    if page_rules is not None:
        page_rules += known.page_rules
    return known


@functools.lru_cache(_KEPT)
def _known(string: str | None, base_url: str | None, media_type: str) -> Any:
    if string is None or _OTHER.search(string):
        raise _UnfitError
    complaints = Complaints()
    with complaints.heard():
        known = _parsed(string=string, base_url=base_url, media_type=media_type, url_fetcher=LockedFetcher())
    if complaints.sentences():
        raise _UnfitError
    return known
