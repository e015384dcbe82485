"""The rival explanations of an edition: how they rank, which items tell them apart, and which decide."""

from __future__ import annotations

from briefgen.compose.library import Library, together
from briefgen.edition import Plain, Record
from briefgen.tradecraft import ach

NAMED = 3  # items; a sentence that names more is a list


def rivals(library: Library) -> dict[str, Plain]:
    """Return the *standings* by hypothesis, the *diagnostic* rows of the table, and a sentence on its *sensitivity*."""
    edition = library.edition
    hypotheses = [one["id"] for one in edition.hypotheses]
    rows = [row["ratings"] for row in edition.ach]
    return {
        "standings": {one: vars(standing) for one, standing in ach.standings(hypotheses, rows).items()},
        "diagnostic": [ach.is_diagnostic(hypotheses, row) for row in rows],
        "sensitivity": _sensitivity(hypotheses, edition.ach, library) if len(hypotheses) > 1 < len(rows) else None,
    }


def _sensitivity(hypotheses: list[str], table: tuple[Record, ...], library: Library) -> str:
    """Return whether the first rank hangs on single items, and on which."""
    rows = [row["ratings"] for row in table]
    now, decisive = ach.first(hypotheses, rows), ach.decisive(hypotheses, rows)
    if not decisive:
        same = "the same explanation has" if len(now) == 1 else "the same explanations have"
        return f"No single item decides: leave any one out, and {same} least against it."
    names = [f"“{library.name(table[number]['claim'])}”" for number in decisive]
    who = together(names) if len(names) <= NAMED else f"{len(names)} of the {len(rows)} items"
    verb = "decides" if len(names) == 1 else "decide"
    without = {1: "it", 2: "either of them"}.get(len(names), "any one of them")
    return f"{who} {verb}: without {without}, {_outcome(set(now), list(decisive.values()))}."


def _outcome(now: set[str], then: list[tuple[str, ...]]) -> str:
    if all(now < set(others) for others in then):
        return "another explanation has as little against it"
    if all(now.isdisjoint(others) for others in then):
        return "another explanation has least against it"
    return "the first rank changes"
