"""Lines to read, coloured on a terminal; nothing is said by a colour alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from briefgen.change import SECTIONS, Change, Comparison, Edit, pieces
from briefgen.cli.changes.outcome import (
    NONE,
    WORDS,
    Outcome,
    files,
    in_short,
    is_anew,
    minor,
    said_before,
    sections,
    summary,
    title,
    told,
    turns,
)
from briefgen.cli.formats.excerpt import harmless
from briefgen.findings import one_line

STYLES = {"changed": "yellow", "added": "green", "removed": "red"}
GONE, COME = "red", "green"
#: Cells: longer lines are hard to read, shorter ones hold too little; a record's edits stand so far in.
WIDEST, NARROWEST, INDENT = 110, 40, 10


def render(outcome: Outcome) -> str:
    """Return what differs, sheet by sheet; NO_COLOR and TERM=dumb are heeded."""
    console = Console(highlight=False, markup=False, emoji=False)
    page = _Page(console)
    with console.capture() as captured:
        for comparison in outcome.comparisons:
            page.sheet(comparison)
        if not outcome.comparisons and not outcome.findings:
            page.line(Text(NONE))
    return captured.get().rstrip("\n")


class _Page:
    def __init__(self, console: Console) -> None:
        self._console = console
        self._width = max(NARROWEST, min(WIDEST, console.width))

    def line(self, words: Text, hanging: int = 0, first: int = 0) -> None:
        """Print *words*, the first line *first* cells in, the others *hanging*."""
        lines = words.wrap(self._console, self._width - hanging)
        for place, line in enumerate(lines):
            line.rstrip()
            self._console.print(Text(" " * (hanging if place else first)) + line, soft_wrap=True)

    def sheet(self, comparison: Comparison) -> None:
        """Print all that differs in one sheet."""
        self.line(Text(_clean(title(comparison)), "bold reverse"))
        self._head(comparison)
        for section, changes in sections(comparison):
            self.line(Text(f"\n{SECTIONS[section].title.upper()}", "bold"))
            for change in changes:
                self._change(change)
        if rest := list(minor(comparison)):
            self.line(Text("\nWITHOUT A CHANGE OF SUBSTANCE", "bold"))
            for said, those in rest:
                self.line(Text(f"{said}: {', '.join(map(_named, those))}", "dim"), 2)
        self.line(Text("\n"))

    def _head(self, comparison: Comparison) -> None:
        (_, was, now), *others = turns(comparison)
        self.line(Text(_clean(now), "bold"))
        if was:
            self.line(Text(f"before: {_clean(was)}", "dim"), 8)
        told = (f"{name} {now}{f' (before: {was})' if was else ''}" for name, was, now in others)
        self.line(Text(_clean(" · ".join((*told, files(comparison)))), "dim"))
        for lead, found in in_short(comparison):
            self.line(Text(f"\n{lead}:", "bold"))
            for one in found:
                self.line(Text(f"· {_clean(one)}"), 4, 2)
        counts = [f"{name}: {', '.join(found)}" for name, found in summary(comparison)]
        if counts:
            self.line(Text(f"\nIn numbers: {' · '.join(counts)}", "dim"))

    def _change(self, change: Change) -> None:
        if change.section != "product":
            word = (f"{WORDS[change.kind]:<{INDENT - 2}}", STYLES[change.kind])
            own = (f"{change.id}  " if change.id else "", "bold")
            self.line(Text.assemble(word, own, _clean(change.name)), INDENT, 2)
        edits = [edit for edit in told(change) if edit.substance]
        if change.kind != "changed":
            self._facts(edits)
            return
        for edit in edits:
            for line in self._lines(change, edit):
                self.line(Text("· ") + line, INDENT + 2, INDENT)
        if aside := [edit.field for edit in told(change) if not edit.substance]:
            self.line(Text(f"· not of substance: {_clean(', '.join(aside))}", "dim"), INDENT + 2, INDENT)

    def _facts(self, edits: Iterable[Edit]) -> None:
        told = [f"{edit.field}: {', '.join(edit.after or edit.before)}{_note(edit)}" for edit in edits]
        if told:
            self.line(Text(_clean(" · ".join(told)), "dim"), INDENT, INDENT)

    def _lines(self, change: Change, edit: Edit) -> Iterator[Text]:
        """Yield what is said of an edit; both versions of a text that was written anew, each on a line of its own."""
        field = _clean(edit.field)
        if said_before(change, edit):
            yield Text.assemble(f"{field}, before: ", (_clean(edit.before[0]), GONE))
        elif edit.sort == "text" and edit.before and edit.after and is_anew(pieces(edit.before[0], edit.after[0])):
            yield Text.assemble(f"{field}, now: ", (_clean(edit.after[0]), COME))
            yield Text.assemble(f"{field}, before: ", (_clean(edit.before[0]), GONE))
        else:
            yield self._edit(edit)

    def _edit(self, edit: Edit) -> Text:
        before, after = (_clean(", ".join(side)) for side in (edit.before, edit.after))
        field = f"{_clean(edit.field)} "
        if edit.sort == "list":
            return Text.assemble(f"{field.rstrip()}: ", Text("; ").join(_members(after, before)))
        if edit.sort == "remark" and after:
            return Text(f"{field.rstrip()}: {after}")
        if not (before and after):
            said = ("set: ", (after, COME)) if after else ("dropped: ", (before, GONE))
            return Text.assemble(field, *said, _clean(_note(edit)))
        if edit.sort == "value":
            return Text.assemble(field, before, " → ", (after, "bold"), _clean(_note(edit)))
        parts = pieces(edit.before[0], edit.after[0])
        return Text.assemble(f"{field.rstrip()}: ", Text(" ").join(_piece(*one) for one in parts))


def _piece(state: str, words: str) -> Text:
    """Return words that went or came with signs as git has them: not everybody tells red from green."""
    form, style = {"same": ("{}", ""), "gone": ("[-{}-]", GONE), "come": ("{{+{}+}}", COME)}[state]
    return Text(form.format(_clean(words)), style)


def _members(come: str, gone: str) -> Iterator[Text]:
    if come:
        yield Text.assemble("added ", (come, COME))
    if gone:
        yield Text.assemble("dropped ", (gone, GONE))


def _note(edit: Edit) -> str:
    return f" ({edit.note})" if edit.note else ""


def _named(change: Change) -> str:
    if change.id is None:
        return f"{SECTIONS[change.section].one} “{_clean(change.name)}”"
    if change.kind == "renamed":
        return f"{change.earlier_id} → {change.id}"
    fields = ", ".join(edit.field for edit in change.edits)
    return f"{change.id} ({_clean(fields)})" if fields else change.id


def _clean(words: str) -> str:
    return harmless(one_line(words))
