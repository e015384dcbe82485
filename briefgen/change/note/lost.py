"""A sentence to readers outside on how many records are no longer in their edition, and not a word on which."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.change.both import Both
from briefgen.change.discreet import lost_words
from briefgen.change.note.sentence import Group, Sentence, capital, group, number
from briefgen.change.sections import SECTIONS, UNPRINTED
from briefgen.change.voice import quoted


def groups(both: Both) -> Iterator[Group]:
    """Yield how many records of each section are gone."""
    lost = {section: number for section in SECTIONS if section not in UNPRINTED and (number := both.lost(section))}
    yield from group(
        "No longer in this edition", (_told(section, number) for section, number in lost.items()), len(lost)
    )


def _told(section: str, count: int) -> Sentence:
    return Sentence(_words(section, count), section, (lost_words(count),), ("",))


def _words(section: str, count: int) -> str:
    """Return how many records of a section are gone: “Two claims.”, “Three paragraphs under “Narrative”.”"""
    name = SECTIONS[section]
    several = _plural(name.one)
    under = "" if name.title.lower() == several else f" under {quoted(name.title)}"
    return f"{capital(number(count))} {name.one if count == 1 else several}{under}."


def _plural(noun: str) -> str:
    return f"{noun.removesuffix('is')}es" if noun.endswith("is") else f"{noun}s"
