"""What two grades of one scale mean beside each other."""

from __future__ import annotations

from briefgen.change.voice import Voice
from briefgen.edition import Plain
from briefgen.tradecraft.admiralty import CREDIBILITY, RELIABILITY
from briefgen.tradecraft.confidence import LEVELS

ADMIRALTY = {"reliability": RELIABILITY, "credibility": CREDIBILITY}
#: From the lowest to the highest.
CONFIDENCE = tuple(reversed(LEVELS))


def note(field: str, old: Plain, new: Plain, voices: tuple[Voice, Voice]) -> str:
    """Return what stands in brackets behind a grade that changed, was given or was taken away; mostly nothing."""
    if field in ADMIRALTY:
        words = [ADMIRALTY[field].get(one, "") for one in (old, new) if one]
        return ", before: ".join(reversed(words))
    if field == "confidence" and old and new:
        return "higher" if CONFIDENCE.index(new) > CONFIDENCE.index(old) else "lower"
    if field == "likelihood":
        return _likelihood(old, new, voices)
    return ""


def _likelihood(old: str | None, new: str | None, voices: tuple[Voice, Voice]) -> str:
    """Return the bands, and whether the new one is higher; an estimate is never turned into a number of its own."""
    terms = [voice.term(("likelihood",), one) for voice, one in zip(voices, (old, new), strict=True) if one]
    found = [term for term in terms if term]
    if len(found) < 2:
        return f"{found[0].band} %" if found else ""
    before, after = found
    middle = after.low + after.high - before.low - before.high
    direction = "higher: " if middle > 0 else "lower: " if middle < 0 else ""
    return f"{direction}{after.band} % after {before.band} %"
