"""Sentences on the ground that a decision stands on, where it is thin."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.change.both import Both
from briefgen.change.note.outlets import Outlets
from briefgen.edition import Record
from briefgen.tradecraft.admiralty import CREDIBILITY


def thin(both: Both, old: Record, new: Record) -> Iterator[str]:
    """Yield the claims that are new among the evidence for a judgement and that one outlet alone tells."""
    outlets = Outlets.now(both)
    earlier = _evidence(old)
    for claim in outlets.claims(one for one in _evidence(new) if one not in earlier):
        told_by = {one["ref"] for one in claim["sources"] if one.get("ref")}
        if len(told_by) == 1:
            grades = [outlets.reliability(*told_by), CREDIBILITY.get(claim["credibility"], "")]
            said = f" ({'; '.join(filter(None, grades))})" if any(grades) else ""
            yield f"{both.voices[1].statement(claim['id'])} is known to us from {outlets.of([claim])} only{said}."


def _evidence(judgement: Record) -> tuple[str, ...]:
    return tuple((judgement.get("evidence") or {}).get("supporting", ()))
