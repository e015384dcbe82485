"""Patterns that are compiled when they are first used, because most checks need few of them."""

from __future__ import annotations

import re
from functools import cache


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return *pattern*, compiled; it tells capitals from small letters unless it begins with ``(?i)``."""
    return re.compile(pattern)


@cache
def either(*ways: str) -> re.Pattern[str]:
    """Return the pattern of several *ways* to say a thing; a space is any white space, capitals do not matter."""
    return re.compile("|".join(ways).replace(" ", r"\s+"), re.IGNORECASE)


def mentions(text: str, stems: tuple[str, ...]) -> bool:
    """Return whether one of *stems*, in small letters, is in *text*: soon told, where a pattern would take its time."""
    lower = text.lower()
    return any(stem in lower for stem in stems)


def found(pattern: str, text: str, start: int = 0, stop: int | None = None) -> re.Match[str] | None:
    """Return where *pattern* is first found in *text*, or None."""
    return compiled(pattern).search(text, start, len(text) if stop is None else stop)
