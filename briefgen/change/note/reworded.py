"""Sentences on a text that says something else than before, and on the small words that turn it round."""

from __future__ import annotations

import re
from collections import Counter

from briefgen.change.both import Both
from briefgen.change.gist import gist
from briefgen.change.note.sentence import capital, joined, stopped
from briefgen.change.voice import quoted
from briefgen.compose.library import together
from briefgen.edition import Record
from briefgen.prose.numbers import numbers
from briefgen.tradecraft.terms import NEGATION

NOT = re.compile(NEGATION, re.IGNORECASE)
CONTRACTED = re.compile("n['’]t\\b")
#: Words that turn a sentence round, and what English needs beside them: “it does not stop”.
TURNING = frozenset({"not", "never", "no", "longer", "do", "does", "did"})


def is_reworded(old: Record, new: Record) -> bool:
    """Return whether the text of a record says something else."""
    return bool(gist(old["text"]) != gist(new["text"]))


def is_reversed(old: Record, new: Record) -> bool:
    """Return whether a text says the opposite of what it said: a negation differs, and nothing else."""
    was, now = (len(NOT.findall(one["text"])) for one in (old, new))
    return was != now and _unturned(old["text"]) == _unturned(new["text"])


def _unturned(text: str) -> list[str]:
    """Return the words of a text as they stand without a negation: “stops” as in “does not stop”."""
    return [word.removesuffix("s") for word in gist(CONTRACTED.sub(" not", text)) if word not in TURNING]


def reworded(both: Both, old: Record, new: Record, noun: str) -> str:
    """Return what a *noun* says now and said before: readers outside are not told the latter."""
    was, now = (voice.prose(record, record["text"]) for voice, record in zip(both.voices, (old, new), strict=True))
    if both.discreet:
        return stopped(f"This {noun} now says something other than before: {quoted(now)}")
    flag = "Reversed:" if is_reversed(old, new) else flagged(old["text"], new["text"])
    return joined(flag, stopped(f"Now {quoted(now)}"), stopped(f"Before {quoted(was)}"))


def flagged(was: str, now: str) -> str:
    """Return which of the words differ that a reader passes over and must not."""
    found = ["a negation"] if len(NOT.findall(was)) != len(NOT.findall(now)) else []
    if Counter(one.span for one in numbers(was)) != Counter(one.span for one in numbers(now)):
        found.append("a number")
    return f"{capital(together(found))} differ{'s' * (len(found) == 1)}." if found else ""
