"""CommonMark with tables and strikethrough, as code hosts show it in a pull request.

What a sheet says is text and nothing else: no markup, no HTML, and nothing that a host makes a link or a mention of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

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
from briefgen.findings import one_line
from briefgen.sheet.textfile import FORBIDDEN

#: What would be markup or HTML anywhere, and what would be at the beginning of a line.
MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&$@^!]|^[-+=.:]|^\d+[.)]")
#: Where a host would see a name (@ops), an issue (#1, GH-1), a label, an emoji, an address or a commit in plain text.
REFERENCE = re.compile(
    r"(?<=[@#!$%~&^])(?=\w)|(?<=GH-)(?=\d)|(?<=:)(?=[\w+-]+:)|(?<=:)(?=//)|(?<=\w)(?=\.[A-Za-z]{2})"
    r"|(?<=\b[0-9a-f]{6})(?=[0-9a-f])"
)
JOINER = "\u2060"


def render(outcome: Outcome) -> str:
    """Return a section for each sheet."""
    marking = f", as far as {safe(outcome.marking)} allows" if outcome.marking else ""
    foot = f"From {code(outcome.before)} to {code(outcome.after)}{marking}."
    unread = [] if outcome.marking else list(dict.fromkeys(one.mark.path for one in outcome.findings))
    parts = ["# What changed", *(_sheet(one, outcome) for one in outcome.comparisons)]
    if not outcome.comparisons and not unread:
        parts.append(NONE)
    if unread:
        parts.append("## Not compared\n\n" + _lines(f"{code(path)} cannot be read" for path in unread))
    return "\n\n".join([*parts, foot])


def safe(words: str) -> str:
    """Return *words* as Markdown that shows them as they are, on one line."""
    plain = FORBIDDEN.sub("\ufffd", one_line(words))
    return MARKUP.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", REFERENCE.sub(JOINER, plain).strip())


def code(words: str) -> str:
    """Return *words* as a code span, whatever backticks they have."""
    plain = FORBIDDEN.sub("\ufffd", one_line(words))
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", plain)), default=0))
    return f"{fence}{plain}{fence}" if fence == "`" else f"{fence} {plain} {fence}"


def _sheet(comparison: Comparison, outcome: Outcome) -> str:
    parts = [f"## {safe(title(comparison))}", *_head(comparison, outcome)]
    parts += [f"### {safe(under)}\n\n{_lines(map(safe, found))}" for under, found in groups(comparison, outcome)]
    parts += filter(None, [safe(remark(comparison, outcome))])
    if told := details(comparison, outcome):
        parts += ["### In detail", *(part for one in told for part in _details(one))]
    if rest := list(_appendix(comparison, outcome)):
        parts += ["### Appendix", *rest]
    return "\n\n".join(parts)


def _head(comparison: Comparison, outcome: Outcome) -> Iterator[str]:
    if is_withheld(comparison):
        return
    now, was = titles(comparison)
    yield f"**{safe(now)}**" + (f"\\\nbefore: {safe(was)}" if was else "")
    paths = files(comparison, outcome)
    yield " · ".join([*map(safe, turns(comparison)), *([code(paths)] if paths else [])])
    yield from filter(None, [safe(warning(comparison))])


def _details(one: Details) -> Iterator[str]:
    yield f"#### {SECTIONS[one.section].title}"
    yield _lines((*(safe(sentence.words) for sentence in one.sentences), *map(_change, one.changes)))


def _appendix(comparison: Comparison, outcome: Outcome) -> Iterator[str]:
    for one in appendix(comparison, outcome):
        yield from _details(one)
    if rest := list(minor(comparison, outcome)):
        yield "#### Without a change of substance"
        yield _lines(f"{safe(said)}: {safe('; '.join(those))}" for said, those in rest)
    if counts := list(summary(comparison, outcome)):
        yield f"In numbers: {' · '.join(map(safe, counts))}"


def _lines(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _change(change: Change) -> str:
    head = f"**{happened(change).capitalize()}**: {safe(called(change))}"
    if change.section == "product":
        head = "**Changed**"
    edits = [edit for edit in change.edits if edit.substance]
    if change.kind != "changed":
        return "".join([head, *([f"\n  - {' · '.join(map(_fact, edits))}"] if edits else [])])
    lines = [line for edit in edits for line in _said(change, edit)]
    return "\n  - ".join([head, *lines])


def _fact(edit: Edit) -> str:
    """Return what a record that came or went says."""
    note = f" ({safe(edit.note)})" if edit.note else ""
    return f"{safe(edit.field)}: {safe(enumerated(edit.after or edit.before))}{note}"


def _said(change: Change, edit: Edit) -> Iterator[str]:
    """Yield what is said of an edit; both versions of a text that was written anew, each on a line of its own."""
    if is_name(change, edit):
        return
    if said_before(change, edit):
        yield safe(f"{lead(edit, 'before')}{edit.before[0]}")
    elif edit.sort == "text" and edit.before and edit.after and is_anew(edit.before[0], edit.after[0]):
        yield safe(f"{lead(edit, 'now')}{edit.after[0]}")
        yield safe(f"{lead(edit, 'before')}{edit.before[0]}")
    else:
        yield _edit(edit)


def _edit(edit: Edit) -> str:
    before, after = (safe(enumerated(side)) for side in (edit.before, edit.after))
    note = f" ({safe(edit.note)})" if edit.note else ""
    field = safe(edit.field)
    if edit.sort == "list":
        parts = [f"now also {after}" if after else "", f"no longer ~~{before}~~" if before else ""]
        return f"{field}: {'; '.join(filter(None, parts))}"
    if edit.sort == "remark" and after:
        return f"{field}: {after}"
    if not (before and after):
        return f"{field}: {after}{note} (new)" if after else f"{field}: no longer ~~{before}~~{note}"
    if edit.sort == "value":
        return f"{field} {before} → **{after}**{note}"
    return f"{safe(lead(edit))} {' '.join(_piece(*one) for one in pieces(edit.before[0], edit.after[0]))}".strip()


def _piece(state: str, words: str) -> str:
    return {"same": "{}", "gone": "~~{}~~", "come": "**{}**"}[state].format(safe(words))
