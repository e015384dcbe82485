"""What a comparison has found, as every form gets it, and the phrases that forms for people share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefgen.change import SECTIONS, TOLD, Change, Comparison, Edit, Head, Kind, Piece, pieces
from briefgen.findings import Finding

#: What is told where nothing is.
NONE = "Nothing that a reader would learn differs."
#: What a record is said to be, by what happened to it.
WORDS: dict[Kind, str] = {
    "changed": "changed",
    "added": "new",
    "removed": "removed",
    "renamed": "renamed",
    "moved": "moved",
}
GONE_OR_COME: tuple[Kind, ...] = ("added", "removed")
#: Records that are named in short, and fields that grade a judgement and count people.
MOST = 5
GRADES = ("likelihood", "confidence")
MARKED = re.compile(r"marking of the record$|^marks in the text|^tear line")
#: Words of a part that bears the mark it bore: the text around them is told as well, if it is another.
REMARKED = re.compile("^marks in the text .*: words$")
HARM = ("killed", "injured", "abducted", "missing", "displaced", "affected", "count")


@dataclass(frozen=True)
class Outcome:
    """The *comparisons* of what *before* and *after* name, and the *findings* on sheets that could not be read.

    *marking* is the label above which nothing is shown, if there is one.
    """

    before: str
    after: str
    comparisons: tuple[Comparison, ...]
    findings: tuple[Finding, ...] = ()
    marking: str | None = None


def title(comparison: Comparison) -> str:
    """Return which document it is, and what became of it."""
    before, after = comparison.before, comparison.after
    if after is None:
        assert before, "one of the two is there"
        return f"{before.head.id}: removed"
    if before is None:
        return f"{after.head.id}: new"
    if comparison.continued:
        return f"{after.head.id}: what is new since {before.head.id}"
    return after.head.id if before.head.id == after.head.id else f"{after.head.id} (before: {before.head.id})"


def files(comparison: Comparison) -> str:
    """Return the path of the sheet, or both."""
    paths = [version.path for version in (comparison.before, comparison.after) if version]
    return " → ".join(dict.fromkeys(paths))


def turns(comparison: Comparison) -> Iterator[tuple[str, str, str]]:
    """Yield what heads the document: a name, what it was, if that differs, and what it is."""
    heads = [version.head for version in (comparison.before, comparison.after) if version]
    for field, named in (("title", ""), ("as_of", "information up to"), ("marking", "marking"), ("status", "status")):
        was, now = _value(heads[0], field), _value(heads[-1], field)
        yield named, "" if was == now else was, now


def _value(head: Head, field: str) -> str:
    return getattr(head, field) or "none of its own"


def summary(comparison: Comparison) -> Iterator[tuple[str, list[str]]]:
    """Yield every section in which something differs, with how many of its records were changed, are new, are gone."""
    for section, count in comparison.counts.items():
        regraded = sum(one.is_regraded for one in comparison.changes if one.section == section)
        yield SECTIONS[section].title, list(_counted(count, regraded))


def _counted(count: Mapping[Kind, int], regraded: int) -> Iterator[str]:
    if regraded:
        yield f"{regraded} judged differently"
    if others := count["changed"] - regraded:
        yield f"{others} changed{' otherwise' if regraded else ''}"
    yield from (f"{count[kind]} {WORDS[kind]}" for kind in GONE_OR_COME if count[kind])


def in_short(comparison: Comparison) -> Iterator[tuple[str, list[str]]]:
    """Yield what a reader in a hurry asks for: what is judged differently, what is new, what is taken back."""
    if not (comparison.before and comparison.after):
        return
    groups = {
        "Judged differently": _with(comparison, "judgements", GRADES),
        "New judgements": _new(comparison, "judgements", ("confidence",)),
        "Judgements dropped": [_called(one) for one in _those(comparison, "judgements", "removed")],
        "Judgements decided": _with(comparison, "judgements", ("outcome",)),
        "Marked differently": _marked(comparison),
        "Claims withdrawn by their sources": _with(comparison, "claims", ("withdrawn",)),
        "Claims dropped": [_called(one) for one in _those(comparison, "claims", "removed")],
        "New events": _new(comparison, "events", ("when", *HARM)),
        "Events dropped": [_called(one) for one in _those(comparison, "events", "removed")],
        "Other numbers": _with(comparison, "events", HARM),
        "Sources graded differently": _with(comparison, "sources", ("reliability",)),
    }
    for lead, found in groups.items():
        if found:
            yield lead, found[:MOST] + ([f"and {len(found) - MOST} more"] if len(found) > MOST else [])


def _those(comparison: Comparison, section: str, kind: str) -> list[Change]:
    return [one for one in comparison.changes if one.section == section and one.kind == kind]


def _with(comparison: Comparison, section: str, fields: Sequence[str]) -> list[str]:
    """Return the records in which one of these *fields* changed, each with how, and why if that is said."""
    found = []
    for one in _those(comparison, section, "changed"):
        if edits := [str(edit) for edit in one.edits if edit.field in fields]:
            why = [f" Why: {edit.after[0]}" for edit in one.edits if edit.field == "why" and edit.after]
            found.append("".join([f"{_called(one).removesuffix('.')} — {', '.join(edits)}.", *why]))
    return found


def _marked(comparison: Comparison) -> list[str]:
    """Return the records that others may read now than before, in whole or in part."""
    found = []
    for one in comparison.changes:
        if edits := [str(edit) for edit in told(one) if one.kind == "changed" and MARKED.search(edit.field)]:
            found.append(f"{_called(one).removesuffix('.')} — {'; '.join(edits).removesuffix('.')}.")
    return found


def _new(comparison: Comparison, section: str, fields: Sequence[str]) -> list[str]:
    """Return the records that are new, each with what it says in these *fields*."""
    found = []
    for one in _those(comparison, section, "added"):
        facts = "; ".join(_fact(edit) for edit in one.edits if edit.field in fields)
        found.append(f"{_called(one).removesuffix('.')}{' — ' * bool(facts)}{facts}.")
    return found


def _fact(edit: Edit) -> str:
    return edit.after[0] if edit.field == "when" else f"{edit.field} {edit.after[0]}"


def _called(change: Change) -> str:
    return f"{change.id}: {change.name}" if change.id else change.name


def sections(comparison: Comparison) -> list[tuple[str, tuple[Change, ...]]]:
    """Return the sections that are told; of a sheet that is new, or gone, what it judges and its bottom line."""
    if comparison.before and comparison.after:
        return list(comparison.sections)
    return [one for one in comparison.sections if one[0] in ("judgements", "bluf")]


def told(change: Change) -> tuple[Edit, ...]:
    """Return the edits of a change that are told: not those that the head tells, and no marked words twice."""
    rewritten = any(edit.sort == "text" and not MARKED.search(edit.field) for edit in change.edits)
    if change.section == "product":
        return tuple(edit for edit in change.edits if edit.field not in TOLD)
    return tuple(edit for edit in change.edits if not (rewritten and REMARKED.search(edit.field)))


def is_anew(found: Sequence[Piece]) -> bool:
    """Return whether a text was written anew, so that both versions have to be read."""
    return [piece.state for piece in found] == ["gone", "come"]


def said_before(change: Change, edit: Edit) -> bool:
    """Return whether an edit only repeats what its record is called by: what it was called before is news then."""
    is_name = edit.sort == "text" and bool(edit.before) and edit.after == (change.name,)
    return is_name and is_anew(pieces(edit.before[0], change.name))


def minor(comparison: Comparison) -> Iterator[tuple[str, list[Change]]]:
    """Yield what is said of changes without substance, and those of which it is said."""
    groups = {
        "Renamed, and nothing else": [one for one in comparison.minor if one.kind == "renamed"],
        "Only wording, layout, order or a repeated check": [one for one in comparison.minor if one.kind == "minor"],
        "At another place in their section": [one for one in comparison.minor if one.kind == "moved"],
    }
    yield from ((said, found) for said, found in groups.items() if found)
