"""Fields that may be left out, but that a reader will miss: what each rule about them has to say."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.sheet.expected import missing


def absent(review: Review, code: str) -> Iterator[Remark]:
    """Yield a remark for every field that the rule *code* asks for (`Expected`) and that is not there."""
    for record, owner in review.records:
        for message, remedy in missing(record, code):
            yield Remark(record.mark(), message, remedy, owner)
