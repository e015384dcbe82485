"""Sentences on a likelihood that moved, and on what stands for it."""

from __future__ import annotations

import re

from briefgen.change.both import Both
from briefgen.change.voice import Voice
from briefgen.edition import Record
from briefgen.tradecraft.likelihood import Term

#: Nouns among the terms; the others are said of what is likely.
NOUN = re.compile(r"(?!almost no)\S+(?: \S+)* ?(?:chance|possibility)|even chance|remote chance")


def banded(term: Term) -> str:
    """Return a term with its band: “likely (55–80 %)”."""
    return f"{term.label} ({term.band} %)"


def noun(term: Term) -> str:
    """Return a term as something can move to it: “likely (55–80 %)”, “a roughly even chance (45–55 %)”."""
    return f"{'a ' if NOUN.fullmatch(term.label) else ''}{banded(term)}"


def judged(term: Term) -> str:
    """Return what a clause with “that” follows on: “We judge it likely (55–80 %)”, “We see an even chance (50 %)”."""
    return f"We see {noun(term)}" if NOUN.fullmatch(term.label) else f"We judge it {banded(term)}"


def term(voice: Voice, record: Record) -> Term | None:
    """Return the term of a judgement, a scenario or a dissent."""
    return voice.term(("likelihood",), record["likelihood"]) if record.get("likelihood") else None


def turn(both: Both, old: Record, new: Record) -> str:
    """Return how a likelihood moved: “Lowered from likely (55–80 %) to a roughly even chance (45–55 %)”."""
    was, now = (term(voice, record) for voice, record in zip(both.voices, (old, new), strict=True))
    if not now:
        return f"Likelihood no longer given (before: {banded(was)})" if was else ""
    if not was:
        return f"Now {banded(now)}, before not given"
    middle = now.low + now.high - was.low - was.high
    verb = {True: "Raised", False: "Lowered"}[middle > 0] if middle else "Turned"
    return f"{verb} from {noun(was)} to {noun(now)}"
