"""What a comparison has found, as every form gets it, and the phrases that forms for people share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefgen.change import APPENDIX, SECTIONS, UNPRINTED, Change, Comparison, Details, Edit, Head, Kind, is_anew
from briefgen.change.voice import quoted, shortened
from briefgen.compose.library import together
from briefgen.edition import PROSE
from briefgen.findings import Finding

#: What is told where nothing is.
NONE = "Nothing that a reader would learn differs."
#: What is told where all that differs stands below the note, which is printed alone.
BELOW = "Only details differ; without --note they are printed."
#: What a record is said to be, by what happened to it.
WORDS: dict[Kind, str] = {
    "changed": "changed",
    "added": "new",
    "removed": "removed",
    "renamed": "renamed",
    "moved": "moved",
}
#: What is told of a sheet that is new, or gone.
IN_SHORT, GRADES = ("bluf", "judgements"), ("likelihood", "confidence")


@dataclass(frozen=True)
class Outcome:
    """The *comparisons* of what *before* and *after* name, and the *findings* on sheets that could not be read.

    *marking* is the label above which nothing is shown, if there is one. With *alone* people get the notes, and not the
    details and the appendix.
    """

    before: str
    after: str
    comparisons: tuple[Comparison, ...]
    findings: tuple[Finding, ...] = ()
    marking: str | None = None
    alone: bool = False


def title(comparison: Comparison) -> str:
    """Return which document it is, and what became of it."""
    before, after = comparison.before, comparison.after
    if after is None:
        assert before, "one of the two is there"
        return f"{before.head.id}: {'no longer in this edition' if is_withheld(comparison) else 'removed'}"
    if before is None:
        return f"{after.head.id}: new"
    if comparison.continued:
        return f"{after.head.id}: what is new since {before.head.id}"
    return after.head.id if before.head.id == after.head.id else f"{after.head.id} (before: {before.head.id})"


def is_withheld(comparison: Comparison) -> bool:
    """Return whether readers outside no longer get a sheet, be it dropped or raised: they are told its id alone."""
    return comparison.after is None and comparison.both.discreet


def files(comparison: Comparison, outcome: Outcome) -> str:
    """Return the path of the sheet, or both; nothing where the sides are called so."""
    paths = [version.path for version in (comparison.before, comparison.after) if version]
    return "" if paths == [outcome.before, outcome.after] else " → ".join(dict.fromkeys(paths))


def titles(comparison: Comparison) -> tuple[str, str]:
    """Return the title, and what it was, if that is another: whoever may see a document may see its title."""
    heads = _heads(comparison)
    was, now = heads[0].title or "", heads[-1].title or ""
    return now, "" if was == now else was


def turns(comparison: Comparison) -> Iterator[str]:
    """Yield what else heads the document, each with what it was, if that differs."""
    heads = _heads(comparison)
    for field, named in (("as_of", "Information up to"), ("status", "status"), ("marking", _marking(comparison))):
        was, now = _value(heads[0], field), _value(heads[-1], field)
        yield f"{named} {now}{f' (before: {was})' if was != now else ''}"


def _marking(comparison: Comparison) -> str:
    """Return what the marking is called; that of the note stands before it where it is another."""
    if comparison.marking in (None, _heads(comparison)[-1].marking):
        return "marking"
    return f"marking of this note {comparison.marking}, of the document"


def warning(comparison: Comparison) -> str:
    """Return what of the note must not travel with the document; nothing where all of it may."""
    if not comparison.above:
        return ""
    return (
        f"Items marked {together(list(comparison.above), 'or')} are in the desk’s sheet and not in the document marked "
        f"{_heads(comparison)[-1].marking}; they must not travel with it."
    )


def _heads(comparison: Comparison) -> list[Head]:
    return [version.head for version in (comparison.before, comparison.after) if version]


def _value(head: Head, field: str) -> str:
    return getattr(head, field) or "none of its own"


def groups(comparison: Comparison, outcome: Outcome) -> Iterator[tuple[str, list[str]]]:
    """Yield the leads of the note with their sentences."""
    where = "in the details" if outcome.alone else "below"
    for one in (found for found in comparison.note if found.shown):
        more = [f"And {len(one.rest)} more, {where}."] if one.rest else []
        yield one.lead, [*(sentence.words for sentence in one.shown), *more]


def remark(comparison: Comparison, outcome: Outcome) -> str:
    """Return what is said where a note that is printed alone has nothing to say."""
    is_empty = outcome.alone and comparison.after and not any(one.shown for one in comparison.note)
    return BELOW if is_empty else ""


def details(comparison: Comparison, outcome: Outcome) -> list[Details]:
    """Return what else a reader may want to know; of a sheet that is new, or gone, what it judges."""
    if outcome.alone:
        return []
    if comparison.both.is_one_sided:
        return [_in_short(one) for one in comparison.details if one.section in IN_SHORT]
    return [one for one in comparison.details if one.section not in APPENDIX]


def _in_short(one: Details) -> Details:
    """Return details of a whole sheet: what it judges, and not why."""
    found = (replace(change, edits=tuple(e for e in change.edits if e.field in GRADES)) for change in one.changes)
    return one._replace(changes=tuple(found))


def appendix(comparison: Comparison, outcome: Outcome) -> list[Details]:
    """Return what only the desk has a use for."""
    if outcome.alone or comparison.both.is_one_sided:
        return []
    return [one for one in comparison.details if one.section in APPENDIX and not _is_hidden(comparison, one.section)]


def _is_hidden(comparison: Comparison, section: str) -> bool:
    """Return whether a section is nothing for the readers: those outside have no use for what no document prints."""
    return comparison.both.discreet and section in UNPRINTED


def summary(comparison: Comparison, outcome: Outcome) -> Iterator[str]:
    """Yield every section in which something differs, with how many of its records were changed, are new, are gone."""
    if outcome.alone:
        return
    gone = "no longer here" if comparison.both.discreet else WORDS["removed"]
    for section, count in comparison.counts.items():
        if not _is_hidden(comparison, section):
            words: dict[Kind, str] = {"changed": WORDS["changed"], "added": WORDS["added"], "removed": gone}
            told = ", ".join(f"{number} {word}" for kind, word in words.items() if (number := count[kind]))
            yield f"{SECTIONS[section].title}: {told}"


def lead(edit: Edit, side: str = "") -> str:
    """Return what stands before an edit, or one *side* of it; the text of a record needs no name."""
    field = "" if edit.field == "text" else edit.field
    words = ", ".join(filter(None, (field, side)))
    return f"{words}: " if words else ""


def is_name(change: Change, edit: Edit) -> bool:
    """Return whether an edit only repeats what its record is called by, and what that was is not told."""
    return edit.sort == "remark" and edit.after == (change.name,)


def said_before(change: Change, edit: Edit) -> bool:
    """Return whether an edit only repeats what its record is called by: what it was called before is news then."""
    is_name = edit.sort == "text" and bool(edit.before) and edit.after == (change.name,)
    return is_name and is_anew(edit.before[0], change.name)


def minor(comparison: Comparison, outcome: Outcome) -> Iterator[tuple[str, list[str]]]:
    """Yield what is said of changes without substance, and those of which it is said."""
    if outcome.alone:
        return
    groups = {
        "Under another id": [_named(one) for one in comparison.minor if one.kind == "renamed"],
        "Only wording, layout, order or a repeated check": [
            f"{_named(one)}{_fields(one)}" for one in comparison.minor if one.kind == "minor"
        ],
        "At another place": [
            f"{_named(one)} now stands {one.edits[0].after[0]}" for one in comparison.minor if one.kind == "moved"
        ],
    }
    yield from ((said, found) for said, found in groups.items() if found)


def happened(change: Change) -> str:
    """Return what a record is said to be: a text that is gone need not be wrong."""
    return "cut" if change.kind == "removed" and change.section in PROSE else WORDS[change.kind]


def _named(change: Change) -> str:
    marking = f" ({change.marking})" if change.marking else ""
    return f"{SECTIONS[change.section].one} {quoted(shortened(change.name))}{marking}"


def called(change: Change) -> str:
    """Return what a record is called, behind its marking if the document has another."""
    return f"({change.marking}) {change.name}" if change.marking else change.name


def _fields(change: Change) -> str:
    fields = ", ".join(edit.field for edit in change.edits)
    return f" ({fields})" if fields else ""
