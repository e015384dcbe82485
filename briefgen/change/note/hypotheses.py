"""Sentences on rival explanations: which has least against it now, and how many items speak against each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefgen.change.both import Both
from briefgen.change.note.sentence import Group, Sentence, group, joined, listed, number
from briefgen.change.voice import quoted
from briefgen.compose.library import together
from briefgen.edition import Edition, Record
from briefgen.figures.telling import plain
from briefgen.tradecraft import ach

#: A sentence that names more items is a list.
NAMED = 3
Standings = Mapping[str, ach.Standing]


def groups(both: Both) -> Iterator[Group]:
    """Yield who comes first, the counts, and the hypotheses that are new or gone."""
    yield from group("Rival explanations", _sentences(both))


def _sentences(both: Both) -> Iterator[Sentence]:
    was, now = (_standings(side) for side in (both.whole, both.after))
    names = {one["id"]: both.voices[1].mention(one["id"]) for one in both.after.hypotheses}
    if was and now and was != now:
        fresh = [_row(both, new) for old, new in both.pairs("ach") if new and not old]
        more = f"New evidence: {listed(fresh)}." if fresh else ""
        yield Sentence(joined(*_turn(was, now, names), more, _deciding(both)), "ach")
    for old, new in both.pairs("hypotheses"):
        if old is None and new:
            yield Sentence(f"New: {_text(both, new)}", "hypotheses", (new["id"],), ("",))
        elif old and new is None:
            yield Sentence(
                f"No longer considered: {_text(both, old, 0)}",
                "hypotheses",
                (old["id"],),
                ("",),
            )


def _text(both: Both, hypothesis: Record, side: int = 1) -> str:
    return quoted(both.voices[side].prose(hypothesis, hypothesis["text"]))


def _row(both: Both, row: Record) -> str:
    """Return a row by its claim, with what the desk notes on it: it may count on one condition only."""
    note = both.voices[1].marked(row, plain(row["note"] or "")).removesuffix(".")
    return f"{both.mark(row)}{both.voices[1].mention(row['claim'])}{f' ({note[:1].lower()}{note[1:]})' if note else ''}"


def _standings(edition: Edition) -> Standings:
    return ach.standings([one["id"] for one in edition.hypotheses], [row["ratings"] for row in edition.ach])


def _turn(was: Standings, now: Standings, names: Mapping[str, str]) -> Iterator[str]:
    earlier, later = (_first(side) for side in (was, now))
    adverb, (verb, it) = "still" if earlier == later else "now", ("has", "it") if len(later) == 1 else ("have", "them")
    yield f"{together([names[one] for one in later])} {adverb} {verb} least against {it}{_lead(now)}."
    if earlier != later and (known := [names[one] for one in earlier if one in names]):
        yield f"Before, it was {together(known)}."
    yield f"Items against: {'; '.join(_count(one, was, now, names) for one in now)}."


def _lead(standings: Standings) -> str:
    """Return by how many items the first explanation leads; nothing of several, or of one that strength puts first."""
    least, *others = sorted(one.against for one in standings.values())
    ahead = min(others, default=least) - least
    return f", by {number(ahead)} item{'s' * (ahead > 1)}" if ahead else ""


def _deciding(both: Both) -> str:
    """Return which single items the first place hangs on, and that none of this is a probability."""
    rows = both.after.ach
    deciding = ach.decisive([one["id"] for one in both.after.hypotheses], [row["ratings"] for row in rows])
    names = [f"{both.mark(rows[at])}{both.voices[1].mention(rows[at]['claim'])}" for at in deciding]
    who = together(names, "or") if 0 < len(names) <= NAMED else f"any one of {len(names)} of the {len(rows)} items"
    hangs = f"Leave out {who}, and the first place changes or is shared" if names else "No single item decides"
    return f"{hangs}; counts are no probabilities."


def _first(standings: Standings) -> tuple[str, ...]:
    return tuple(one for one, standing in standings.items() if standing.rank == 1)


def _count(one: str, was: Standings, now: Standings, names: Mapping[str, str]) -> str:
    counts = _counted(now[one])
    if one not in was:
        return f"{names[one]} {counts} (not rated before)"
    before = _counted(was[one])
    return f"{names[one]} {counts} ({'as before' if before == counts else f'before {before}'})"


def _counted(standing: ach.Standing) -> str:
    """Return how many items speak against a hypothesis: “3”, “2, one strongly”."""
    if not standing.strongly:
        return str(standing.against)
    return f"{standing.against}, {number(standing.strongly)} strongly"
