"""Analysis of Competing Hypotheses (Heuer): the explanation with least against it, which rows tell, which decide.

Every item rated I or II for a hypothesis counts once against it; between equal counts, II decides. A reader can repeat
that count on the printed table; weights (II as two) would be ours, and their sum would look like a measure. What fits
counts nothing: evidence fits many explanations. The result is an order of ranks and never a probability.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

#: Ratings of one item of evidence, by hypothesis: CC, C, N, I, II.
Ratings = Mapping[str, str]
#: What one rating counts: items against, items strongly against.
AGAINST = {"I": (1, 0), "II": (1, 1)}
NOTHING = (0, 0)
Count = tuple[int, int]


@dataclass(frozen=True)
class Standing:
    """How many items speak *against* a hypothesis, how many of them *strongly*, and its *rank*, 1 for the fewest.

    *shared*: another hypothesis has the same rank. *complete*: it is rated in every row.
    """

    against: int
    strongly: int
    rank: int
    shared: bool
    complete: bool


def standings(hypotheses: Sequence[str], rows: Sequence[Ratings]) -> dict[str, Standing]:
    """Return the standing of every hypothesis that is rated at all, in the order given."""
    counts = {one: _count(one, rows) for one in hypotheses if any(one in row for row in rows)}
    every = list(counts.values())
    return {
        one: Standing(
            *count,
            rank=1 + sum(other < count for other in every),
            shared=every.count(count) > 1,
            complete=all(one in row for row in rows),
        )
        for one, count in counts.items()
    }


def first(hypotheses: Sequence[str], rows: Sequence[Ratings]) -> tuple[str, ...]:
    """Return the hypotheses with least against them: one, or several that share the first rank."""
    return tuple(one for one, standing in standings(hypotheses, rows).items() if standing.rank == 1)


def is_diagnostic(hypotheses: Sequence[str], row: Ratings) -> bool:
    """Return whether a row can tell the hypotheses apart: one that rates them all alike cannot."""
    return len(hypotheses) < 2 or len({row.get(one) for one in hypotheses}) > 1


def decisive(hypotheses: Sequence[str], rows: Sequence[Ratings]) -> dict[int, tuple[str, ...]]:
    """Return the rows, numbered from 0, without any one of which others come first, each with who then does."""
    rated = [one for one in hypotheses if any(one in row for row in rows)]
    counts = {one: _count(one, rows) for one in rated}
    now = _least(counts)
    without = {
        number: _least({one: _less(count, row.get(one)) for one, count in counts.items()})
        for number, row in enumerate(rows)
    }
    return {number: then for number, then in without.items() if len(rows) > 1 and then != now}


def _count(hypothesis: str, rows: Sequence[Ratings]) -> Count:
    counted = [AGAINST.get(row.get(hypothesis, ""), NOTHING) for row in rows]
    return sum(one for one, _ in counted), sum(strong for _, strong in counted)


def _less(count: Count, rating: str | None) -> Count:
    against, strongly = AGAINST.get(rating or "", NOTHING)
    return count[0] - against, count[1] - strongly


def _least(counts: Mapping[str, Count]) -> tuple[str, ...]:
    least = min(counts.values(), default=NOTHING)
    return tuple(one for one, count in counts.items() if count == least)
