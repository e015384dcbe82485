"""The judgements that estimate something: those with a term of the scale, not those of fact."""

from __future__ import annotations

from briefgen.lint.review import Review
from briefgen.sheet.model.assessment import Judgement

FACT = "n/a"


def estimates(review: Review) -> tuple[Judgement, ...]:
    """Return the judgements that have a likelihood, in the order of the sheet."""
    return tuple(one for one in review.sheet.judgements if one.likelihood != FACT)
