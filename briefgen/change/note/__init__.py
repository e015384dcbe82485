"""The note to the reader of a later edition, in sentences: what is judged differently first, then what happened.

One module a kind of sentence. To say something else, write a module with a function `groups`, and name that in `KINDS`.
"""

from __future__ import annotations

from dataclasses import replace

from briefgen.change.both import Both
from briefgen.change.note import (
    agreements,
    assumptions,
    bottom_line,
    claims,
    document,
    events,
    gaps,
    hypotheses,
    indicators,
    judgements,
    lost,
    markings,
    outlook,
    scenarios,
    sources,
    telling,
)
from briefgen.change.note.acronyms import spelled_out
from briefgen.change.note.sentence import Group, Sentence
from briefgen.edition import Record

__all__ = ["Group", "Sentence", "note"]

#: In the order in which they are told.
KINDS = (
    *(bottom_line.groups, judgements.moved, events.groups, judgements.others, bottom_line.impact),
    *(gaps.groups, assumptions.groups, outlook.groups, indicators.groups, hypotheses.groups, scenarios.groups),
    *(agreements.groups, claims.groups, sources.groups, markings.groups, telling.groups, lost.groups, document.groups),
)
#: Of a sheet that is new.
WHOLE = (bottom_line.groups, judgements.key)


def note(both: Both) -> tuple[Group, ...]:
    """Return what a reader is told, in groups: of a sheet that is new what its first page says, of one gone nothing."""
    if both.is_same or not both.after.product:
        return ()
    kinds = WHOLE if both.is_one_sided else KINDS
    return spelled_out(both.after, [_marked(both, group) for groups in kinds for group in groups(both)])


def _marked(both: Both, group: Group) -> Group:
    """Return a group in which every sentence on one record bears the marking of that, and its words theirs."""
    said = _named if group.lead == markings.LEAD else _bracketed
    return replace(group, sentences=tuple(said(both, one) for one in group.sentences))


def _named(both: Both, sentence: Sentence) -> Sentence:
    """Return a sentence behind the marking of its record."""
    record, side = _record(both, sentence)
    return replace(sentence, words=f"{both.mark(record, side)}{sentence.words}")


def _bracketed(both: Both, sentence: Sentence) -> Sentence:
    """Return the same, with the words in brackets that bear a mark of their own."""
    record, side = _record(both, sentence)
    return _named(both, replace(sentence, words=both.voices[side].marked(record, sentence.words)))


def _record(both: Both, sentence: Sentence) -> tuple[Record, int]:
    """Return the record that a sentence is on, and its side; an empty one if it is on several."""
    if len(sentence.ids) != 1:
        return {}, 1
    record = both.voices[1].record(sentence.ids[0])
    return (record, 1) if record else (both.voices[0].record(sentence.ids[0]), 0)
