"""Two editions to their changes: every record beside its other self, field by field."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from briefgen import citations
from briefgen.change.both import Both
from briefgen.change.change import KINDS, Change, Edit, Sort
from briefgen.change.discreet import NOT_ALL, discreet, lost_words
from briefgen.change.fields import Path, key_of, label, member
from briefgen.change.gist import FORM, ROUTINE, gist
from briefgen.change.grades import note
from briefgen.change.marks import TELLING_MARKS, marks
from briefgen.change.matching import moved
from briefgen.change.sections import SECTIONS, Section, records
from briefgen.change.voice import Indexed, Voice, quoted, shortened
from briefgen.edition import Edition, Plain, Record

#: Fields that are told after what they explain.
REMARKS = frozenset({"changed", "withdrawn"})
RANKS: dict[Sort, int] = {"value": 0, "remark": 1, "list": 2, "text": 3}
#: Who may read a record: told of every one that is new or gone.
MARKINGS = ("portion", "marks", "releasable")
#: Sections whose order says what matters most.
IN_PLACE = frozenset({"judgements"})
#: From how many words on a value is a text, whose words are compared one by one.
TEXT = 5
#: What is printed of a marking that stands in another field.
PRINTED = "mark"
#: A field whose data are of any shape.
SPECIFICATION = "spec"
EMPTY: tuple[Any, ...] = (None, (), {})


def compare(before: Edition | None, after: Edition | None) -> tuple[Change, ...]:
    """Return what differs, with the ids of records; one side may not be there."""
    return () if before == after else changes(Both.of(before, after), Indexed)


def changes(both: Both, voice: type[Voice]) -> tuple[Change, ...]:
    """Return what differs in the order of SECTIONS, in the words of a *voice*; what is not in an edition has no part.

    Judgements stand in their order in the sheet, the changes of other sections in the order of KINDS.
    """
    if both.is_same:
        return ()
    comparison = _Comparison(both, (voice(both.before), voice(both.after)))
    return tuple(change for section in SECTIONS for change in comparison.section(section))


class _Comparison:
    def __init__(self, both: Both, voices: tuple[Voice, Voice]) -> None:
        self._both, self._voices = both, voices
        self._text = 2 if both.discreet else TEXT

    def section(self, name: str) -> list[Change]:
        """Return the changes of one section."""
        pairs = self._both.pairs(name)
        found = [change for old, new in pairs if (change := self._change(name, old, new))]
        found += [self._moved(name, one) for one in moved(pairs, records(self._both.before, name))]
        if lost := self._both.lost(name):
            found.append(Change(name, "removed", None, None, lost_words(lost)))
        return found if name in IN_PLACE else sorted(found, key=lambda change: KINDS.index(change.kind))

    def _change(self, section: str, old: Record | None, new: Record | None) -> Change | None:
        if old is None or new is None:
            return self._alone(section, old, new)
        edits = self._told(self._edits((section,), old, new))
        kind = "changed" if any(edit.substance for edit in edits) else "minor" if edits else None
        if kind != "changed" and new.get("id") in self._both.earlier_ids:
            kind = "renamed"
        return replace(self._named(section, kind, old, new), edits=edits) if kind else None

    def _moved(self, section: str, record: Record) -> Change:
        """Return that a record stands at another place, with what it stands behind now."""
        those = records(self._both.after, section)
        place = next(at for at, one in enumerate(those) if one is record)
        behind = self._named(section, "moved", None, those[place - 1]).name if place else ""
        words = f"after {quoted(shortened(behind))}" if behind else "first"
        edit = Edit("place", "remark", (), (words,), substance=False)
        return replace(self._named(section, "moved", record, record), edits=(edit,))

    def _told(self, edits: Iterable[Edit]) -> tuple[Edit, ...]:
        """Return edits in their order, and as far as they may be told."""
        return _in_order(map(discreet, edits) if self._both.discreet else edits)

    def _alone(self, section: str, old: Record | None, new: Record | None) -> Change:
        """Return that a record was added or removed, with its main fields; what its name says already is not told."""
        name = SECTIONS[section]
        record = old if new is None else new
        assert record is not None, "one of the two is there"
        wanted = (*name.told, *MARKINGS, *(("text",) if "heading" in name.name and record.get("heading") else ()))
        values = {field: record.get(field) for field in wanted if record.get(field) is not False}
        edits = self._edits((section,), values, {}) if new is None else self._edits((section,), {}, values)
        told = tuple(edit for edit in _in_order(edits) if edit.field == "note" or "note" not in edit.field.split())
        return replace(self._named(section, "removed" if new is None else "added", old, new), edits=told)

    def _named(self, section: str, kind: Any, old: Record | None, new: Record | None) -> Change:
        side = 0 if new is None else 1
        record = old if new is None else new
        assert record is not None, "one of the two is there"
        own = record.get("id")
        names = self._fields_of_name(SECTIONS[section], record)
        called = self._voices[side].called(record, names)
        earlier = self._both.earlier_ids.get(own, own) if own else None
        edition = self._both.before if new is None else self._both.after
        return Change(
            section, kind, own, earlier, called, marking=marks(edition, record) if section != "product" else ""
        )

    @staticmethod
    def _fields_of_name(section: Section, record: Record) -> tuple[str, ...]:
        return ("heading",) if section.name[0] == "heading" and record.get("heading") else section.name

    def _edits(self, path: Path, old: Plain, new: Plain) -> Iterator[Edit]:
        """Yield what differs between two values at *path*, one Edit a field."""
        if old == new or (old in EMPTY and new in EMPTY):
            return
        kinds = [one for one in (old, new) if one not in EMPTY]
        if path[-1] == SPECIFICATION:
            before, after = (_given(json.dumps(one, ensure_ascii=False) if one else None) for one in (old, new))
            yield Edit(label(path), "text", before, after)
            return
        if any(isinstance(one, Mapping) for one in kinds):
            yield from self._mappings(path, old or {}, new or {})
        elif any(isinstance(one, tuple) for one in kinds):
            yield from self._lists(path, old or (), new or ())
        elif any(isinstance(one, str) for one in kinds):
            yield from self._texts(path, old, new)
        else:
            yield self._value(path, old, new)

    def _mappings(self, path: Path, old: Record, new: Record) -> Iterator[Edit]:
        before, after = (voice.whole(one) for voice, one in zip(self._voices, (old, new), strict=True))
        told: frozenset[str] = frozenset()
        if before != after and (before or not old) and (after or not new):
            sort: Sort = "remark" if path[-1] in REMARKS else "value"
            yield Edit(label(path), sort, _given(before), _given(after), substance=_matters(path))
            told = (frozenset(old) | frozenset(new)) - {"note", "by_source"}
        for name in dict.fromkeys((*new, *old)):
            if name not in told and name != PRINTED and not (name == "id" and path != ("product",)):
                inner = self._edits((*path, self._step(path, name)), old.get(name), new.get(name))
                yield from inner if name in TELLING_MARKS else (self._bracketed(one, old, new) for one in inner)

    def _bracketed(self, edit: Edit, old: Record, new: Record) -> Edit:
        """Return an edit in which the words that bear a mark of their own stand behind it."""
        if not (old.get("marks") or new.get("marks")):
            return edit
        before, after = (
            tuple(voice.marked(record, words) for words in side)
            for voice, record, side in zip(self._voices, (old, new), (edit.before, edit.after), strict=True)
        )
        return replace(edit, before=before, after=after)

    def _step(self, path: Path, name: str) -> str:
        """Return the step to *name* in a mapping, whose keys may be ids."""
        return member(self._voices[1].named(name)) if path[-1] in ("by_source", "ratings") else name

    def _lists(self, path: Path, old: tuple[Plain, ...], new: tuple[Plain, ...]) -> Iterator[Edit]:
        earlier, later = (self._keyed(path, side) for side in (old, new))
        for key, item in later.items():
            if key in earlier and isinstance(item, Mapping):
                step = member(self._voices[1].value((*path, "-"), key[0]))
                yield from self._edits((*path, step), earlier[key], item)
        went = [one for key, one in earlier.items() if key not in later]
        gone = tuple(self._voices[0].value(path, one) for one in went if self._may_tell(one))
        come = tuple(self._voices[1].value(path, one) for key, one in later.items() if key not in earlier)
        if gone or come:
            yield Edit(label(path), "list", gone, come, substance=_matters(path))
        elif went:
            yield Edit(label(path), "remark", (), (NOT_ALL,), substance=_matters(path))
        elif list(earlier) != list(later):
            before, after = (voice.value(path, those) for voice, those in zip(self._voices, (old, new), strict=True))
            yield Edit(f"order of {label(path)}", "value", (before,), (after,), substance=False)

    def _may_tell(self, gone: Plain) -> bool:
        """Return whether an item that went may be told: outside, only a reference to what is still there."""
        return not self._both.discreet or (isinstance(gone, str) and bool(self._voices[0].record(gone)))

    @staticmethod
    def _keyed(path: Path, items: Sequence[Plain]) -> dict[tuple[Any, ...], Plain]:
        """Return the items by what they are known by, and how many of the same stand before."""
        keyed: dict[tuple[Any, ...], Plain] = {}
        met: Counter[tuple[Any, ...]] = Counter()
        for item in items:
            key = tuple(item[name] for name in key_of(path, item)) or (repr(item),)
            keyed[*key, met[key]] = item
            met[key] += 1
        return keyed

    def _texts(self, path: Path, old: str | None, new: str | None) -> Iterator[Edit]:
        cited = [list(dict.fromkeys(_cited(one or ""))) for one in (old, new)]
        gone, come = ([one for one in these if one not in those] for these, those in (cited, cited[::-1]))
        if gone or come:
            before, after = (
                tuple(voice.named(one) for one in ids) for voice, ids in zip(self._voices, (gone, come), strict=True)
            )
            yield Edit(f"cited in {label(path)}", "list", before, after)
        said = [None if one is None else self._said(path, side, one) for side, one in enumerate((old, new))]
        if said[0] == said[1]:
            if gone or come:
                return
            said = [old, new]  # what differs is the markup
        sort: Sort = "text" if any(one and len(one.split()) >= self._text for one in (old, new)) else "value"
        sense = _matters(path) and not (old and new and gist(old) == gist(new))
        aside = note(path[-1], old, new, self._voices)
        yield Edit(label(path), sort, _given(said[0]), _given(said[1]), aside, sense)

    def _said(self, path: Path, side: int, text: str) -> str:
        return self._voices[side].value(path, text.replace(citations.LIKELIHOOD, "[likelihood]"))

    def _value(self, path: Path, old: Plain, new: Plain) -> Edit:
        before, after = (
            () if one is None else (voice.value(path, one),)
            for voice, one in zip(self._voices, (old, new), strict=True)
        )
        return Edit(label(path), "value", before, after, substance=_matters(path))


def _in_order(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Return what matters first, and of that the grades first."""
    return tuple(sorted(edits, key=lambda edit: (not edit.substance, RANKS[edit.sort])))


def _matters(path: Path) -> bool:
    """Return whether the field at *path* says something of the world."""
    return FORM.isdisjoint(path[-1:]) and ROUTINE.isdisjoint(path)


def _given(words: str | None) -> tuple[str, ...]:
    return (words,) if words else ()


def _cited(text: str) -> Iterator[str]:
    return (name for _, name in citations.mentions(text))
