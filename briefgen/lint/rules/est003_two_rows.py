"""Words of both rows of one scale in one document

ICD 203 has two rows of words for its seven bands: “likely” and “probable” mean the same. A reader who meets both looks
for a difference that is not there. The likelihoods of judgements and scenarios are printed in the words of the first
row, so the text keeps to it. Words of others are left alone, and so is a document whose scope note says that the words
of both rows mean the same.

Bad:

```yaml bad
summary:
  outlook: Freight will probably run again by 5 March 2024.
```

Good:

```yaml good
summary:
  outlook: Freight is likely to run again by 5 March 2024.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.attribution import is_reported
from briefgen.lint.likelihoods import VOICE, uses_in
from briefgen.lint.passage import Passage
from briefgen.lint.pattern import found
from briefgen.lint.places import where
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.tradecraft.terms import Use

CODE = "EST003"
SEVERITY: Severity = "warning"
STANDARD = "ICD 203 D.6.e.(2)(a)"
SAME = (
    r"(?i)\b(?:means?|have|has|stands?\s+for|denotes?)\s+(?:exactly\s+)?the\s+same\b|\bsame\s+(?:probability|likelihood|band|meaning)"
    r"|\bsynonym|\binterchangeabl|\bequivalent\b"
)


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every word of the rarer row."""
    if not review.scale.one_row or _is_explained(review):
        return
    rows: dict[str, list[tuple[Passage, int, str, Use]]] = {"A": [], "B": []}
    for passage, sentence in review.sentences_in(*VOICE):
        for use in uses_in(sentence.bare, review.scale):
            if use.scale is review.scale and not is_reported(sentence.bare, use.start):
                word = sentence.bare[use.start : use.end]
                rows[use.row].append((passage, sentence.start + use.start, word, use))
    labels = _has_labels(review)
    if not rows["B"] or not (rows["A"] or labels):
        return
    odd = "B" if labels or len(rows["A"]) >= len(rows["B"]) else "A"
    for passage, at, word, use in rows[odd]:
        yield _remark(passage, at, word, use, labels)


def _remark(passage: Passage, at: int, word: str, use: Use, labels: bool) -> Remark:
    other = use.term.label if use.row == "B" else use.term.synonym
    row, rest = ("second", "first") if use.row == "B" else ("first", "second")
    kept = f"the likelihoods are printed in words of the {rest}" if labels else f"the rest keeps to the {rest}"
    return Remark(
        passage.mark(at),
        f"{where(passage)} has “{word}” from the {row} row of {use.scale.title}, and {kept}: "
        "a reader looks for a difference that is not there",
        f"write it with “{other}”, or say in the scope note that the words of both rows mean the same",
        passage.record,
    )


def _is_explained(review: Review) -> bool:
    return any(found(SAME, sentence.text) for _, sentence in review.sentences_in("scope", "notice", "source_summary"))


def _has_labels(review: Review) -> bool:
    """Return whether likelihoods are printed, which is done in words of row A."""
    return bool(review.sheet.scenarios) or any(one.likelihood != "n/a" for one in review.sheet.judgements)
