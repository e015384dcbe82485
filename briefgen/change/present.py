"""An edition as it was, without what the later one no longer has: nobody is then told what that was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields

from briefgen import citations
from briefgen.change.fields import key_of
from briefgen.edition import Edition, Plain

GONE = object()
#: Rows without an id are known by their claim.
ROWS = "ach"


def within(before: Edition, after: Edition) -> Edition:
    """Return *before* without the records that *after* has not, and without every reference to them."""
    kept = {record["id"] for record in after.records()}
    names = {record["id"]: record["id"] for record in before.records() if record["id"] in kept}
    gone = frozenset(record["id"] for record in before.records()) - kept
    if not gone:
        return before
    cut = _Cut(gone, names)
    return Edition(**{field.name: cut.cut(field.name, getattr(before, field.name)) for field in fields(Edition)})


class _Cut:
    def __init__(self, gone: frozenset[str], names: Mapping[str, str]) -> None:
        self._gone, self._names = gone, names

    def cut(self, name: str, value: Plain) -> Plain:
        """Return the *value* of a field without what is gone, or GONE."""
        match value:
            case str():
                return self._text(value)
            case tuple():
                return tuple(one for one in (self.cut(name, each) for each in value) if one is not GONE)
            case dict():
                return self._mapping(name, value)
        return value

    def _text(self, value: str) -> Plain:
        if value in self._gone:
            return GONE
        named = (*citations.mentions(value), *citations.judgements(value))
        return value if self._gone.isdisjoint(one for _, one in named) else citations.keeping(value, self._names)

    def _mapping(self, name: str, value: Mapping[str, Plain]) -> Plain:
        if value.get("id") in self._gone:
            return GONE
        kept = dict(self._kept(value))
        known_by = ("claim",) if name == ROWS else key_of((name,), value)
        if any(kept[key] is GONE for key in known_by):
            return GONE
        return {key: None if one is GONE else one for key, one in kept.items()}

    def _kept(self, value: Mapping[str, Plain]) -> Iterator[tuple[str, Plain]]:
        return ((key, self.cut(key, one)) for key, one in value.items() if key not in self._gone)
