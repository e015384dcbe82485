"""Sentences on the document itself: when the next one comes."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.change.both import Both
from briefgen.change.note.sentence import Group, Sentence, group

SECTION = "product"


def groups(both: Both) -> Iterator[Group]:
    """Yield what is said of the document."""
    yield from group("Next issue", _next(both))


def _next(both: Both) -> Iterator[Sentence]:
    was, now = (side.product["time"].get("next_issue") for side in (both.whole, both.after))
    if now and now != was:
        yield Sentence(f"{both.voices[1].date(now)}.", SECTION, (both.after.product["id"],), ("next issue",))
