"""Sentences on sources: how many are new and how they were read, how they are graded, how many origins there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefgen.change.both import Both
from briefgen.change.note.outlets import Outlets, outlet
from briefgen.change.note.sentence import Group, Sentence, capital, group, listed, number
from briefgen.change.voice import READ
from briefgen.compose.library import called
from briefgen.edition import Record
from briefgen.edition.lineage import lineage
from briefgen.tradecraft.admiralty import RELIABILITY
from briefgen.tradecraft.lineage import counted

SECTION = "sources"
#: The last grade says that nobody can tell, and stands beside the scale.
UNJUDGED = "F"
#: How a source was read of which something was read.
READ_AT_ALL = ("seen", "excerpt")
#: From this grade on a reader is told it beside the name.
DOUBTED = "D"


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
    if gone := [f"{both.mark(old, 0)}{outlet(old)}" for old, one in pairs if old and not one]:
        yield Sentence(f"No longer used: {listed(gone)}.", SECTION)
    yield from _origins(both)


def _new(both: Both, those: list[Record]) -> str:
    """Return how many are new, which outlets they are of, and how they were read."""
    names = Counter(f"{both.mark(one)}{outlet(one)}{_doubt(one)}" for one in those)
    outlets = listed(f"{name}{f' ({count})' if count > 1 else ''}" for name, count in names.items())
    access = Counter(READ.get(one["access"], "not said how read") for one in those)
    all_of = "all " if len(those) > 1 else ""
    read = f"{all_of}{next(iter(access))}" if len(access) == 1 else ", ".join(f"{n} {how}" for how, n in access.items())
    return f"{counted_in_words(len(those), 'new source')}, {read}: {outlets}."


def _doubt(source: Record) -> str:
    """Return the grade of a source that is not to be relied on, or that nobody can judge."""
    grade = source["reliability"]
    return f" ({grade}: {RELIABILITY[grade]})" if grade and grade >= DOUBTED else ""


def counted_in_words(count: int, noun: str) -> str:
    """Return a number with its noun at the head of a sentence: “Six new sources”."""
    return f"{capital(number(count))} {counted(count, noun).partition(' ')[2]}"


def _regraded(old: Record, new: Record) -> str:
    was, now = old["reliability"], new["reliability"]
    verb = "now" if UNJUDGED in (was, now) else "raised to" if now < was else "lowered to"
    return f"{called(new)}: {verb} {RELIABILITY[now]} ({now}), before {RELIABILITY[was]} ({was})."


def _origins(both: Both) -> Iterator[Sentence]:
    """Yield the claims that other outlets tell now, with how many origins all of them have."""
    earlier, later = lineage(both.whole), lineage(both.after)
    for old, new in both.pairs("claims"):
        if old and new and [one["ref"] for one in old["sources"]] != [one["ref"] for one in new["sources"]]:
            if said := _repeated(both, new):
                yield Sentence(said, SECTION)
                continue
            was, now = earlier.origins([new["id"]]), later.origins([new["id"]])
            origins = f"still {now.note}" if was.note == now.note else f"{now.note} (before: {was.note})"
            reports = f"{counted(len(now.read), 'report')} (before: {len(was.read)})"
            yield Sentence(f"{both.voices[1].statement(new['id'])}: {reports}, {origins}.", SECTION)


def _repeated(both: Both, claim: Record) -> str:
    """Return that several outlets have a claim from one report that nobody here has seen, if it is so."""
    names = Outlets.now(both)
    outlets = list(dict.fromkeys(names.name(one["ref"]) for one in claim["sources"] if one["ref"]))
    source = _only_origin(both, claim)
    if len(outlets) < 2 or source.get("access") != "not-seen":
        return ""
    name = names.name(source["id"])
    is_read = any(called(one) == called(source) and one["access"] in READ_AT_ALL for one in both.after.sources)
    other = f"; what we read of {name} is another one" if is_read else ""
    who = f"{listed(outlets)} {'both' if len(outlets) == 2 else 'all'} have {both.voices[1].statement(claim['id'])}"
    return f"{who} from one report of {name} that we have not seen{other}."


def _only_origin(both: Both, claim: Record) -> Record:
    """Return the source that all outlets have a claim from; an empty one if it is not one for all."""
    origins = {tuple(one["via"]) for one in claim["sources"]}
    only = origins.pop() if len(origins) == 1 else ()
    return both.voices[1].record(only[0]) if len(only) == 1 else {}
