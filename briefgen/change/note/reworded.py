"""Sentences on a text that says something else than before, and on the small words that turn it round."""

from __future__ import annotations

import re
from collections import Counter

from briefgen.change.both import Both
from briefgen.change.gist import gist
from briefgen.change.note.sentence import capital, stopped
from briefgen.change.voice import quoted
from briefgen.compose.library import together
from briefgen.edition import Record
from briefgen.prose.numbers import numbers
from briefgen.tradecraft.terms import NEGATION

NOT = re.compile(NEGATION, re.IGNORECASE)


def is_reworded(old: Record, new: Record) -> bool:
    """Return whether the text of a record says something else."""
    return bool(gist(old["text"]) != gist(new["text"]))


def reworded(both: Both, old: Record, new: Record) -> str:
    """Return what a record says now and said before: readers outside are not told the latter."""
    was, now = (voice.prose(record, record["text"]) for voice, record in zip(both.voices, (old, new), strict=True))
    said = stopped(f"Now {quoted(now)}")
    if both.discreet:
        return said
    return " ".join(filter(None, (said, stopped(f"Before {quoted(was)}"), flagged(old["text"], new["text"]))))


def flagged(was: str, now: str) -> str:
    """Return which of the words differ that a reader passes over and must not."""
    found = ["a negation"] if len(NOT.findall(was)) != len(NOT.findall(now)) else []
    if Counter(one.span for one in numbers(was)) != Counter(one.span for one in numbers(now)):
        found.append("a number")
    return f"{capital(together(found))} differ{'s' * (len(found) == 1)}." if found else ""
