"""A sentence to readers outside on how many records are no longer in their edition, and not a word on which."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.change.both import Both
from briefgen.change.discreet import lost_words
from briefgen.change.note.sentence import Group, Sentence, group
from briefgen.change.sections import SECTIONS, UNPRINTED


def groups(both: Both) -> Iterator[Group]:
    """Yield how many records of each section are gone."""
    lost = {section: number for section in SECTIONS if section not in UNPRINTED and (number := both.lost(section))}
    yield from group(
        "No longer in this edition", (_told(section, number) for section, number in lost.items()), len(lost)
    )


def _told(section: str, number: int) -> Sentence:
    return Sentence(f"{SECTIONS[section].title}: {number}.", section, (lost_words(number),), ("",))
