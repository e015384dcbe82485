"""Competing hypotheses that do not compete

An analysis of competing hypotheses needs two that compete, and evidence that tells them apart: a row that rates all
alike speaks for none, unless its note says why it stands there. The best explanation is the one with least against it.
Whoever adopts another and calls it more likely than not owes the reader a word: a `note` on a row that speaks against
it, or the label of the better one in the judgement’s `basis`. Nothing is said where counting strong items twice would
give another order.

Bad:

```yaml bad
ach:
  - {claim: c-1, h-1: I, h-2: C}
  - {claim: c-2, h-1: C, h-2: C}
```

Good:

```yaml good
ach:
  - {claim: c-1, h-1: I, h-2: C, note: They walked out before the offer was made}
  - {claim: c-2, h-1: C, h-2: N}
```
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from briefgen.findings import Severity
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.sheet.model.assessment import AchRow, Hypothesis
from briefgen.tradecraft import ach
from briefgen.tradecraft.ach import Standing

CODE = "JUD013"
SEVERITY: Severity = "warning"
STANDARD = "Analysis of Competing Hypotheses (Heuer)"

EVEN = 50  # per cent


def check(review: Review) -> Iterator[Remark]:
    """Yield remarks for a table without rivals, for rows that tell nothing, and for a choice that is not explained."""
    hypotheses = review.sheet.hypotheses
    if len(hypotheses) < 2:
        yield from _without_rivals(review)
        return
    names = [one.id for one in hypotheses]
    rows = [_ratings(row) for row in review.sheet.ach]
    for row, ratings in zip(review.sheet.ach, rows, strict=True):
        if len(ratings) == len(names) and not ach.is_diagnostic(names, ratings) and not row.note:
            message = f"the row of {row.claim} rates all hypotheses {ratings[names[0]]}, so it tells none from another"
            remedy = "rate it anew, take it out, or say in its `note:` why it stands there"
            yield Remark(row.mark(), message, remedy)
    standings = ach.standings(names, rows)
    for one in hypotheses:
        yield from _choice(one, standings, review)


def _without_rivals(review: Review) -> Iterator[Remark]:
    section = "ach" if review.sheet.ach else "hypotheses"
    if review.sheet.ach or any(one.judgement for one in review.sheet.hypotheses):
        message = "there are fewer than two hypotheses: one that has no rival is only ever confirmed"
        yield Remark(review.sheet.mark(section), message, "add the other explanations that a doubter would bring up")


def _choice(chosen: Hypothesis, standings: Mapping[str, Standing], review: Review) -> Iterator[Remark]:
    """Yield a remark if *chosen* is held likely although another hypothesis has less against it."""
    judgement = review.get(chosen.judgement) if chosen.judgement else None
    term = review.scale.find(judgement.likelihood) if judgement else None
    own = standings.get(chosen.id)
    if not judgement or not term or not own or term.low < EVEN:
        return
    better = {name: other.against for name, other in standings.items() if _is_better(other, own)}
    if better and not _is_explained(chosen, better, judgement.basis or "", review):
        fewer = " and ".join(f"{count} against {name}" for name, count in better.items())
        message = (
            f"{judgement.id} adopts {chosen.id} as {term.label}, but the table has {own.against} against it and only "
            f"{fewer}: a reader who counts will ask why"
        )
        remedy = "say why in the `note:` of a row that speaks against it, adopt another, or lower the likelihood"
        yield Remark(chosen.mark("judgement"), message, remedy, chosen.id)


def _is_better(other: Standing, own: Standing) -> bool:
    weighs_less = other.against + other.strongly < own.against + own.strongly
    return other.complete and other.against < own.against and weighs_less


def _is_explained(chosen: Hypothesis, better: Iterable[str], basis: str, review: Review) -> bool:
    notes = (row.note for row in review.sheet.ach if _ratings(row).get(chosen.id) in ach.AGAINST)
    labels = (one.label for one in review.sheet.hypotheses if one.id in better and one.label)
    return any(notes) or any(label.casefold() in basis.casefold() for label in labels)


def _ratings(row: AchRow) -> dict[str, str]:
    return {str(hypothesis): rating for hypothesis, rating in row.ratings.items()}
