"""The last line under a lead: how many other records stand as they did, and what the most important of them say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from briefgen.change.note.sentence import Group, Sentence, listed, number

#: So many sentences on what changed stand above that line, and so many records are named in it.
MOST, NAMED = 5, 2


def footed(lead: str, changed: Sequence[Sentence], foot: Callable[[], Sentence | None]) -> Iterator[Group]:
    """Yield the group of what *changed*, with what stands as before at its foot; nothing where nothing changed."""
    if changed:
        last = [one] if (one := foot()) else []
        yield Group(lead, (*changed[:MOST], *last, *changed[MOST:]), MOST + len(last))


def as_before(section: str, named: Sequence[str], count: int) -> Sentence | None:
    """Return that *count* records stand as before, above all the first of those that are *named*; None for none."""
    if not count:
        return None
    shown = named[:NAMED]
    if len(shown) == count:
        return Sentence(f"As before: {listed(shown)}.", section)
    among = f", above all {listed(shown)}" if shown else ""
    return Sentence(f"As before: {number(count)} more{among}.", section)
