"""Lines to read, coloured on a terminal; nothing is said by a colour alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from briefgen.change import SECTIONS, Change, Comparison, Details, Edit, is_anew, pieces
from briefgen.change.voice import enumerated
from briefgen.cli.changes.outcome import (
    NONE,
    Outcome,
    appendix,
    called,
    details,
    files,
    groups,
    happened,
    is_name,
    is_withheld,
    lead,
    minor,
    remark,
    said_before,
    summary,
    title,
    titles,
    turns,
    warning,
)
from briefgen.cli.formats.excerpt import harmless
from briefgen.figures.telling import MONTHS
from briefgen.findings import one_line

STYLES = {"changed": "yellow", "added": "green", "removed": "red"}
GONE, COME = "red", "green"
#: What stands for a space at which no line may end; a no-break space would be one to break at.
TIE = "\u2800"
#: The space behind a number and before its sign, or before its month.
TIED = re.compile(rf"(?<=\d) (?=%|(?:{'|'.join(MONTHS)})\b)")
#: Cells: longer lines are hard to read, shorter ones hold too little; a record's edits stand so far in.
WIDEST, NARROWEST, INDENT = 110, 40, 10


def render(outcome: Outcome) -> str:
    """Return what differs, sheet by sheet; NO_COLOR and TERM=dumb are heeded."""
    console = Console(highlight=False, markup=False, emoji=False)
    page = _Page(console)
    with console.capture() as captured:
        for comparison in outcome.comparisons:
            page.sheet(comparison, outcome)
        if not outcome.comparisons and not outcome.findings:
            page.line(Text(NONE))
    return captured.get().rstrip("\n")


class _Page:
    def __init__(self, console: Console) -> None:
        self._console = console
        self._width = max(NARROWEST, min(WIDEST, console.width))

    def line(self, words: Text, hanging: int = 0, first: int = 0) -> None:
        """Print *words*, the first line *first* cells in, the others *hanging*."""
        words.plain = TIED.sub(TIE, words.plain)
        lines = words.wrap(self._console, self._width - hanging)
        for place, line in enumerate(lines):
            line.plain = line.plain.replace(TIE, " ").rstrip()
            self._console.print(Text(" " * (hanging if place else first)) + line, soft_wrap=True)

    def sheet(self, comparison: Comparison, outcome: Outcome) -> None:
        """Print all that differs in one sheet: the note, what else is told, what the desk may want to know."""
        self.line(Text(_clean(title(comparison)), "bold reverse"))
        self._head(comparison, outcome)
        for under, found in groups(comparison, outcome):
            self.line(Text(f"\n{under}", "bold"))
            for one in found:
                self.line(Text(f"· {_clean(one)}"), 4, 2)
        if said := remark(comparison, outcome):
            self.line(Text(f"\n{said}"))
        self._details("In detail", details(comparison, outcome))
        self._details("Appendix", appendix(comparison, outcome))
        self._foot(comparison, outcome)

    def _head(self, comparison: Comparison, outcome: Outcome) -> None:
        if is_withheld(comparison):
            return
        now, was = titles(comparison)
        self.line(Text(_clean(now), "bold"))
        if was:
            self.line(Text(f"before: {_clean(was)}", "dim"), 8)
        paths = files(comparison, outcome)
        self.line(Text(_clean(" · ".join([*turns(comparison), *([paths] if paths else [])])), "dim"))
        if said := warning(comparison):
            self.line(Text(_clean(said), "dim"))

    def _details(self, part: str, those: Iterable[Details]) -> None:
        for place, one in enumerate(those):
            if not place:
                self.line(Text(f"\n{part.upper()}", "bold"))
            self.line(Text(f"\n{SECTIONS[one.section].title}", "bold"))
            for sentence in one.sentences:
                self.line(Text(f"· {_clean(sentence.words)}"), 4, 2)
            for change in one.changes:
                self._change(change)

    def _foot(self, comparison: Comparison, outcome: Outcome) -> None:
        if rest := list(minor(comparison, outcome)):
            self.line(Text("\nWithout a change of substance", "bold"))
            for said, those in rest:
                self.line(Text(f"{said}: {_clean('; '.join(those))}", "dim"), 4, 2)
        if counts := list(summary(comparison, outcome)):
            self.line(Text(f"\nIn numbers: {' · '.join(counts)}", "dim"))
        self.line(Text("\n"))

    def _change(self, change: Change) -> None:
        if change.section != "product":
            word = (f"{happened(change):<{INDENT - 3}} ", STYLES[change.kind])
            self.line(Text.assemble(word, _clean(called(change))), INDENT, 2)
        edits = [edit for edit in change.edits if edit.substance]
        if change.kind != "changed":
            self._facts(edits)
            return
        for edit in edits:
            for line in self._lines(change, edit):
                self.line(Text("· ") + line, INDENT + 2, INDENT)

    def _facts(self, edits: Iterable[Edit]) -> None:
        told = [f"{edit.field}: {enumerated(edit.after or edit.before)}{_note(edit)}" for edit in edits]
        if told:
            self.line(Text(_clean(" · ".join(told)), "dim"), INDENT, INDENT)

    def _lines(self, change: Change, edit: Edit) -> Iterator[Text]:
        """Yield what is said of an edit; both versions of a text that was written anew, each on a line of its own."""
        if is_name(change, edit):
            return
        if said_before(change, edit):
            yield Text.assemble(_clean(lead(edit, "before")), (_clean(edit.before[0]), GONE))
        elif edit.sort == "text" and edit.before and edit.after and is_anew(edit.before[0], edit.after[0]):
            yield Text.assemble(_clean(lead(edit, "now")), (_clean(edit.after[0]), COME))
            yield Text.assemble(_clean(lead(edit, "before")), (_clean(edit.before[0]), GONE))
        else:
            yield self._edit(edit)

    def _edit(self, edit: Edit) -> Text:
        before, after = (_clean(enumerated(side)) for side in (edit.before, edit.after))
        field = _clean(edit.field)
        if edit.sort == "list":
            return Text.assemble(f"{field}: ", Text("; ").join(_members(after, before)))
        if edit.sort == "remark" and after:
            return Text(f"{field}: {after}")
        if not after:
            return Text.assemble(f"{field}: no longer ", (before, GONE))
        if not before:
            return Text.assemble(f"{field}: ", (after, COME), _clean(_note(edit)), " (new)")
        if edit.sort == "value":
            return Text.assemble(f"{field} {before} → ", (after, "bold"), _clean(_note(edit)))
        parts = (_piece(*one) for one in pieces(edit.before[0], edit.after[0]))
        return Text.assemble(_clean(lead(edit)), Text(" ").join(parts))


def _piece(state: str, words: str) -> Text:
    """Return words that went or came with signs as git has them: not everybody tells red from green."""
    form, style = {"same": ("{}", ""), "gone": ("[-{}-]", GONE), "come": ("{{+{}+}}", COME)}[state]
    return Text(form.format(_clean(words)), style)


def _members(come: str, gone: str) -> Iterator[Text]:
    if come:
        yield Text.assemble("now also ", (come, COME))
    if gone:
        yield Text.assemble("no longer ", (gone, GONE))


def _note(edit: Edit) -> str:
    return f" ({edit.note})" if edit.note else ""


def _clean(words: str) -> str:
    return harmless(one_line(words))
