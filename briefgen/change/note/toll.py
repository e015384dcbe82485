"""Sentences on numbers of people harmed: each number with who gives it, and what it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefgen.change.both import Both
from briefgen.change.note.outlets import Outlets, Told
from briefgen.change.note.sentence import listed
from briefgen.edition import Record
from briefgen.figures.cases import KINDS, Count


def tolls(outlets: Outlets, event: Record) -> Iterator[Told]:
    """Yield how many were killed, injured …: “Killed: 26–28 (28 according to Dawn, 26 according to Amu TV)”."""
    for kind, toll in _counted(event):
        whole = f"{kind.capitalize()}: {Count.of(toll).words}"
        if not toll["by_source"]:
            yield Told(whole, outlets.of(outlets.claims(event["claims"])))
        elif {Count.of(one) for one in toll["by_source"].values()} == {Count.of(toll)}:
            yield Told(whole, listed(map(outlets.name, toll["by_source"])))
        else:
            given = "; ".join(_given(outlets, source, one) for source, one in toll["by_source"].items())
            is_given = Count.of(toll) in map(Count.of, toll["by_source"].values())
            yield Told(f"{kind.capitalize()}: {given}" if is_given else f"{whole} ({given})")


def _counted(event: Record) -> Iterator[tuple[str, Record]]:
    harm = event["harm"] or {}
    return ((kind, harm[kind]) for kind in KINDS if harm.get(kind))


def _given(outlets: Outlets, source: str, amount: Record) -> str:
    return f"{Count.of(amount).words} according to {outlets.name(source)}{_note(amount)}"


def credited(outlets: Outlets, source: str, amount: Record) -> str:
    """Return a number with who gives it in brackets: “28 (Dawn)”."""
    return f"{Count.of(amount).words} ({outlets.name(source)}{_note(amount)})"


def _note(amount: Record) -> str:
    note = amount["note"]
    return f", {note[:1].lower()}{note[1:].removesuffix('.')}" if note else ""


def turns(both: Both, outlets: Outlets, old: Record, new: Record) -> Iterator[str]:
    """Yield the numbers that are others now: “Killed: 26–28 (before: 26); 28 according to Port office (new).”"""
    was, now = (dict(_counted(one)) for one in (old, new))
    for kind in KINDS:
        if parts := list(_parts(outlets, was.get(kind), now.get(kind))):
            yield f"{kind.capitalize()}: {'; '.join(parts)}."


def _parts(outlets: Outlets, old: Record | None, new: Record | None) -> Iterator[str]:
    was, now = (Count.of(one).words if one else "" for one in (old, new))
    if was != now:
        yield f"{now} (before: {was})" if was and now else now or f"no longer counted (before: {was})"
    yield from _each(outlets, (old or {}).get("by_source", {}), (new or {}).get("by_source", {}))


def _each(outlets: Outlets, old: Mapping[str, Record], new: Mapping[str, Record]) -> Iterator[str]:
    for source, amount in new.items():
        was = Count.of(old[source]).words if source in old else ""
        if was != Count.of(amount).words:
            yield f"{_given(outlets, source, amount)} ({f'before: {was}' if was else 'new'})"
    yield from (f"{outlets.name(source)} no longer gives a number" for source in old if source not in new)
