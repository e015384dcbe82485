"""What a place of the sheet is called in a message."""

from __future__ import annotations

from briefgen.lint.passage import Passage
from briefgen.sheet.model.ids import kind_of

DOCUMENT = {
    "bluf": "the bottom line",
    "source_summary": "the source summary",
    "heading": "a heading",
    "note": "a note in the margin",
    "scope": "the scope note",
}
PARTS = {
    "basis": "the basis of",
    "would_change": "would_change of",
    "change": "the change of",
    "dissent": "the dissent on",
    "event_note": "the note on",
    "claim_note": "the note on",
    "scenario_impact": "the impact of",
    "scenario_response": "the response to",
    "assumption_basis": "the basis of",
    "gap_ask": "ask of",
    "treatment": "the treatment of",
    "resolution": "the test of",
}


def where(passage: Passage) -> str:
    """Return the name of the place: “the bottom line”, “judgement j-1”, “the basis of judgement j-1”."""
    if passage.record is None:
        return DOCUMENT.get(passage.place, f"the {passage.place}")
    owner = f"{kind_of(passage.record) or passage.place} {passage.record}"
    part = PARTS.get(passage.place)
    return f"{part} {owner}" if part else owner
