"""Words of national, NATO and EU classification schemes, which are reserved to their owners."""

from __future__ import annotations

import re
from functools import cache

WORDS = (
    r"(?:NATO|UK|US|UE|EU) (?:TOP )?(?:SECRET|CONFIDENTIAL|RESTRICTED)",
    r"COSMIC TOP SECRET",
    r"TOP[ -]SECRET",
    r"(?:RESTREINT|CONFIDENTIEL|TR[EÈ]S SECRET|SECRET) UE",
    r"DIFFUSION RESTREINTE",
    r"OFFICIAL[- ]SENSITIVE",
    r"UNCLASSIFIED(?://FOUO)?",
    r"SECRET(?://[A-Z]+)?",
    r"CONFIDENTIAL(?://[A-Z]+)?",
    r"NOFORN",
    r"FOUO",
    r"REL TO [A-Z]{2,4}",
)
#: A portion mark, which stands in front of a paragraph: “(S//NF)”, “(U)”; “(C)” is the third item of a list.
PORTIONS = (
    r"\((?:TS|S|C|R|U)//[A-Z][A-Z/ ,-]*\)",
    r"\A\s*\((?:TS|S|U)\)(?=\s)",
)


def word(text: str) -> re.Match[str] | None:
    """Return the first reserved word in *text*, or None; in capitals, as markings are written."""
    return _pattern().search(text)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(WORDS)})(?![\w-])|{'|'.join(PORTIONS)}")
