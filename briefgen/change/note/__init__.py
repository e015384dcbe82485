"""The note to the reader of a later edition, in sentences: what is judged differently first, then what happened.

One module a kind of sentence. To say something else, write a module with a function `groups`, and name it in `KINDS`.
"""

from __future__ import annotations

from dataclasses import replace

from briefgen.change.both import Both
from briefgen.change.note import (
    agreements,
    bottom_line,
    claims,
    document,
    events,
    hypotheses,
    indicators,
    judgements,
    lost,
    markings,
    scenarios,
    sources,
    telling,
)
from briefgen.change.note.sentence import Group, Sentence

__all__ = ["Group", "Sentence", "note"]

#: In the order in which they are told.
KINDS = (
    *(judgements, bottom_line, hypotheses, scenarios, indicators, markings),
    *(events, agreements, claims, sources, telling, lost, document),
)


def note(both: Both) -> tuple[Group, ...]:
    """Return what a reader is told, in groups; nothing of a sheet that is new, or gone."""
    if both.is_one_sided or both.is_same:
        return ()
    return tuple(_marked(both, group) for kind in KINDS for group in kind.groups(both))


def _marked(both: Both, group: Group) -> Group:
    """Return a group in which every sentence on one record bears the marking of that."""
    return replace(
        group, sentences=tuple(replace(one, words=f"{_mark(both, one)}{one.words}") for one in group.sentences)
    )


def _mark(both: Both, sentence: Sentence) -> str:
    if len(sentence.ids) != 1:
        return ""
    record = both.voices[1].record(sentence.ids[0])
    return both.mark(record) if record else both.mark(both.voices[0].record(sentence.ids[0]), 0)
