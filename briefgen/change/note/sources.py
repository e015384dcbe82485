"""Sentences on sources: how many are new and how they were read, how they are graded, how many origins there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefgen.change.both import Both
from briefgen.change.note.sentence import Group, Sentence, capital, group, listed
from briefgen.change.voice import READ
from briefgen.compose.library import called
from briefgen.edition import Record
from briefgen.edition.lineage import lineage
from briefgen.prose.numbers import ONES
from briefgen.tradecraft.admiralty import RELIABILITY
from briefgen.tradecraft.lineage import counted

SECTION = "sources"
#: The last grade says that nobody can tell, and stands beside the scale.
UNJUDGED = "F"


def groups(both: Both) -> Iterator[Group]:
    """Yield what is said of sources."""
    yield from group("Sources", _sentences(both))


def _sentences(both: Both) -> Iterator[Sentence]:
    pairs = both.pairs(SECTION)
    if new := [one for old, one in pairs if one and not old]:
        yield Sentence(_new(both, new), SECTION)
    for old, one in pairs:
        if old and one and old["reliability"] != one["reliability"] and old["reliability"] and one["reliability"]:
            yield Sentence(_regraded(old, one), SECTION, (one["id"],), ("reliability",))
    if gone := [f"{both.mark(old, 0)}{called(old)}" for old, one in pairs if old and not one]:
        yield Sentence(f"No longer used: {listed(gone)}.", SECTION)
    yield from _origins(both)


def _new(both: Both, those: list[Record]) -> str:
    """Return how many are new, which outlets they are of, and how they were read."""
    names = Counter(f"{both.mark(one)}{called(one)}" for one in those)
    outlets = listed(f"{name}{f' ({count})' if count > 1 else ''}" for name, count in names.items())
    access = Counter(READ.get(one["access"], "not said how read") for one in those)
    all_of = "all " if len(those) > 1 else ""
    read = f"{all_of}{next(iter(access))}" if len(access) == 1 else ", ".join(f"{n} {how}" for how, n in access.items())
    return f"{counted_in_words(len(those), 'new source')}, {read}: {outlets}."


def counted_in_words(number: int, noun: str) -> str:
    """Return a number with its noun at the head of a sentence: “Six new sources”."""
    words = capital(ONES[number]) if number < len(ONES) else f"{number:,}"
    return f"{words} {counted(number, noun).partition(' ')[2]}"


def _regraded(old: Record, new: Record) -> str:
    was, now = old["reliability"], new["reliability"]
    verb = "now" if UNJUDGED in (was, now) else "raised to" if now < was else "lowered to"
    return f"{called(new)}: {verb} {RELIABILITY[now]} ({now}), before {RELIABILITY[was]} ({was})."


def _origins(both: Both) -> Iterator[Sentence]:
    """Yield the claims that other outlets tell now, with how many origins all of them have."""
    earlier, later = lineage(both.whole), lineage(both.after)
    for old, new in both.pairs("claims"):
        if old and new and [one["ref"] for one in old["sources"]] != [one["ref"] for one in new["sources"]]:
            was, now = earlier.origins([new["id"]]), later.origins([new["id"]])
            origins = f"still {now.note}" if was.note == now.note else f"{now.note} (before: {was.note})"
            reports = f"{counted(len(now.read), 'report')} (before: {len(was.read)})"
            yield Sentence(f"{both.voices[1].mention(new['id'])}: {reports}, {origins}.", SECTION)
