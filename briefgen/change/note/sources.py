"""Sentences on sources: how many are new and how they were read, how they are graded, how many origins there are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from briefgen.change.both import Both
from briefgen.change.note.outlets import Outlets, outlet
from briefgen.change.note.sentence import Group, Sentence, capital, group, joined, listed, number
from briefgen.change.voice import READ
from briefgen.compose.library import called
from briefgen.edition import Record
from briefgen.edition.lineage import lineage
from briefgen.tradecraft.admiralty import RELIABILITY
from briefgen.tradecraft.lineage import Origins, counted

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
    """Yield what rests on a report that nobody here has seen; of what else other outlets tell now, how many origins."""
    earlier, later = lineage(both.whole), lineage(both.after)
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for old, new in both.pairs("claims"):
        if new is None or (old and _told_by(old) == _told_by(new)):
            continue
        now = later.origins([new["id"]])
        if _is_unseen(now):
            found[now.roots[0]].append(new)
        elif old:
            yield Sentence(
                f"{both.voices[1].statement(new['id'])}: {_counted(earlier.origins([new['id']]), now)}.", SECTION
            )
    yield from (Sentence(_unseen(both, source, claims), SECTION) for source, claims in found.items())


def _is_unseen(origins: Origins) -> bool:
    """Return whether all reports of a claim go back to one that nobody here has seen, and that is not cited itself."""
    is_one = len(origins.roots) == 1 and not (origins.untraced or origins.rings)
    return is_one and origins.roots == origins.unseen and origins.roots[0] not in origins.read


def _told_by(claim: Record) -> list[str | None]:
    return [one["ref"] for one in claim["sources"]]


def _counted(was: Origins, now: Origins) -> str:
    """Return how many reports and origins a claim has: “2 reports (before: 1), still 1 origin”."""
    origins = f"still {now.note}" if was.note == now.note else f"{now.note} (before: {was.note})"
    return f"{counted(len(now.read), 'report')} (before: {len(was.read)}), {origins}"


def _unseen(both: Both, source: str, claims: list[Record]) -> str:
    """Return which outlets have which claims from one report that nobody here has seen, and nobody else has."""
    outlets = Outlets.now(both)
    by_outlets: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for claim in claims:
        names = dict.fromkeys(outlets.name(one) for one in _told_by(claim) if one)
        by_outlets[tuple(names)].append(both.voices[1].mention(claim["id"]))
    first, *others = (f"{_having(who)} {listed(those)}" for who, those in by_outlets.items())
    more = f", and from the same report {listed(others)}" if others else ""
    name = outlets.name(source)
    is_read = any(outlets.name(one["id"]) == name and one["access"] in READ_AT_ALL for one in both.after.sources)
    other = f"The report of {name} that we did read is a different one." if is_read else ""
    return joined(
        f"{first} from one report of {name} that we have not seen{more}.", _resting(both, source, claims), other
    )


def _resting(both: Both, source: str, told: list[Record]) -> str:
    """Return how many claims rest on a report beside those that are told."""
    tree = lineage(both.after)
    origins = (tree.origins([one["id"]]) for one in both.after.claims if one not in told)
    count = sum(_is_unseen(one) and one.roots == (source,) for one in origins)
    return f"{capital(number(count))} more claim{'s rest' if count > 1 else ' rests'} on it." if count else ""


def _having(outlets: tuple[str, ...]) -> str:
    both = {1: "", 2: " both"}.get(len(outlets), " all")
    return f"{listed(outlets)}{both} {'has' if len(outlets) == 1 else 'have'}"
